using System;
using System.Security.Cryptography;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Compares a masked TIFF with its source, sample by sample, both as LibTiff.NET decodes them. They are read one after the other, by a
/// hash of all that is not covered, so that only one of them is decoded at a time.
/// </summary>
internal static class TiffComparison
{
    public static void Check(byte[] source, MaskedPicture masked, CoveredRows covered)
    {
        byte[] outside;
        using (var before = new LibTiffReader(source))
        {
            using var after = new LibTiffReader(masked.Bytes);
            var size = (masked.Width, masked.Height);
            if ((before.Width, before.Height) != size || (after.Width, after.Height) != size)
                throw Refusal.NotProved("it has another size than its source");
            if (!before.IsAlike(after)) throw Refusal.NotProved("its colours are coded in another way than its source's");
            outside = Read(before, covered, static (_, _) => { });
        }

        using var copy = new LibTiffReader(masked.Bytes);
        var fill = new TiffFillCheck(copy);
        if (!outside.AsSpan().SequenceEqual(Read(copy, covered, fill.Take)))
            throw Refusal.NotProved("a pixel outside the mask is not the source's");
        if (!copy.IsPaddingZero) throw Refusal.NotProved("something stands past the picture's edge");
    }

    /// <returns>A hash of all pixels that are not covered.</returns>
    private static byte[] Read(LibTiffReader reader, CoveredRows covered, TakeCovered take)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (palette, pixelBytes) = (reader.Palette(), reader.PixelBytes);
        if (palette.Length > 0) pixelBytes = palette[0].Length;
        var row = new byte[reader.Width * pixelBytes];
        reader.ReadRows((plane, y, pixels) =>
        {
            if (palette.Length == 0) pixels.CopyTo(row);
            else for (var x = 0; x < pixels.Length; x++) palette[pixels[x]].CopyTo(row, x * pixelBytes);
            foreach (var (first, end) in covered.Outside(y, reader.Width))
                hash.AppendData(row, first * pixelBytes, (end - first) * pixelBytes);
            foreach (var (first, end) in covered.Of(y)) take(plane, row.AsSpan(first * pixelBytes, (end - first) * pixelBytes));
        });
        return hash.GetHashAndReset();
    }
}
