using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>How a picture's pixels are stored.</summary>
internal abstract record ImageEncoding
{
    private ImageEncoding()
    {
    }

    /// <summary>A file name's end.</summary>
    public string Extension => this is Jpeg or GrayJpeg ? ".jpg" : ".png";

    /// <param name="Quality">1 to 100.</param>
    /// <param name="Downsample">How coarse the colour is: 4:2:0, 4:2:2 or 4:4:4.</param>
    public sealed record Jpeg(int Quality, SKJpegEncoderDownsample Downsample = SKJpegEncoderDownsample.Downsample420) : ImageEncoding;

    public sealed record GrayJpeg(int Quality) : ImageEncoding;

    public sealed record Png : ImageEncoding;

    public sealed record GrayPng : ImageEncoding;

    /// <param name="Colours">The palette's size, at most 256.</param>
    public sealed record PalettePng(int Colours) : ImageEncoding;
}
