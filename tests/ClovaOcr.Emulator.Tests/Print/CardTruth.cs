using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What is printed on a card and where, in pixels of a picture of it.</summary>
internal sealed record CardTruth(string Kind, Quad Card, IReadOnlyDictionary<string, (string Text, Quad Box)> Fields)
{
    // Pixels at 1000 pixels of card width, which issue 6 promises for texts, and what a border may be off that is not found to the pixel.
    private const double TextReach = 6;
    private const double BorderReach = 25;

    /// <summary>What lies beside a picture.</summary>
    public static CardTruth Of(string picture)
    {
        var truth = TestPictures.Truth(picture);
        var fields = truth["fields"]!.AsObject().ToDictionary(field => field.Key, field => ((string)field.Value![0]!["text"]!, QuadOf(field.Value[0]!["box"]!)));
        return new((string)truth["kind"]!, QuadOf(truth["card"]!), fields);
    }

    /// <summary>A picture of samples/photos, which is no specimen.</summary>
    public static string Photo { get; } = Path.Combine(AppContext.BaseDirectory, "photos", "ac-0900-0011.jpg");

    public CardTruth Select(Func<Point, Point> move) =>
        new(Kind, Card.Select(move), Fields.ToDictionary(field => field.Key, field => (field.Value.Text, field.Value.Box.Select(move))));

    /// <summary>Where it is when the card lies elsewhere.</summary>
    public CardTruth LaidOn(Quad place) => Select(Homography.Between(Card, place).Map);

    /// <summary>Whether all that was read is printed there; not everything need have been read.</summary>
    public void AssertNothingIsWrong(CardFace face)
    {
        Assert.Equal(Kind, face.Kind);
        AssertNear(Card, face.Border, BorderReach, "card");
        foreach (var (field, entries) in face.Fields)
        {
            var entry = Assert.Single(entries);
            Assert.True(Fields.TryGetValue(field, out var printed), $"There is no {field} on it.");
            Assert.Equal(entry.Date is null ? printed.Text : Agreement.Squeezed(printed.Text), entry.Text);
            AssertNear(printed.Box, entry.Box, TextReach, field);
            Assert.InRange(entry.Confidence, 0, 1);
        }
    }

    /// <summary>What a reading says of a field; null where it says nothing.</summary>
    public static string? TextIn(CardFace? face, string field) =>
        face?.Fields.Where(printed => printed.Key == field).Select(printed => printed.Value[0].Text).SingleOrDefault();

    private void AssertNear(Quad expected, Quad actual, double reach, string what)
    {
        var pixels = reach * Card.UpperLeft.DistanceTo(Card.UpperRight) / 1000;
        foreach (var (one, other) in expected.Corners.Zip(actual.Corners))
            Assert.True(one.DistanceTo(other) <= pixels, $"{what}: {other} is {one.DistanceTo(other):F1} pixels off, more than {pixels:F1}.");
    }

    private static Quad QuadOf(JsonNode corners)
    {
        var points = corners.AsArray().Select(at => new Point((double)at![0]!, (double)at[1]!)).ToArray();
        return new(points[0], points[1], points[2], points[3]);
    }
}
