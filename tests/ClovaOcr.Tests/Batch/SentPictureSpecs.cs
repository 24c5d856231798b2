using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Emulator;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using ClovaOcr.Tests.Imaging;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Batch;

public sealed class SentPictureSpecs
{
    /// <summary>
    /// For each EXIF orientation: the specimen's pixels are stored turned so that the orientation shows them upright. The emulator, which
    /// ignores EXIF, must know what is sent, and the boxes must come back to where the number stands in the stored pixels.
    /// </summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task A_turned_picture_is_read_and_its_areas_are_in_its_stored_pixels(int orientation)
    {
        await using var emulator = await CardOcrEmulator.StartAsync(new EmulatorOptions { Reader = ReaderChoice.Specimens });
        using var client = new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse(emulator.InvokeUrl),
            Secret = new NetworkCredential("", emulator.Secret).SecurePassword,
        });
        using var folder = new TemporaryFolder();
        var specimen = TestData.Specimens("ac").First(file => (int)TestData.Truth(file)["orientation"]! == 1);
        using var upright = SKBitmap.Decode(File.ReadAllBytes(specimen));
        var path = folder.Write("turned.jpg", StoredTurned(upright, orientation));

        var attempt = await new CardReader(client, new CardReaderOptions()).AttemptAsync(new QueuedCard(path), CancellationToken.None);

        Assert.Null(attempt.Error);
        var reading = attempt.Reading!;
        Assert.Equal(CardType.AlienRegistrationCard, reading.CardType);
        var printed = TestData.Truth(specimen)["fields"]!["alienRegNum"]![0]!["box"]!.AsArray().Select(corner => new PixelPoint((double)corner![0]!, (double)corner[1]!));
        var read = reading.First("alienRegNum")!.BoundingPolys.Single().Vertices;
        foreach (var (expected, actual) in printed.Select(corner => Stored(corner, orientation, upright.Width, upright.Height)).Zip(read))
            Assert.True(expected.DistanceTo(actual) < 0.01, $"{actual} instead of {expected}");
    }

    [Fact]
    public void A_converted_image_of_the_same_shape_is_scaled_to_the_files_pixels_and_one_of_another_shape_is_not_used()
    {
        using var folder = new TemporaryFolder();
        using var bitmap = new SKBitmap(200, 100);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        var sent = SentPicture.Of(SourceFile.Read(folder.Write("page.png", encoded.ToArray()), 1_000_000));

        var same = sent.MapToStored(Reading(400, 200));
        Assert.Equal(Polygon.Rectangle(10, 20, 30, 25), same.First("alienRegNum")!.BoundingPolys[0]);

        Assert.NotEmpty(sent.MapToStored(Reading(1000, 496)).Rois); // 0.8 % off
        Assert.Empty(sent.MapToStored(Reading(1000, 494)).Rois); // 1.2 %
        var other = sent.MapToStored(Reading(400, 250));
        Assert.Empty(other.First("alienRegNum")!.BoundingPolys);
        Assert.Empty(other.Rois);
        Assert.Contains("another shape", string.Join(' ', CardWarnings.For(other)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_TIFF_that_the_service_scaled_down_has_its_areas_in_its_own_pixels()
    {
        // 600 dots an inch, of which the service makes 300; stored on its side.
        using var folder = new TemporaryFolder();
        var page = new TiffRecipe(0, 1).Encode(400, 800, (x, y, _) => (x / 20) + (y / 20)).With(282, 5, 600, 1).With(283, 5, 600, 1).With(274, 3, 6).Join();
        var sent = SentPicture.Of(SourceFile.Read(folder.Write("page.tif", page), 1_000_000));
        Assert.NotEqual(page, sent.Bytes.ToArray());

        // Upright it is 800 x 400, so the area is at 40,80 to 120,100 there: from the stored left by the rows, from its bottom by the columns.
        var area = sent.MapToStored(Reading(400, 200)).First("alienRegNum")!.BoundingPolys[0];
        Assert.Equal((80, 680, 100, 760), (area.Left, area.Top, area.Right, area.Bottom));
    }

    [Fact]
    public void A_TIFF_that_is_not_read_here_is_sent_as_it_is_and_its_areas_stay_the_services()
    {
        using var folder = new TemporaryFolder();
        var pages = (new TiffRecipe(1, 8).Encode(40, 20, (x, y, _) => x + y) with { SecondPage = [1, 2, 3, 4, 5] }).Join();
        var sent = SentPicture.Of(SourceFile.Read(folder.Write("pages.tif", pages), 1_000_000));
        Assert.Equal(pages, sent.Bytes.ToArray());
        Assert.Equal(Polygon.Rectangle(20, 40, 60, 50), sent.MapToStored(Reading(400, 200)).First("alienRegNum")!.BoundingPolys[0]);
    }

    private static CardReading Reading(int width, int height) => new()
    {
        Result = InferResult.Success,
        CardType = CardType.AlienRegistrationCard,
        ConvertedImage = new ConvertedImage(width, height, 0),
        Fields = [new CardField { Name = "alienRegNum", Text = "990101-5123456", BoundingPolys = [Polygon.Rectangle(20, 40, 60, 50)] }],
        Rois = [Polygon.Rectangle(0, 0, width, height)],
        Json = "{}",
    };

    /// <summary>A JPEG that shows a picture upright only if its EXIF orientation is followed.</summary>
    private static byte[] StoredTurned(SKBitmap upright, int orientation)
    {
        using var stored = orientation >= 5 ? new SKBitmap(upright.Height, upright.Width) : new SKBitmap(upright.Width, upright.Height);
        for (var y = 0; y < upright.Height; y++)
        {
            for (var x = 0; x < upright.Width; x++)
            {
                var to = Stored(new PixelPoint(x + 0.5, y + 0.5), orientation, upright.Width, upright.Height);
                stored.SetPixel((int)to.X, (int)to.Y, upright.GetPixel(x, y));
            }
        }

        using var data = stored.Encode(SKEncodedImageFormat.Jpeg, 92);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*\0\0\0\x08"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        var jpeg = data.ToArray();
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>Where a point of the upright picture is stored: EXIF names the upright sides at which the stored first row and column lie.</summary>
    private static PixelPoint Stored(PixelPoint p, int orientation, double width, double height) => orientation switch
    {
        1 => p,
        2 => new(width - p.X, p.Y),
        3 => new(width - p.X, height - p.Y),
        4 => new(p.X, height - p.Y),
        5 => new(p.Y, p.X),
        6 => new(p.Y, width - p.X),
        7 => new(height - p.Y, width - p.X),
        _ => new(height - p.Y, p.X),
    };
}
