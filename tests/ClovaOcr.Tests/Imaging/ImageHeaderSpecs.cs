using System;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class ImageHeaderSpecs
{
    public static TheoryData<int, bool> EveryOrientation
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var value = 1; value <= 8; value++)
                foreach (var isLittle in new[] { true, false }) data.Add(value, isLittle);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryOrientation))]
    public void A_JPEG_says_its_size_and_orientation_in_either_byte_order(int orientation, bool littleEndian)
    {
        var file = new JpegRecipe { Segments = [JpegRecipe.Exif(orientation, littleEndian)] }.Encode(new(37, 23, 3));
        Assert.Equal(new ImageHeader(ImageFormat.Jpeg, 37, 23, Orientation.FromExif(orientation)), ImageHeader.Read(file));
        Assert.Equal(orientation, new Skia(file).Origin);
    }

    [Theory]
    [MemberData(nameof(EveryOrientation))]
    public void A_PNG_says_its_size_and_orientation_wherever_the_chunk_stands(int orientation, bool beforePixels)
    {
        (string, byte[])[] exif = [("eXIf", JpegRecipe.ExifWith(orientation, littleEndian: beforePixels))];
        var file = new PngRecipe(2, 8) { Before = beforePixels ? exif : [], After = beforePixels ? [] : exif }.Encode(37, 23, (x, y, _) => x + y);
        Assert.Equal(new ImageHeader(ImageFormat.Png, 37, 23, Orientation.FromExif(orientation)), ImageHeader.Read(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4949")]
    [InlineData("49492A00FFFFFFFF")]
    [InlineData("49492A00080000000100")] // an entry announced, none there
    [InlineData("49492A000800000001001201030001000000090000000000")] // orientation 9
    [InlineData("49492A000800000001001201040001000000060000000000")] // a LONG where a SHORT must be
    [InlineData("49492A000800000001001201030002000000060000000000")] // two values
    [InlineData("58582A000800000001001201030001000000060000000000")] // no byte order
    public void Damaged_EXIF_means_upright(string block)
    {
        var file = new JpegRecipe { Segments = [(0xE1, [.. "Exif\0\0"u8, .. Convert.FromHexString(block)])] }.Encode(new(8, 8, 3));
        Assert.Equal(Orientation.Upright, ImageHeader.Read(file)!.Orientation);
    }

    [Theory]
    [MemberData(nameof(EveryOrientation))]
    public void A_TIFF_says_its_size_and_orientation_in_either_byte_order(int orientation, bool littleEndian)
    {
        var file = new TiffRecipe(2, 8) { IsBigEndian = !littleEndian }.Encode(37, 23, (x, y, _) => x + y).With(274, 3, orientation).Join();
        Assert.Equal(new ImageHeader(ImageFormat.Tiff, 37, 23, Orientation.FromExif(orientation)), ImageHeader.Read(file));
    }

    [Fact]
    public void A_TIFF_that_is_not_read_here_is_the_services_to_read()
    {
        Assert.Null(ImageHeader.Read("II*\0"u8.ToArray()));
        Assert.Null(ImageHeader.Read("II+\0\u0008\0\0\0"u8.ToArray()));
        var pages = new TiffRecipe(1, 8).Encode(37, 23, (x, y, _) => x + y) with { SecondPage = [1, 2, 3, 4, 5] };
        Assert.Null(ImageHeader.Read(pages.Join()));
    }

    [Fact]
    public void A_PDF_header_is_the_services_to_read() => Assert.Null(ImageHeader.Read("%PDF-1.7"u8.ToArray()));

    [Fact]
    public void A_JPEG_without_a_height_is_refused()
    {
        var file = JpegSurgery.Change(new JpegRecipe().Encode(new(8, 8, 3)), 0xC0, frame => (frame[5], frame[6]) = (0, 0));
        Assert.Contains("DNL", Assert.Throws<ClovaOcrException>(() => ImageHeader.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_cut_off_anywhere_is_called_damaged()
    {
        byte[][] files =
        [
            new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3)),
            new PngRecipe(2, 8) { Before = [("eXIf", JpegRecipe.ExifWith(6, true))] }.Encode(9, 9, (x, y, _) => x + y),
        ];
        foreach (var file in files)
        {
            var full = ImageHeader.Read(file);
            for (var length = 8; length < file.Length; length++)
            {
                var header = ReadOrNull(file.AsSpan(0, length).ToArray());
                Assert.True(header is null || header == full);
            }
        }
    }

    [Property(MaxTest = 2000)]
    public void A_changed_byte_is_read_or_called_damaged(bool isPng, PositiveInt position, byte value)
    {
        var file = isPng
            ? new PngRecipe(2, 8) { Before = [("eXIf", JpegRecipe.ExifWith(6, true))] }.Encode(9, 9, (x, y, _) => x + y)
            : new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3));
        file[8 + (position.Get % (file.Length - 8))] = value;
        ReadOrNull(file);
    }

    private static ImageHeader? ReadOrNull(byte[] file)
    {
        try
        {
            return ImageHeader.Read(file);
        }
        catch (ClovaOcrException problem) when (problem.Kind == ClovaOcrErrorKind.CorruptImage)
        {
            return null;
        }
    }
}
