using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Whether a TIFF's strips or tiles can hold the pixels that it announces, told before memory is taken for them.</summary>
internal static class TiffPromise
{
    /// <exception cref="ClovaOcrException">Its pixels could not be in so few bytes.</exception>
    public static void EnsureHeld(TiffFile file)
    {
        var layout = file.Layout;
        var needed = layout.Segments().Sum(segment => layout.LineBytes(segment.Width) * layout.LinesIn(segment));
        if (needed > file.Places.Sum(place => (long)place.Length) * MostOfByte(layout))
            throw Refusal.Damaged("it has less data than the pixels that it announces need");
    }

    // The most bytes of samples that a byte of data can stand for.
    private static long MostOfByte(TiffLayout layout) => layout.Compression switch
    {
        TiffCompression.None => 1,
        TiffCompression.PackBits => 64, // two bytes for a run of 128
        TiffCompression.Lzw => 2560, // twelve bits for the longest string
        TiffCompression.Deflate or TiffCompression.DeflateBefore8 => 1032, // two bits for a run of 258
        TiffCompression.Jpeg => 8 * 192, // a bit for a block of 64 samples, each for three pixels where colours are shared
        _ => 8 * layout.LineBytes(layout.SegmentWidth), // a bit for a line like the one before
    };
}
