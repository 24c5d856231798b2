using System.Threading;

namespace ClovaOcr.Imaging.Png;

/// <summary>A PNG's pixels in the order in which they are seen.</summary>
internal sealed class PngPixels
{
    private PngPixels(PngOutline outline, byte[] samples) => (Outline, Samples) = (outline, samples);

    public PngOutline Outline { get; }

    /// <summary>All pixels, row by row; samples of less than 8 bits as they are, not scaled.</summary>
    public byte[] Samples { get; }

    /// <exception cref="ClovaOcrException">Damaged, or too large.</exception>
    public static PngPixels Decode(byte[] file, CancellationToken cancellation)
    {
        using var rows = new PngRows(file);
        var (outline, step) = (rows.Outline, rows.Outline.PixelBytes);
        var pixels = new PngPixels(outline, new byte[(long)outline.Width * outline.Height * step]);
        while (rows.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            var place = rows.Place;
            for (var i = 0; i < place.Count; i++)
            {
                var to = ((long)place.Y * outline.Width) + place.FirstX + ((long)i * place.StepX);
                for (var part = 0; part < step; part++) pixels.Samples[(to * step) + part] = rows.Samples[(i * step) + part];
            }
        }

        return pixels;
    }
}
