using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging;
using ClovaOcr.Review.Pictures;
using ClovaOcr.Tests.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>The page shows a copy's colours as any viewer does, whatever its format.</summary>
public sealed class ColorRowsSpecs
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Imaging", "data");

    public static TheoryData<string> Jpegs => JpegCorpus.Kinds;

    public static TheoryData<string> Pngs => PngCorpusSpecs.Kinds;

    public static TheoryData<string> Pages => [.. new[] { ("tiff", "*-a.tif"), ("pdf", "*.pdf") }
        .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Data, kind.Item1), kind.Item2))
        .Select(file => Path.GetRelativePath(Data, file))
        .Where(file => !file.Contains("refused", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Jpegs))]
    public void A_JPEG_has_the_colours_that_another_decoder_shows(string kind)
    {
        var file = JpegCorpus.Read(kind);
        var (rows, seen) = (Read(file, ImageFormat.Jpeg), new Skia(file));
        Assert.Equal(seen.Height, rows.Count);
        var sum = 0.0;
        foreach (var (x, y) in Places(seen.Width, seen.Height))
        {
            var (red, green, blue, _) = seen[x, y];
            sum += Math.Abs(red - rows[y][x * 3]) + Math.Abs(green - rows[y][(x * 3) + 1]) + Math.Abs(blue - rows[y][(x * 3) + 2]);
        }

        // Another decoder smooths colours that are stored for several pixels at once, which in noise makes a difference.
        Assert.InRange(sum / (seen.Width * seen.Height * 3), 0, 16);
    }

    [Theory]
    [MemberData(nameof(Pngs))]
    public void A_PNG_has_the_colours_of_its_pixels_on_white(string kind)
    {
        var file = File.ReadAllBytes(Path.Combine(Data, "png", $"{kind}.a.png"));
        var (rows, pixels) = (Read(file, ImageFormat.Png), new PngSamples(file));
        var largest = pixels.ColorType == 3 ? 255.0 : (1 << pixels.Depth) - 1;
        foreach (var (x, y) in Places(pixels.Width, pixels.Height))
        {
            var pixel = pixels[x, y];
            for (var i = 0; i < 3; i++)
                Assert.Equal(255 * (1 + ((pixel[pixel.Length > 2 ? i : 0] / largest - 1) * pixel[^1] / largest)), rows[y][(x * 3) + i], 2.0);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_TIFF_and_a_PDF_are_as_bright_as_the_search_for_codes_sees_them(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Data, name));
        var format = ImageFormatSniffer.Sniff(file)!.Value;
        GrayPicture gray;
        try
        {
            gray = GrayPicture.Read(file, 5000);
        }
        catch (ClovaOcrException exception)
        {
            // Of what is not masked there is no masked copy to show.
            Assert.Equal(exception.Kind, Assert.Throws<ClovaOcrException>(() => Read(file, format)).Kind);
            return;
        }

        var rows = Read(file, format);
        Assert.Equal((gray.Height, gray.Width * 3), (rows.Count, rows[0].Length));
        var apart = Places(gray.Width, gray.Height)
            .Average(place => Math.Abs(Brightness.Of(rows[place.Y][place.X * 3], rows[place.Y][(place.X * 3) + 1], rows[place.Y][(place.X * 3) + 2]) - gray.Row(place.Y)[place.X]));
        Assert.InRange(apart, 0, 12);
    }

    [Theory]
    [InlineData(100, 60, 100)]
    [InlineData(100, 60, 37)]
    [InlineData(61, 45, 60)]
    [InlineData(3, 200, 50)]
    public void A_smaller_picture_is_the_mean_of_what_it_stands_for(int width, int height, int longest)
    {
        var scaler = new ColorScaler(new(2, 1, width, height), longest);
        var row = new byte[(width + 4) * 3];
        for (var y = 0; y < height + 3; y++)
        {
            for (var x = 0; x < width + 4; x++) (row[x * 3], row[(x * 3) + 1], row[(x * 3) + 2]) = ((byte)(2 * (x - 2)), (byte)(y - 1), 77);
            scaler.Add(row);
        }

        Assert.Equal(Math.Min(longest, Math.Max(width, height)), Math.Max(scaler.Width, scaler.Height));
        foreach (var (x, y) in Places(scaler.Width, scaler.Height))
        {
            var pixel = scaler.Pixels.AsSpan(((y * scaler.Width) + x) * 3, 3);
            Assert.Equal((2 * (x + 0.5) * width / scaler.Width) - 1, pixel[0], 1.5);
            Assert.Equal(((y + 0.5) * height / scaler.Height) - 0.5, pixel[1], 1.5);
            Assert.Equal(77, pixel[2]);
        }
    }

    private static List<byte[]> Read(byte[] file, ImageFormat format)
    {
        var rows = new List<byte[]>();
        ColorRows.Read(file, format, row => rows.Add(row.ToArray()));
        return rows;
    }

    private static IEnumerable<(int X, int Y)> Places(int width, int height) =>
        from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select (x, y);
}
