using System;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Images as they are decoded.</summary>
public sealed class PictureSpecs
{
    [Theory]
    [InlineData(255, 40, 80, 120)]
    [InlineData(0, 255, 255, 255)]
    [InlineData(51, 212, 220, 228)]
    public void What_can_be_seen_through_is_white(byte opacity, byte red, byte green, byte blue)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 10, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var i = 0; i < 200; i++) bitmap.SetPixel(i % 20, i / 20, new SKColor(40, 80, 120, opacity));
        using var picture = Picture.Decode(TestPictures.Encode(bitmap, SKEncodedImageFormat.Png))!;
        Assert.Equal(SKAlphaType.Opaque, picture.Pixels.AlphaType);
        var pixel = picture.Pixels.GetPixel(7, 3);
        Assert.Equal(new SKColor(red, green, blue), pixel);
        Assert.Equal(((red * 299) + (green * 587) + (blue * 114)) / 1000, picture.Luminance[7, 3]);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void An_image_that_was_cut_off_is_not_read(SKEncodedImageFormat format)
    {
        using var bitmap = TestPages.Shown("rgb");
        var file = TestPictures.Encode(bitmap, format);
        for (var length = 0; length < file.Length - 40; length += 1 + (file.Length / 60)) Assert.Null(Picture.Decode(file[..length]));
        using var whole = Picture.Decode(file);
        Assert.NotNull(whole);
    }

    [Fact]
    public void Changed_bytes_never_cause_more_than_an_image_that_is_not_read()
    {
        using var bitmap = TestPages.Shown("rgb");
        var random = new Random(5);
        foreach (var format in new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg })
        {
            var file = TestPictures.Encode(bitmap, format);
            for (var i = 0; i < 300; i++)
            {
                var changed = file.AsSpan().ToArray();
                for (var j = random.Next(1, 4); j > 0; j--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
                using var picture = Picture.Decode(changed);
                Assert.True(picture is null || (long)picture.Width * picture.Height <= Picture.MaximumPixels);
            }
        }
    }
}
