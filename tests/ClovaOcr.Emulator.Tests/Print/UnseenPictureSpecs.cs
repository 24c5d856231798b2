using System.IO;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>Cards in pictures that the emulator does not know, read by Tesseract; skipped where it is not installed.</summary>
public sealed class UnseenPictureSpecs
{
    [Theory]
    [InlineData(1, 6)] // a quarter turn clockwise
    [InlineData(2, 3)]
    [InlineData(3, 8)]
    public async Task A_photo_stored_turned_is_read_as_it_is_printed(int quarters, int orientation)
    {
        await using var reader = await InstalledReader.FindAsync();
        using var pixels = SKBitmap.Decode(await File.ReadAllBytesAsync(CardTruth.Photo, TestContext.Current.CancellationToken));
        using var turned = Turned(pixels, quarters);
        AssertRead(await reader.ReadAsync(turned), CardTruth.Of(CardTruth.Photo).Select(at => Turning.ToShown(orientation, at, pixels.Width, pixels.Height)));
    }

    [Fact]
    public async Task A_card_on_a_scanned_page_is_found()
    {
        await using var reader = await InstalledReader.FindAsync();
        await AssertReadAsync(reader, new("ac-12-new-layout.jpg", 1240, 1754, 700) { Bed = Bed.White, Middle = (0.4, 0.3), Tilt = -1, Noise = 1 });
    }

    [Fact]
    public async Task A_picture_of_twelve_megapixels_is_read()
    {
        await using var reader = await InstalledReader.FindAsync();
        await AssertReadAsync(reader, new("ac-09-large.jpg", 4000, 3000, 2900) { Bed = Bed.Wood, Tilt = 4, Noise = 0 });
    }

    private static async Task AssertReadAsync(InstalledReader reader, CardScene scene)
    {
        var (picture, card) = scene.Take();
        using (picture) AssertRead(await reader.ReadAsync(picture), CardTruth.Of(TestPictures.PathOf(scene.Specimen)).LaidOn(card));
    }

    private static void AssertRead(CardFace? face, CardTruth truth)
    {
        Assert.NotNull(face);
        truth.AssertNothingIsWrong(face);
        Assert.Equal(truth.Fields["alienRegNum"].Text, CardTruth.TextIn(face, "alienRegNum"));
    }

    private static SKBitmap Turned(SKBitmap pixels, int quarters)
    {
        var turned = quarters % 2 == 0 ? new SKBitmap(pixels.Width, pixels.Height) : new SKBitmap(pixels.Height, pixels.Width);
        using var canvas = new SKCanvas(turned);
        canvas.Translate(turned.Width / 2f, turned.Height / 2f);
        canvas.RotateDegrees(90 * quarters);
        canvas.DrawBitmap(pixels, -pixels.Width / 2f, -pixels.Height / 2f, new SKSamplingOptions(SKFilterMode.Nearest));
        return turned;
    }
}
