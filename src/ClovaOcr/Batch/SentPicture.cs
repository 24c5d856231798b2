using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Batch;

/// <summary>
/// What is sent for a file, which is the file itself or an upright copy of it, because the service does not look at EXIF orientation; and
/// the way back for the areas in the answer.
/// </summary>
public sealed class SentPicture
{
    // Larger differences than rounding makes: the service's picture is then another cut of the page.
    private const double ShapeTolerance = 0.01;

    private readonly Stored? _stored;

    private SentPicture(byte[] bytes, Stored? stored)
    {
        Bytes = bytes;
        _stored = stored;
    }

    /// <summary>The picture as it is sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Prepares a file to be sent.</summary>
    /// <exception cref="ClovaOcrException">The picture is damaged, or cannot be turned upright.</exception>
    public static SentPicture Of(SourceFile source)
    {
        if (ImageHeader.Read(source.Bytes) is not { } header) return new SentPicture(source.Bytes, stored: null);
        var upright = UprightCopy.Of(source.Bytes, header);
        return new SentPicture(upright.Bytes, new Stored(header, upright.Width, upright.Height));
    }

    /// <summary>
    /// The reading with its areas in pixels of the file's stored picture. Those of a PDF or TIFF page stay in pixels of the picture that
    /// the service made of it (<see cref="CardReading.ConvertedImage"/>).
    /// </summary>
    public CardReading MapToStored(CardReading reading)
    {
        if (_stored is not { } stored) return reading;
        var (scaleX, scaleY) = (1.0, 1.0);
        if (reading.ConvertedImage is { } converted)
        {
            (scaleX, scaleY) = ((double)stored.UprightWidth / converted.Width, (double)stored.UprightHeight / converted.Height);
            if (Math.Abs((scaleX / scaleY) - 1) > ShapeTolerance) return WithoutAreas(reading);
        }

        var header = stored.Header;
        return reading.MapAreas(area =>
            header.Orientation.ToStored(area.Select(p => new PixelPoint(p.X * scaleX, p.Y * scaleY)), header.Width, header.Height));
    }

    private static CardReading WithoutAreas(CardReading reading) => reading with
    {
        Rois = [],
        Fields = [.. reading.Fields.Select(field => field with { BoundingPolys = [], MaskingPolys = [] })],
        Warnings = [.. reading.Warnings, "the service's picture has another shape than the file, so its areas cannot be used"],
    };

    /// <summary>The file's own picture, and its size when it is turned upright.</summary>
    private sealed record Stored(ImageHeader Header, int UprightWidth, int UprightHeight);
}
