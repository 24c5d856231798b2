using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Review;
using ClovaOcr.Service;
using ClovaOcr.Tests.Imaging;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>What gets on the page of a copy: the masked card, upright, and nothing that is no masked copy.</summary>
public sealed class ReviewPictureSpecs
{
    private const string Specimen = "ac-01-english.jpg";

    public static TheoryData<int> Orientations => [1, 4, 6, 7];

    [Theory]
    [MemberData(nameof(Orientations))]
    public async Task A_copy_is_shown_upright_with_its_boxes_where_the_texts_are(int orientation)
    {
        using var scene = new ReviewScene();
        var path = Path.Combine(TestData.Cards, Specimen);
        var stored = TurnedSpecimen.Store(path, orientation);
        var regions = SentPicture.Replay(new("", stored, ImageFormat.Jpeg, ""), AreaSpace.Upright)
            .MapToStored(ResponseParser.Parse(CardAnswer.For(path).ToJson())).Regions();
        var card = ReviewScene.CardOf(Specimen) with { ImageHash = SourceFile.HashOf(stored), Regions = regions };
        var shown = await MakeAsync(scene.Mask(stored, "card.jpg", card), card.Regions);

        var seen = new Skia(shown.Jpeg);
        Assert.Equal((shown.Frame.Width, shown.Frame.Height, 1), (seen.Width, seen.Height, seen.Origin));
        Assert.Equal(900, Math.Max(seen.Width, seen.Height));
        Assert.True(seen.Width > seen.Height);
        Assert.True(shown.Jpeg.Length < 56_000, $"{shown.Jpeg.Length}");

        // The right half of the number is black; the name begins at its box's left side, with dark letters on a light ground.
        var number = BoxOf("alienRegNum");
        foreach (var along in new[] { 0.6, 0.7, 0.8, 0.9 })
        {
            var (r, g, b, _) = seen[(int)(number.Left + (along * number.Width)), (int)number.Middle];
            Assert.InRange(r + g + b, 0, 30);
        }

        var name = BoxOf("name");
        Assert.True(name.Width > 3 * name.Height && name.Left < seen.Width * 0.6);
        var values = Enumerable.Range(0, (int)name.Width).Select(x => (int)seen[(int)name.Left + x, (int)name.Middle].G).ToArray();
        Assert.True(values.Max() - values.Min() > 90);
        Assert.True(number.Middle < name.Middle && name.Middle < BoxOf("visaType").Middle);

        (double Left, double Width, double Height, double Middle) BoxOf(string field)
        {
            var corners = shown.Frame.Place(regions.First(region => region.Field == field && region.Kind == CardRegionKind.Text).Area);
            var (xs, ys) = (corners.Where((_, i) => i % 2 == 0).ToArray(), corners.Where((_, i) => i % 2 == 1).ToArray());
            return (xs.Min(), xs.Max() - xs.Min(), ys.Max() - ys.Min(), ys.Average());
        }
    }

    [Fact]
    public void A_copy_of_each_format_is_shown()
    {
        using var scene = new ReviewScene();
        string[] specimens = ["ac-02-korean.jpg", "ac-03-lossless.png", "ac-07-gray.png", "ac-08-palette.png", "ac-10-etc-small-gray.jpg"];
        foreach (var specimen in specimens) scene.Add(specimen);
        using var bitmap = SKBitmap.Decode(Path.Combine(TestData.Cards, Specimen));
        var tiff = HandmadeTiff.Of(bitmap);
        var card = ReviewScene.CardOf(Specimen) with { ImageHash = SourceFile.HashOf(tiff) };
        scene.Page.Add(card);
        scene.Page.Add(scene.Mask(tiff, "card.tif", card));
        Assert.Empty(scene.Write());
        Assert.Equal(specimens.Length + 1, scene.Text.Split("id=\"picture-").Length - 1);
    }

    [Fact]
    public void A_large_scan_is_cut_to_its_card()
    {
        var part = PictureFrame.PartOf([new(CardRegionKind.Card, CardRegion.CardBorder, 0, "", Polygon.Rectangle(1000, 2000, 2000, 2630))], 2480, 3508);
        Assert.Equal(new PixelRectangle(960, 1960, 1080, 710), part);
        Assert.Equal(new PixelRectangle(0, 0, 2480, 3508), PictureFrame.PartOf([], 2480, 3508));
        Assert.Equal(
            new PixelRectangle(0, 0, 2480, 3508),
            PictureFrame.PartOf([new(CardRegionKind.Card, CardRegion.CardBorder, 0, "", Polygon.Rectangle(-90000, -9, -80000, 0))], 2480, 3508));
    }

    public static TheoryData<string> Wrong => ["changed", "gone", "the picture itself", "the picture saved anew", "masked elsewhere", "no picture", "a damaged picture"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_the_masked_copy_that_was_proved_is_not_shown_and_the_page_says_so(string kind)
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var proof = scene.Mask(Specimen, card);
        var original = File.ReadAllBytes(Path.Combine(TestData.Cards, Specimen));
        var (given, expected) = kind switch
        {
            "changed" => (Put([.. File.ReadAllBytes(proof.Path), 0], proof.Hash), ClovaOcrErrorKind.ImageChanged),
            "gone" => (proof with { Path = proof.Path + ".gone" }, ClovaOcrErrorKind.FileNotFound),
            "the picture itself" => (Put(original, card.ImageHash!), ClovaOcrErrorKind.MaskNotProved),
            "the picture saved anew" => (Put(TurnedSpecimen.Store(Path.Combine(TestData.Cards, Specimen), 1), null), ClovaOcrErrorKind.MaskNotProved),
            "masked elsewhere" => (Put(ImageMasker.Mask(original, [Polygon.Rectangle(60, 60, 300, 200)]).Bytes, null), ClovaOcrErrorKind.MaskNotProved),
            "no picture" => (Put([1, 2, 3], null), ClovaOcrErrorKind.UnsupportedFormat),
            _ => (Put(File.ReadAllBytes(proof.Path)[..20_000], null), ClovaOcrErrorKind.CorruptImage),
        };
        scene.Page.Add(card);
        scene.Page.Add(given);
        scene.Add("ac-02-korean.jpg");

        var problem = Assert.Single(scene.Write());
        Assert.Equal((expected, given.Path), (problem.Kind, problem.FilePath));
        Assert.Equal(1, scene.Text.Split("id=\"picture-").Length - 1);
        Assert.Contains("\"doubt\":\"Picture\"", scene.Text, StringComparison.Ordinal);
        Assert.Contains("\"refused\":true", scene.Text, StringComparison.Ordinal);

        ReviewProof Put(byte[] bytes, string? hash)
        {
            File.WriteAllBytes(proof.Path, bytes);
            return proof with { Hash = hash ?? SourceFile.HashOf(bytes) };
        }
    }

    [Fact]
    public async Task A_copy_of_a_card_without_a_number_is_not_shown()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var proof = scene.Mask(Specimen, card);
        IReadOnlyList<CardRegion> without = [.. card.Regions.Where(region => !IdentityFields.Contains(region.Field))];
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, (await Assert.ThrowsAsync<ClovaOcrException>(() => MakeAsync(proof, without))).Kind);
    }

    private static Task<ReviewPicture> MakeAsync(ReviewProof proof, params IReadOnlyList<CardRegion>[] readings) =>
        ReviewPicture.MakeAsync(proof, readings, new DecodingGate(), TestContext.Current.CancellationToken);
}
