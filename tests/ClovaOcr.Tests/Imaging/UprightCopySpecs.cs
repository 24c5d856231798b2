using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BitMiracle.LibJpeg.Classic;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Tiff;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class UprightCopySpecs
{
    public static TheoryData<int> Turned => [2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Turned))]
    public void Every_pixel_of_a_PNG_is_where_EXIF_says(int orientation)
    {
        foreach (var recipe in PngRecipe.WithoutPalette())
        {
            var source = (recipe with { After = [("eXIf", JpegRecipe.ExifWith(orientation, true))] })
                .Encode(13, 9, (x, y, channel) => ((x * 7) + (y * 31) + (channel * 5)) * 257 & recipe.Largest);
            AssertTurned(source, orientation, tolerance: 0);
        }
    }

    [Theory]
    [MemberData(nameof(Turned))]
    public void Every_pixel_of_a_PNG_with_a_palette_is_where_EXIF_says(int orientation)
    {
        var source = new PngRecipe(3, 1) { After = [("eXIf", JpegRecipe.ExifWith(orientation, true))] }
            .EncodeColors(13, 9, (x, y) => ((byte)(x * 5), (byte)(y * 9), 77, (byte)(x == y ? 100 : 255)));
        AssertTurned(source, orientation, tolerance: 0);
    }

    [Theory]
    [MemberData(nameof(Turned))]
    public void Every_pixel_of_a_JPEG_is_where_EXIF_says(int orientation)
    {
        foreach (var recipe in JpegRecipe.Maskable().Where(recipe => recipe.Quality == 90 && recipe.Color != J_COLOR_SPACE.JCS_CMYK && recipe.Color != J_COLOR_SPACE.JCS_YCCK))
        {
            var turned = recipe with { Segments = [JpegRecipe.Exif(orientation)] };
            AssertTurned(turned.Encode(new(43, 30, recipe.Channels, noise: 0)), orientation, tolerance: recipe.Across * recipe.Down > 1 ? 60 : 8);
        }
    }

    [Theory]
    [InlineData(J_COLOR_SPACE.JCS_CMYK)]
    [InlineData(J_COLOR_SPACE.JCS_YCCK)]
    public void A_JPEG_of_four_inks_is_turned_in_its_own_inks(J_COLOR_SPACE color)
    {
        var recipe = new JpegRecipe { Color = color, Across = 1, Down = 1, HasJfif = false, Quality = 95, Segments = [JpegRecipe.Exif(6)] };
        AssertTurned(recipe.Encode(new(43, 30, 4, noise: 0)), 6, tolerance: 16);
    }

    [Fact]
    public void A_progressive_JPEG_is_turned_too() =>
        AssertTurned(new JpegRecipe { IsProgressive = true, Across = 1, Down = 1, Segments = [JpegRecipe.Exif(8)] }.Encode(new(43, 30, 3, noise: 0)), 8, tolerance: 8);

    [Theory]
    [MemberData(nameof(Turned))]
    public void Every_sample_of_a_TIFF_is_where_its_orientation_says(int orientation)
    {
        // Every kind is turned in one way or another, and every way is tried with several kinds.
        var kinds = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff"), "*-a.tif").Order(StringComparer.Ordinal);
        foreach (var path in kinds.Where((_, i) => i % 7 == orientation - 2))
        {
            var source = TiffSurgery.Split(File.ReadAllBytes(path)).With(274, 3, orientation).With(282, 5, 200, 1).With(283, 5, 100, 1).Join();
            var copy = UprightCopy.Of(source, ImageHeader.Read(source)!);
            Assert.Equal(new ImageHeader(ImageFormat.Tiff, copy.Width, copy.Height, Orientation.Upright), ImageHeader.Read(copy.Bytes));

            var (stored, upright) = (TiffRowsOf(source), TiffRowsOf(copy.Bytes));
            Assert.Equal(orientation > 4 ? (stored.Width, stored.Rows.Length) : (stored.Rows.Length, stored.Width), (upright.Rows.Length, upright.Width));
            for (var row = 0; row < stored.Rows.Length; row++)
            {
                for (var column = 0; column < stored.Width; column++)
                {
                    var (x, y) = OrientationSpecs.PlaceByExif(orientation, column, row, stored.Width, stored.Rows.Length);
                    var before = stored.Rows[row].AsSpan(column * stored.PixelBytes, stored.PixelBytes);
                    if (!before.SequenceEqual(upright.Rows[y].AsSpan(x * stored.PixelBytes, stored.PixelBytes))) Assert.Fail($"{path}, orientation {orientation}");
                }
            }

            var (tags, colors) = (TiffSurgery.Split(copy.Bytes), TiffSurgery.Split(source).Entries.SingleOrDefault(entry => entry.Tag == 320)?.Numbers);
            Assert.Equal(orientation > 4 ? (100, 200) : (200, 100), (tags[282][0], tags[283][0]));
            Assert.Equal(colors, tags.Entries.SingleOrDefault(entry => entry.Tag == 320)?.Numbers);
        }
    }

    [Fact]
    public void An_upright_picture_is_sent_as_it_is()
    {
        foreach (var source in new[] { new JpegRecipe { Segments = [JpegRecipe.Exif(1)] }.Encode(new(20, 10, 3)), new PngRecipe(0, 8).Encode(20, 10, (x, y, _) => x * y), new TiffRecipe(1, 8).Encode(20, 10, (x, y, _) => x * y).Join() })
        {
            var copy = UprightCopy.Of(source, ImageHeader.Read(source)!);
            Assert.Same(source, copy.Bytes);
            Assert.Equal((20, 10), (copy.Width, copy.Height));
        }
    }

    [Fact]
    public void A_JPEG_of_many_claimed_pixels_is_refused_before_memory_is_taken()
    {
        var source = new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3));
        source = JpegSurgery.Change(source, 0xC0, frame => (frame[5], frame[7]) = (0xFF, 0xFF));
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(source, ClovaOcrErrorKind.FileTooLarge, "million");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_PNG_of_many_claimed_pixels_and_few_bytes_is_refused_before_memory_is_taken()
    {
        var source = new PngRecipe(6, 16) { After = [("eXIf", JpegRecipe.ExifWith(6, true))] }.Encode(9000, 1, (_, _, _) => 0);
        var header = PngSurgery.Change(source, "IHDR", data => (data[6], data[7]) = (0x27, 0x10));
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(header, ClovaOcrErrorKind.CorruptImage, "too few pixels");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Theory]
    [InlineData(0xC3, "lossless")]
    [InlineData(0xC5, "hierarchical")]
    public void A_turned_JPEG_of_a_kind_that_is_not_decoded_is_refused_by_name(byte frame, string name)
    {
        var source = new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3));
        AssertRefused(JpegSurgery.Change(source, 0xC0, segment => segment[1] = frame), ClovaOcrErrorKind.UnsupportedFormat, name);
    }

    [Fact]
    public void A_turned_JPEG_of_twelve_bits_is_refused_by_name()
    {
        var source = new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3));
        AssertRefused(JpegSurgery.Change(source, 0xC0, segment => segment[4] = 12), ClovaOcrErrorKind.UnsupportedFormat, "8 bits");
    }

    [Fact]
    public void A_JPEG_of_thousands_of_scans_is_refused()
    {
        var (segments, scan) = JpegSurgery.Split(new JpegRecipe { IsProgressive = true, Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3)));
        var once = scan.AsSpan(0, scan.Length - 2).ToArray();
        byte[] refinement = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0x00];
        var many = Enumerable.Repeat<byte[]>([.. refinement, 0], 5000).SelectMany(bytes => bytes);
        AssertRefused(JpegSurgery.Join(segments, [.. once, .. many, 0xFF, 0xD9]), ClovaOcrErrorKind.CorruptImage, "decoder");
    }

    [Fact]
    public void The_work_on_a_turned_picture_can_be_ended()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        byte[][] turned =
        [
            new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(24, 16, 3)),
            new JpegRecipe { IsProgressive = true, Segments = [JpegRecipe.Exif(6)] }.Encode(new(24, 16, 3)),
            new PngRecipe(0, 8) { After = [("eXIf", JpegRecipe.ExifWith(6, true))] }.Encode(24, 16, (x, y, _) => x * y),
            new TiffRecipe(1, 8).Encode(24, 16, (x, y, _) => x * y).With(274, 3, 6).Join(),
        ];
        foreach (var source in turned)
            Assert.Throws<OperationCanceledException>(() => UprightCopy.Make(source, ImageHeader.Read(source)!, stop.Token));
    }

    [Fact]
    public void The_scans_of_a_JPEG_are_read_no_further_once_the_work_is_ended()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var source = new JpegRecipe { IsProgressive = true }.Encode(new(24, 16, 3));
        Assert.Throws<OperationCanceledException>(() => new LibJpegReader(source, isStrict: false, stop.Token));
    }

    [Property(MaxTest = 500)]
    public void A_damaged_turned_picture_is_turned_or_refused(bool isPng, PositiveInt position, byte value)
    {
        var source = isPng
            ? new PngRecipe(3, 1) { After = [("eXIf", JpegRecipe.ExifWith(6, true))] }.EncodeColors(9, 9, (x, y) => ((byte)x, (byte)y, 0, 255))
            : new JpegRecipe { IsProgressive = value % 2 == 0, Segments = [JpegRecipe.Exif(6)] }.Encode(new(24, 16, 3));
        source[8 + (position.Get % (source.Length - 8))] = value;
        try
        {
            _ = UprightCopy.Of(source, ImageHeader.Read(source)!);
        }
        catch (ClovaOcrException)
        {
        }
    }

    private static (byte[][] Rows, int Width, int PixelBytes) TiffRowsOf(byte[] file)
    {
        var (tiff, rows) = (TiffFile.Read(file), new List<byte[]>());
        var reader = new TiffRows(tiff, file);
        reader.Read(row => rows.Add(row.ToArray()));
        return ([.. rows], tiff.Layout.Width, reader.PixelBytes);
    }

    private static void AssertTurned(byte[] source, int orientation, int tolerance)
    {
        var header = ImageHeader.Read(source)!;
        var copy = UprightCopy.Of(source, header);
        var (stored, upright) = (new Skia(source), new Skia(copy.Bytes));

        Assert.Equal(orientation > 4 ? (stored.Height, stored.Width) : (stored.Width, stored.Height), (upright.Width, upright.Height));
        Assert.Equal((copy.Width, copy.Height), (upright.Width, upright.Height));
        Assert.Equal(1, upright.Origin);
        for (var row = 0; row < stored.Height; row++)
        {
            for (var column = 0; column < stored.Width; column++)
            {
                var (x, y) = OrientationSpecs.PlaceByExif(orientation, column, row, stored.Width, stored.Height);
                var (a, b) = (stored[column, row], upright[x, y]);
                var difference = Math.Max(Math.Max(Math.Abs(a.R - b.R), Math.Abs(a.G - b.G)), Math.Max(Math.Abs(a.B - b.B), Math.Abs(a.A - b.A)));
                Assert.True(difference <= tolerance, $"orientation {orientation}, pixel {column},{row}: {a} became {b}");
            }
        }
    }

    private static void AssertRefused(byte[] source, ClovaOcrErrorKind kind, string word)
    {
        var header = ImageHeader.Read(source)!;
        var problem = Assert.Throws<ClovaOcrException>(() => UprightCopy.Of(source, header));
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }
}
