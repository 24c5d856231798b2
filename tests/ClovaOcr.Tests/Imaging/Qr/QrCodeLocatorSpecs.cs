using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Qr;
using QRCoder;
using Xunit;

namespace ClovaOcr.Tests.Imaging.Qr;

public class QrCodeLocatorSpecs
{
    // The locator's figures were chosen on seeds below 100,000; the tests' are others.
    private const int FirstSeed = 100_000;

    // Set it to a few thousand after a change to the locator.
    private static readonly int Scenes =
        int.Parse(Environment.GetEnvironmentVariable("CLOVAOCR_QR_SCENES") ?? "200", CultureInfo.InvariantCulture);

    private static readonly QrSearch Nothing = new([], false);

    [Fact]
    public void All_of_a_code_is_covered_or_the_picture_is_doubtful()
    {
        var results = Enumerable.Range(FirstSeed, Scenes).AsParallel().Select(seed =>
        {
            var scene = Qr.Scenes.WithCode(seed);
            var picture = scene.Gray(QrCodeLocator.LargestSide);
            var search = QrCodeLocator.Search(picture);
            var code = Clip(scene.Code!, picture.Width * picture.Scale, picture.Height * picture.Scale);
            var holder = search.Codes.FirstOrDefault(area => code.All(area.Holds));
            var quiet = Math.Pow((scene.Modules + 8.0) / scene.Modules, 2);
            return (seed, scene.Kind, search.IsDoubtful, IsCovered: holder is not null, Ratio: holder is null ? 0 : Area(holder.Vertices) / (Area(scene.Code!) * quiet));
        }).ToArray();

        Assert.Empty(results.Where(result => !result.IsCovered && !result.IsDoubtful).Select(result => $"{result.seed}: {result.Kind}"));
        var located = results.Where(result => !result.IsDoubtful).ToArray();
        Assert.True(located.Length >= 0.95 * results.Length, $"{located.Length} of {results.Length} are located");

        // What is beside the code stays, as far as its quiet zone and the picture's quality allow.
        Assert.True(located.Average(result => result.Ratio) < 1.25);
        Assert.True(located.Count(result => result.Ratio > 1.6) <= 0.05 * located.Length);
    }

    [Fact]
    public void Hardly_a_picture_without_a_code_is_taken_for_one_with()
    {
        var wrong = Enumerable.Range(FirstSeed, Scenes).AsParallel().Select(seed => (seed, scene: Qr.Scenes.WithoutCode(seed)))
            .Select(result => (result.seed, result.scene.Kind, search: QrCodeLocator.Search(result.scene.Gray(QrCodeLocator.LargestSide))))
            .Where(result => result.search.IsDoubtful || result.search.Codes.Count > 0)
            .Select(result => $"{result.seed}: {result.Kind}")
            .ToArray();

        Assert.True(wrong.Length <= 0.02 * Scenes, string.Join(", ", wrong));
    }

    [Fact]
    public void The_specimens_codes_are_located_and_nothing_else_on_them()
    {
        foreach (var specimen in TestData.Specimens())
        {
            var search = QrCodeLocator.Search(Scene.Decode(File.ReadAllBytes(specimen), QrCodeLocator.LargestSide));
            var code = TestData.Truth(specimen)["qrCode"]?.AsArray().Select(corner => new PixelPoint((double)corner![0]!, (double)corner[1]!)).ToArray();

            Assert.False(search.IsDoubtful, specimen);
            Assert.Equal(code is null ? 0 : 1, search.Codes.Count);
            Assert.All(code ?? [], corner => Assert.True(search.Codes[0].Holds(corner), specimen));
        }
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(150, 2)]
    public void Areas_are_in_stored_pixels_at_any_scale(int largestSide, int scale)
    {
        var picture = Drawn(4, 3, left: 60, top: 100, width: 300, height: 300);
        var scaler = new GrayScaler(300, 300, largestSide);
        for (var y = 0; y < 300; y++) scaler.Add(picture.Row(y));
        var scaled = scaler.Finish();
        var search = QrCodeLocator.Search(scaled);

        Assert.Equal(scale, scaled.Scale);
        var area = Assert.Single(search.Codes);
        Assert.All(new PixelPoint[] { new(60, 100), new(60 + 99, 100), new(60 + 99, 100 + 99), new(60, 100 + 99) }, corner => Assert.True(area.Holds(corner)));
        Assert.True(Area(area.Vertices) < 1.6 * 41 * 41 * 9);
    }

    [Fact]
    public void Two_codes_are_both_located()
    {
        var (one, other) = (Drawn(3, 3, 40, 40, 500, 300), Drawn(6, 3, 260, 60, 500, 300));
        var both = one with { Samples = [.. one.Samples.Zip(other.Samples, Math.Min)] };
        var search = QrCodeLocator.Search(both);

        Assert.False(search.IsDoubtful);
        Assert.Equal(2, search.Codes.Count);
        Assert.Contains(search.Codes, area => area.Holds(new(40, 40)) && area.Holds(new(40 + (29 * 3), 40 + (29 * 3))));
        Assert.Contains(search.Codes, area => area.Holds(new(260, 60)) && area.Holds(new(260 + (41 * 3), 60 + (41 * 3))));
    }

