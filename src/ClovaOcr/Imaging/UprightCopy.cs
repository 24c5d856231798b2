using System;
using System.Threading;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Png;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging;

/// <summary>
/// A picture as it is to be sent: the service reads stored pixels and ignores EXIF, so that a turned photo must be stored upright for
/// it. Positions in its answer are the copy's; <see cref="Orientation.ToStored(Cards.Polygon, double, double)"/> takes them back.
/// </summary>
/// <param name="Bytes">A whole file of the source's format; the source's own bytes if it is stored upright.</param>
/// <param name="Width">The upright width in pixels.</param>
/// <param name="Height">The upright height in pixels.</param>
public sealed record UprightCopy(byte[] Bytes, int Width, int Height)
{
    /// <summary>Makes the copy in memory.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="header">What <see cref="ImageHeader.Read"/> says of it.</param>
    /// <exception cref="ClovaOcrException">A turned picture that is damaged, too large, or of a kind that is not decoded.</exception>
    public static UprightCopy Of(byte[] source, ImageHeader header) => Make(source, header, CancellationToken.None);

    /// <summary>Whether a picture must be decoded for it: the service shows a PDF's page by itself, turned as the page says.</summary>
    internal static bool IsNeeded(ImageHeader header) => !header.Orientation.IsUpright && header.Format != ImageFormat.Pdf;

    /// <summary>Makes the copy, and ends the work when it is no longer wanted.</summary>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    /// <exception cref="ClovaOcrException">See <see cref="Of"/>.</exception>
    internal static UprightCopy Make(byte[] source, ImageHeader header, CancellationToken cancellation)
    {
        var (width, height) = header.Orientation.UprightSize(header.Width, header.Height);
        if (!IsNeeded(header)) return new(source, width, height);

        ImageHeader.EnsureDecodable(header.Width, header.Height);
        return header.Format switch
        {
            ImageFormat.Jpeg => new(JpegTurner.Turn(source, header.Orientation, cancellation), width, height),
            ImageFormat.Png => new(PngTurner.Turn(source, header.Orientation, cancellation), width, height),
            ImageFormat.Tiff => new(TiffTurner.Turn(source, header.Orientation, cancellation), width, height),
            _ => throw new ArgumentException("Only a JPEG, PNG or TIFF has a header that says how it is turned.", nameof(header)),
        };
    }
}
