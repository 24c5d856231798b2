using System;
using System.Collections.Generic;
using System.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The one picture of a PDF's one page, as PdfPig finds and decodes it.</summary>
internal sealed class PdfPigScan
{
    private readonly int _rowBytes;
    private readonly ReadOnlyMemory<byte> _samples;

    private PdfPigScan(Page page, IPdfImage image, PdfPigFilters filters)
    {
        (Width, Height, Bits) = (image.WidthInSamples, image.HeightInSamples, image.BitsPerComponent);
        var box = image.BoundingBox;
        var corners = new[] { box.TopLeft, box.TopRight, box.BottomLeft, box.BottomRight };
        Place = [page.Width, page.Height, .. corners.SelectMany(corner => new[] { corner.X, corner.Y })];

        var details = image.ColorSpaceDetails ?? throw Refusal.Damaged("a PDF reader does not know its colours");
        Samples = details.NumberOfColorComponents;
        EntrySamples = details is IndexedColorSpaceDetails indexed ? indexed.BaseColorSpace.NumberOfColorComponents : Samples;
        if (details is IndexedColorSpaceDetails table) Palette = table.ColorTable.ToArray();
        IsInverted = image.Decode is [1, 0, ..];

        Jpeg = filters.JpegOf(image.ImageDictionary, image.RawMemory);
        if (Jpeg is not null) return;
        _rowBytes = (int)((((long)Width * Samples * Bits) + 7) / 8);
        if (!image.TryGetBytesAsMemory(out var samples) || samples.Length < (long)_rowBytes * Height)
            throw Refusal.Damaged("a PDF reader cannot decode its picture");
        _samples = samples;
    }

    public int Width { get; }

    public int Height { get; }

    public int Bits { get; }

    /// <summary>Samples of a pixel.</summary>
    public int Samples { get; }

    /// <summary>Samples of a palette's entry; of a pixel without a palette.</summary>
    public int EntrySamples { get; }

    public IReadOnlyList<byte>? Palette { get; }

    public bool IsInverted { get; }

    /// <summary>Whether black is all ones: the most ink, or no light turned over.</summary>
    public bool IsBlackOnes => (EntrySamples == 4) != IsInverted;

    /// <summary>The picture if it is a JPEG; null if it is samples.</summary>
    public byte[]? Jpeg { get; }

    /// <summary>The page's sides and the picture's corners, in points.</summary>
    public IReadOnlyList<double> Place { get; }

    /// <exception cref="ClovaOcrException">PdfPig does not read it, or finds something else than one picture on one page.</exception>
    public static PdfPigScan Read(byte[] file, int width, int height)
    {
        try
        {
            var filters = new PdfPigFilters(width, height);
            using var document = PdfDocument.Open(file, new ParsingOptions
            {
                UseLenientParsing = true,
                MaxStackDepth = 64,
                FilterProvider = filters,
            });
            if (document.NumberOfPages != 1 || document.IsEncrypted) throw Refusal.Damaged("a PDF reader finds several pages");
            var page = document.GetPage(1);
            var images = page.GetImages().ToArray();
            if (images.Length != 1 || page.Letters.Count > 0 || page.Paths.Any(path => path.IsFilled || path.IsStroked))
                throw Refusal.Damaged("a PDF reader finds something else than one picture");
            return new(page, images[0], filters);
        }
        catch (Exception problem) when (problem is not ClovaOcrException)
        {
            // PdfPig throws plain exceptions, and casts, indexes and null errors on damaged files, and asks for more memory than there is.
            throw Refusal.Damaged("a PDF reader cannot read it", problem);
        }
    }

    public ReadOnlyMemory<byte> Row(int y) => _samples.Slice(y * _rowBytes, _rowBytes);

    /// <summary>The colour that a pixel's index stands for, its bytes as one number.</summary>
    public uint ColorAt(int x, int y)
    {
        var bit = x * Bits;
        var index = (_samples.Span[(y * _rowBytes) + (bit / 8)] >> (8 - Bits - (bit % 8))) & ((1 << Bits) - 1);
        uint color = 0;
        for (var i = 0; i < EntrySamples; i++)
        {
            var place = (index * EntrySamples) + i;
            if (place >= Palette!.Count) throw Refusal.Damaged("a PDF reader finds a colour that the palette lacks");
            color = (color << 8) | Palette[place];
        }

        return color;
    }
}