    [Theory]
    [InlineData(-60, 100)]
    [InlineData(100, -60)]
    [InlineData(230, 120)]
    [InlineData(-45, -45)]
    public void A_code_that_the_picture_cuts_is_covered_or_doubtful(int left, int top)
    {
        var search = QrCodeLocator.Search(Drawn(5, 3, left, top, 300, 300));
        Assert.True(search.IsDoubtful || search.Codes.Any(area => area.Holds(new(Math.Max(left, 0), Math.Max(top, 0)))));
    }

    [Fact]
    public void A_code_of_another_kind_is_not_overlooked()
    {
        // Modules at random on white, with no finder pattern: what DataMatrix and Aztec codes are to this search.
        var dice = new Random(1);
        var picture = new GrayPicture(300, 300, 1, Enumerable.Repeat((byte)230, 300 * 300).ToArray());
        for (var row = 0; row < 32; row++)
            for (var column = 0; column < 32; column++)
                if (dice.Next(2) == 0) Fill(picture, 90 + (column * 3), 90 + (row * 3), 3);
        var search = QrCodeLocator.Search(picture);
        Assert.True(search.IsDoubtful || search.Codes.Any(area => area.Holds(new(90, 90)) && area.Holds(new(186, 186))));
    }

    [Fact]
    public void A_picture_of_any_size_is_searched()
    {
        foreach (var (width, height) in new[] { (1, 1), (1, 300), (300, 1), (7, 9), (8, 8), (101, 33), (64, 65) })
        {
            foreach (var level in new byte[] { 0, 128, 255 })
            {
                var search = QrCodeLocator.Search(new(width, height, 1, Enumerable.Repeat(level, width * height).ToArray()));
                Assert.Equal(Nothing.IsDoubtful, search.IsDoubtful);
                Assert.Empty(search.Codes);
            }
        }
    }

    [Fact]
    public void A_picture_full_of_finder_patterns_is_doubtful_and_soon_searched()
    {
        var picture = new GrayPicture(600, 600, 1, Enumerable.Repeat((byte)230, 600 * 600).ToArray());
        var square = Drawn(2, 3, 0, 0, 21, 21);
        for (var y = 3; y < 570; y += 30)
            for (var x = 3; x < 570; x += 30)
                for (var row = 0; row < 21; row++) square.Row(row).CopyTo(picture.Samples.AsSpan(((y + row) * 600) + x, 21));
        Assert.True(QrCodeLocator.Search(picture).IsDoubtful);
    }

    private static GrayPicture Drawn(int version, int module, int left, int top, int width, int height)
    {
        var picture = new GrayPicture(width, height, 1, Enumerable.Repeat((byte)230, width * height).ToArray());
        using var data = QRCodeGenerator.GenerateQrCode("nobody", QRCodeGenerator.ECCLevel.L, requestedVersion: version);
        var modules = 17 + (4 * version);
        for (var row = 0; row < modules; row++)
        {
            for (var column = 0; column < modules; column++)
                if (data.ModuleMatrix[row + 4][column + 4]) Fill(picture, left + (column * module), top + (row * module), module);
        }

        return picture;
    }

    private static void Fill(GrayPicture picture, int left, int top, int side)
    {
        for (var y = Math.Max(top, 0); y < Math.Min(top + side, picture.Height); y++)
            for (var x = Math.Max(left, 0); x < Math.Min(left + side, picture.Width); x++) picture.Samples[(y * picture.Width) + x] = 30;
    }

    // The part of an area that is in the picture: modules beyond its edges do not matter.
    private static List<PixelPoint> Clip(IReadOnlyList<PixelPoint> area, double width, double height)
    {
        var rest = area.ToList();
        foreach (var distance in new Func<PixelPoint, double>[] { p => p.X, p => p.Y, p => width - p.X, p => height - p.Y })
        {
            var kept = new List<PixelPoint>();
            for (var i = 0; i < rest.Count; i++)
            {
                var (here, next) = (rest[i], rest[(i + 1) % rest.Count]);
                var (from, to) = (distance(here), distance(next));
                if (from >= 0) kept.Add(here);
                if (from >= 0 != to >= 0) kept.Add(here.Towards(next, from / (from - to)));
            }

            rest = kept;
        }

        return rest;
    }

    private static double Area(IReadOnlyList<PixelPoint> corners) => 0.5 * Math.Abs(Enumerable.Range(0, corners.Count)
        .Sum(i => (corners[i].X * corners[(i + 1) % corners.Count].Y) - (corners[i].Y * corners[(i + 1) % corners.Count].X)));
}
