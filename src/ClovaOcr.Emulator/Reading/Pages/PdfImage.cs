using System;
using System.IO;
using SkiaSharp;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>A picture of a page (ISO 32000-1, 8.9), decoded when it is asked for.</summary>
internal sealed class PdfImage
{
    private readonly StreamToken _stream;
    private readonly DictionaryToken _resources;
    private readonly PdfObjects _objects;

    private PdfImage(StreamToken stream, DictionaryToken resources, PdfObjects objects, bool isMask)
    {
        (_stream, _resources, _objects) = (stream, resources, objects);
        var dictionary = stream.StreamDictionary;
        (Width, Height) = (Side("Width"), Side("Height"));
        IsStencil = objects.Find<BooleanToken>(dictionary, "ImageMask")?.Data ?? false;
        var mask = objects.Find<StreamToken>(dictionary, "SMask") ?? objects.Find<StreamToken>(dictionary, "Mask");
        if (mask is not null && !isMask) Mask = new(mask, resources, objects, isMask: true);

        int Side(string key) => objects.Number(dictionary, key) is >= 1 and <= ushort.MaxValue and var side
            ? (int)side
            : throw new InvalidDataException("A picture has no size.");
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Its pixels, and its mask's.</summary>
    public long Pixels => ((long)Width * Height) + (Mask?.Pixels ?? 0);

    /// <summary>Whether it has no colours but is where the current one goes.</summary>
    public bool IsStencil { get; }

    /// <summary>What says where the picture is to be seen; null for everywhere.</summary>
    public PdfImage? Mask { get; }

    /// <exception cref="InvalidDataException">It has no size.</exception>
    public static PdfImage Of(StreamToken stream, DictionaryToken resources, PdfObjects objects) =>
        new(stream, resources, objects, isMask: false);

    /// <summary>Decodes it; a stencil is drawn in black, which the current colour mostly is.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or coded in a way that is not read.</exception>
    public SKBitmap Decode()
    {
        var decode = _objects.Numbers(_stream.StreamDictionary, "Decode", 2);
        var data = _objects.Decode(_stream, out var isJpeg);
        if (isJpeg) return Jpeg(data, isInverted: decode is [1, 0, ..]);
        if (IsStencil) return PdfSamples.Stencil(data.Span, Width, Height, isInverted: decode is [1, 0, ..]);

        // A fax need not say that it has one bit.
        if ((_objects.Number(_stream.StreamDictionary, "BitsPerComponent") ?? 1) is not ((1 or 2 or 4 or 8 or 16) and var bits))
            throw new InvalidDataException("A picture's samples have no such length.");
        var color = PdfColor.Of(_objects.Find<IToken>(_stream.StreamDictionary, "ColorSpace"), _resources, _objects);
        return new PdfSamples(Width, Height, (int)bits, color, decode).Draw(data.Span);
    }

    private SKBitmap Jpeg(Memory<byte> file, bool isInverted)
    {
        if (!IsOfItsSize(file.Span)) throw new InvalidDataException("A JPEG is not as large as it is said to be.");
        if (Picture.Decode(file.ToArray()) is not { } picture) throw new InvalidDataException("A JPEG cannot be decoded.");
        if (!isInverted || picture.Pixels.ColorType != SKColorType.Gray8) return picture.Pixels;
        using (picture) return PdfSamples.Inverted(picture.Pixels);
    }

    // A page's pictures are counted by what is said of them.
    private bool IsOfItsSize(ReadOnlySpan<byte> jpeg)
    {
        using var data = SKData.CreateCopy(jpeg);
        using var codec = SKCodec.Create(data);
        return codec is not null && (codec.Info.Width, codec.Info.Height) == (Width, Height);
    }
}
