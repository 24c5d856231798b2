using System;
using System.Threading;
using System.Threading.Tasks;
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

    private readonly ImageHeader? _stored;
    private readonly bool _areAreasKnown;

    private SentPicture(byte[] bytes, ImageHeader? stored, bool areAreasKnown = true)
    {
        Bytes = bytes;
        _stored = stored;
        _areAreasKnown = areAreasKnown;
    }

    /// <summary>The picture as it is sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Prepares a file to be sent.</summary>
    /// <exception cref="ClovaOcrException">The picture is damaged, or cannot be turned upright.</exception>
    public static SentPicture Of(SourceFile source) => Turned(source, ImageHeader.Read(source.Bytes), CancellationToken.None);

    /// <summary>Prepares a file to be sent, and waits for its turn if it must be decoded for it.</summary>
    internal static Task<SentPicture> OfAsync(SourceFile source, DecodingGate gate, CancellationToken cancellation)
    {
        var header = ImageHeader.Read(source.Bytes);
        return header is not null && UprightCopy.IsNeeded(header)
            ? gate.RunAsync(header, () => Turned(source, header, cancellation), cancellation)
            : Task.FromResult(new SentPicture(source.Bytes, header));
    }

    /// <summary>What was sent for a file whose answer was saved. Nothing is to be sent again, so no upright copy is made.</summary>
    /// <param name="source">The file.</param>
    /// <param name="areas">Which pixels the answer's areas are in; null when that is not known.</param>
    /// <exception cref="ClovaOcrException">The picture's header is damaged.</exception>
    public static SentPicture Replay(SourceFile source, AreaSpace? areas)
    {
        var header = ImageHeader.Read(source.Bytes);

        // The picture of a PDF's page is always upright.
        if (header is null or { Page: not null } or { Orientation.IsUpright: true }) return new SentPicture(source.Bytes, header);
        return new SentPicture(
            source.Bytes, areas == AreaSpace.Stored ? header with { Orientation = Orientation.Upright } : header, areas is not null);
    }

    private static SentPicture Turned(SourceFile source, ImageHeader? header, CancellationToken cancellation) =>
        new(header is null ? source.Bytes : UprightCopy.Make(source.Bytes, header, cancellation).Bytes, header);

    /// <summary>
    /// The reading with its areas in pixels of the file's stored picture, which in a PDF is the one that its page shows. Those of a TIFF or
    /// PDF that this library does not read stay in pixels of the picture that the service made of it
    /// (<see cref="CardReading.ConvertedImage"/>).
    /// </summary>
    public CardReading MapToStored(CardReading reading)
    {
        if (_stored is not { } stored) return reading;
        if (!_areAreasKnown) return reading.WithoutAreas("the picture has an orientation, so its areas need -AreasIn");
        if (stored.Page is not null && reading.ConvertedImage is null)
            return reading.WithoutAreas("the service did not say how large its picture of the page is, so its areas cannot be used");

        // What the service looked at, and where on it the file's picture is: all of it, but in a PDF.
        var (width, height) = stored.Orientation.UprightSize(stored.Width, stored.Height);
        var page = stored.Page ?? new PagePlacement(width, height, 0, 0, width, height);
        var (scaleX, scaleY) = (1.0, 1.0);
        if (reading.ConvertedImage is { } converted)
        {
            (scaleX, scaleY) = (page.PageWidth / converted.Width, page.PageHeight / converted.Height);
            if (!(Math.Abs((scaleX / scaleY) - 1) <= ShapeTolerance))
                return reading.WithoutAreas("the service's picture has another shape than the file, so its areas cannot be used");
        }

        var (pixelsX, pixelsY) = (width / page.Width, height / page.Height);
        return reading.MapAreas(area => stored.Orientation.ToStored(
            area.Select(p => new PixelPoint(((p.X * scaleX) - page.Left) * pixelsX, ((p.Y * scaleY) - page.Top) * pixelsY)),
            stored.Width,
            stored.Height));
    }
}
