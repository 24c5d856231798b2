using System;
using ClovaOcr.Imaging.Compression;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>All samples of a picture that is no JPEG, row by row as they are stored.</summary>
internal sealed class PdfSamples
{
    private readonly byte[] _bytes;

    /// <summary>Rows of zeros.</summary>
    public PdfSamples(int width, int height, int samples, int bits)
    {
        (Width, Height, PixelBits, Bits) = (width, height, samples * bits, bits);
        RowBytes = (int)((((long)width * PixelBits) + 7) / 8);
        var total = (long)RowBytes * height;
        _bytes = total <= int.MaxValue ? new byte[total] : throw Refusal.TooManyPixels(width, height);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bits of a sample.</summary>
    public int Bits { get; }

    public int PixelBits { get; }

    public int RowBytes { get; }

    /// <summary>Undoes a picture's filters.</summary>
    /// <exception cref="ClovaOcrException">Damaged, or fewer samples than pixels.</exception>
    public static PdfSamples Read(PdfImage image)
    {
        if (image.Coding == PdfFax.Name) return PdfFax.Read(image);
        var (data, last) = PdfImageData.UpToLast(image);
        var total = (long)image.RowBytes * image.Height;
        if (total / ZlibReader.BestRatio > data.Length && last.Name == PdfFilters.Flate) throw Refusal.Damaged("it has less data than pixels");

        var rows = last.Name is PdfFilters.Flate or PdfLzw.Name ? PdfRows.By(last.Parameters) : PdfRows.Unpredicted;
        var isMatching = rows.Predictor == 1
            || (rows.Columns == image.Width && rows.Colors == image.Color.Samples && rows.SampleBits == image.Bits);
        if (!isMatching) throw Refusal.Damaged("its picture was compressed as one of another shape");

        using var decoded = last.Name.Length == 0 ? PdfFilters.Plain(data) : PdfFilters.Open(last, data, PdfImageData.LimitOf(image));
        var samples = new PdfSamples(image.Width, image.Height, image.Color.Samples, image.Bits);
        var row = new byte[samples.RowBytes];
        for (var y = 0; y < samples.Height; y++)
        {
            if (rows.Read(decoded, row) < row.Length) throw Refusal.Damaged("its compressed data end too early");
            row.CopyTo(samples.Row(y));
            samples.ClearPadding(y);
        }

        return samples;
    }

    public Span<byte> Row(int y) => _bytes.AsSpan(y * RowBytes, RowBytes);

    /// <summary>Deflates the rows, by nothing but what they hold now.</summary>
    /// <param name="isFiltered">Whether each row is filtered as in a PNG first.</param>
    public byte[] Deflate(bool isFiltered)
    {
        using var writer = new ZlibWriter();
        var filter = new PngRowFilter(Math.Max(PixelBits / 8, 1), RowBytes);
        for (var y = 0; y < Height; y++)
        {
            if (isFiltered)
            {
                Row(y).CopyTo(filter.Begin(isFirst: y == 0, RowBytes));
                writer.Write(filter.Choose());
            }
            else
            {
                writer.Write(new(_bytes, y * RowBytes, RowBytes));
            }
        }

        var zlib = writer.Finish();
        var bytes = new byte[zlib.Length];
        zlib.CopyTo(bytes);
        return bytes;
    }

    /// <summary>Makes the bits after a row's last pixel zero: nobody sees them, so that they could hold anything.</summary>
    public void ClearPadding(int y)
    {
        var used = (int)((long)Width * PixelBits % 8);
        if (used > 0) Row(y)[^1] &= (byte)(0xFF << (8 - used));
    }
}
