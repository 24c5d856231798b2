using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ClovaOcr.Emulator.Protocol;
using ClovaOcr.Emulator.Reading;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>What the emulator proposes to cover, beside the numbers of the vendor page's success sample.</summary>
public sealed class MaskingRuleSpecs
{
    // The sample's numbers were rounded to single precision, which at 400 pixels goes in steps of 3e-5.
    private const double SinglePrecision = 3e-5;

    private static readonly JsonNode Sample = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vendor", "success.json")))!;

    [Theory]
    [InlineData("alienRegNum"), InlineData("alienRegNumEtc")]
    public void The_vendors_box_gives_the_vendors_mask(string field)
    {
        var entry = Sample["images"]![0]!["idCard"]!["result"]!["ac"]![field]![0]!;
        AssertNear(QuadIn(entry["maskingPolys"]!), Assert.Single(MaskingRule.Masks(field, QuadIn(entry["boundingPolys"]!))));
    }

    [Theory]
    [InlineData("alienRegNum"), InlineData("personalNum"), InlineData("alienRegNumEtc"), InlineData("issueDate")]
    public void A_turned_box_is_masked_in_its_own_axes(string field)
    {
        var level = new Quad(new(0, 0), new(140, 0), new(140, 20), new(0, 20));
        foreach (var degrees in new[] { -170, -90, -33, -2, 1, 45, 90, 135, 180 })
        {
            var turned = Assert.Single(MaskingRule.Masks(field, level.Select(Turn)));
            AssertNear(Assert.Single(MaskingRule.Masks(field, level)).Select(Turn), turned);

            Point Turn(Point point)
            {
                var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
                return new((point.X * cos) - (point.Y * sin) + 300, (point.X * sin) + (point.Y * cos) + 200);
            }
        }
    }

    [Theory]
    [InlineData("alienRegNum", "68 -2, 142 -2, 142 22, 68 22")]
    [InlineData("personalNum", "68 -2, 142 -2, 142 22, 68 22")]
    [InlineData("alienRegNumEtc", "-2 -2, 142 -2, 142 22, -2 22")]
    [InlineData("issueDate", "-2 -2, 142 -2, 142 22, -2 22")]
    public void A_level_box_is_masked_with_a_tenth_of_its_height_around(string field, string corners)
    {
        var mask = Assert.Single(MaskingRule.Masks(field, new Quad(new(0, 0), new(140, 0), new(140, 20), new(0, 20))));
        Assert.Equal(corners, string.Join(", ", mask.Corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.X:0.####} {corner.Y:0.####}"))));
    }

    [Theory]
    [InlineData("sex"), InlineData("name"), InlineData("nationality"), InlineData("visaType"), InlineData("authority"), InlineData("authorityEng")]
    [InlineData("address"), InlineData("num"), InlineData("birthDate"), InlineData("expireDate")]
    public void No_other_field_is_masked(string field) =>
        Assert.Empty(MaskingRule.Masks(field, new Quad(new(0, 0), new(140, 0), new(140, 20), new(0, 20))));

    private static Quad QuadIn(JsonNode polygons)
    {
        var corners = Assert.Single(polygons.AsArray())!["vertices"]!.AsArray().Select(corner => new Point((double)corner!["x"]!, (double)corner["y"]!)).ToArray();
        return new(corners[0], corners[1], corners[2], corners[3]);
    }

    private static void AssertNear(Quad expected, Quad actual) =>
        Assert.All(expected.Corners.Zip(actual.Corners), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, SinglePrecision);
            Assert.Equal(pair.First.Y, pair.Second.Y, SinglePrecision);
        });
}
