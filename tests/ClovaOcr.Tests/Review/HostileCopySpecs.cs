using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Qr;
using ClovaOcr.Review;
using ClovaOcr.Review.Pictures;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>Pictures that somebody calls masked copies, with cards whose areas lie.</summary>
public sealed class HostileCopySpecs
{
    private const string Specimen = "ac-01-english.jpg";
    private static readonly Polygon Bar = Polygon.Rectangle(100, 10, 600, 150);

    public static TheoryData<string> NotCovered => ["paper", "smaller than a pixel", "outside of the picture", "two colours"];

    [Theory]
    [MemberData(nameof(NotCovered))]
    public void Only_a_place_of_one_dark_colour_is_covered(string kind)
    {
        var area = kind switch
        {
            "smaller than a pixel" => Polygon.Rectangle(20.2, 20.2, 20.4, 20.4),
            "outside of the picture" => Polygon.Rectangle(-300, -300, -200, -200),
            "two colours" => Polygon.Rectangle(0, 0, 60, 60),
            _ => Polygon.Rectangle(60, 60, 90, 90),
        };
        Assert.False(IsCovered(area));
        Assert.True(IsCovered(Polygon.Rectangle(5, 5, 45, 45)));
    }

    [Fact]
    public async Task Paper_where_the_number_should_stand_is_no_mask()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        using var original = SKBitmap.Decode(Path.Combine(TestData.Cards, Specimen));
        using var paper = new SKBitmap(original.Width, original.Height);
        paper.Erase(SKColors.White);
        var path = Path.Combine(scene.Folder, "paper.png");
        File.WriteAllBytes(path, paper.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, await RefusedAsync(ProofOf(path, card), card.Regions));
    }

    /// <summary>The lying card's number is in a black bar of the other's picture; what that one says of its own number does not lie.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_picture_that_shows_the_number_of_any_card_of_the_page_is_not_shown(bool isOfTheSamePicture)
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var path = Path.Combine(scene.Folder, "barred.jpg");
        File.WriteAllBytes(path, ImageMasker.Mask(File.ReadAllBytes(Path.Combine(TestData.Cards, Specimen)), [Bar]).Bytes);
        var proof = ProofOf(path, card);
        CardRegion number = new(CardRegionKind.Text, IdentityFields.AlienRegistrationNumber, 0, "######-#######", Polygon.Rectangle(200, 60, 500, 100));
        var lying = card with { Regions = [number] };
        scene.Page.Add(lying);
        scene.Page.Add(proof);
        Assert.Empty(scene.Write());

        scene.Page.Add(isOfTheSamePicture ? card : card with { ImageHash = proof.Hash });
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, Assert.Single(scene.Write(overwrite: true)).Kind);
        Assert.DoesNotContain("id=\"picture-", scene.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_of_more_corners_than_a_print_has_takes_no_time()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var circle = new Polygon(Enumerable.Range(0, 1_000).Select(i => i / 1_000.0 * Math.Tau).Select(angle => new PixelPoint(400 + (300 * Math.Cos(angle)), 300 + (200 * Math.Sin(angle)))));
        IReadOnlyList<CardRegion> regions = [.. card.Regions, new(CardRegionKind.StrayNumber, "name", 0, "", circle)];
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, await RefusedAsync(scene.Mask(Specimen, card), regions));
    }

    [Theory]
    [InlineData("ac-12-new-layout.jpg")]
    [InlineData("ac-13-new-layout-korean.png")]
    [InlineData("ac-14-new-layout-exif-8.jpg")]
    public async Task A_QR_code_that_a_copy_shows_is_not_on_the_page(string specimen)
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(specimen);
        var proof = scene.Mask(specimen, card);
        Assert.NotEmpty(QrCodeLocator.Search(GrayPicture.Read(await File.ReadAllBytesAsync(proof.Path, TestContext.Current.CancellationToken), QrCodeLocator.LargestSide)).Codes);
        var shown = await ReviewPicture.MakeAsync(proof, [card.Regions], new DecodingGate(), TestContext.Current.CancellationToken);
        var search = QrCodeLocator.Search(GrayPicture.Read(shown.Jpeg, QrCodeLocator.LargestSide));
        Assert.Empty(search.Codes);
        Assert.False(search.IsDoubtful);
    }

    [Fact]
    public async Task Copies_wait_for_each_other_when_they_are_too_large_together_and_who_waits_can_be_ended()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var proof = scene.Mask(Specimen, card);
        var gate = new DecodingGate();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var header = ImageHeader.Read(await File.ReadAllBytesAsync(proof.Path, cancellation.Token))!;
        await gate.RunAsync(header with { Width = 10_000, Height = 10_000 }, () =>
        {
            var waiting = ReviewPicture.MakeAsync(proof, [card.Regions], gate, cancellation.Token);
            cancellation.Cancel();
            return Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting).Result;
        }, TestContext.Current.CancellationToken);
        Assert.NotEmpty((await ReviewPicture.MakeAsync(proof, [card.Regions], gate, TestContext.Current.CancellationToken)).Jpeg);
    }

    // A black square of 50 pixels on white.
    private static bool IsCovered(Polygon area)
    {
        var part = new PixelRectangle(0, 0, 100, 100);
        var shown = new ColorScaler(part, 100);
        var row = new byte[300];
        for (var y = 0; y < 100; y++)
        {
            for (var x = 0; x < 300; x++) row[x] = (byte)(x < 150 && y < 50 ? 0 : 255);
            shown.Add(row);
        }

        return CoverCheck.IsCovered(area, part, shown);
    }

    private static ReviewProof ProofOf(string path, ReviewCard card) => new(card.ImageHash!, path, SourceFile.HashOf(File.ReadAllBytes(path)), null);

    private static async Task<ClovaOcrErrorKind> RefusedAsync(ReviewProof proof, IReadOnlyList<CardRegion> regions) =>
        (await Assert.ThrowsAsync<ClovaOcrException>(() => ReviewPicture.MakeAsync(proof, [regions], new DecodingGate(), TestContext.Current.CancellationToken))).Kind;
}
