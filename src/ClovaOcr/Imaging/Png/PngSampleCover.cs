using System;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>Covers a picture of gray or colour samples with opaque black.</summary>
internal static class PngSampleCover
{
    public static byte[] Write(PngFile file, PngScanlines scanlines, CoverGrid cover)
    {
        var transparent = TransparentPixel(file);
        var isUsed = transparent is not null && IsOutside(transparent, scanlines, cover);
        if (transparent is not null)
        {
            if (isUsed) file.Metadata.Kept.Add("transparent colour");
            else file.Metadata.Dropped.Add(PngChunk.Describe(PngChunk.Transparency));
        }


        Fill(scanlines, cover, Black(file.Header, isUsed ? transparent : null));
        return PngWriter.Write(scanlines, [], isUsed ? Written(file.Header, transparent!) : null, file.Metadata);
    }

    // A pixel's bytes, or for samples of less than a byte its one sample. tRNS gives two bytes a sample, of which the low bits count
    // (11.3.1.1).
    private static byte[]? TransparentPixel(PngFile file)
    {
        if (file.Transparency is not { } stated) return null;
        if (file.Header.BitDepth == 16) return stated;
        var pixel = new byte[stated.Length / 2];
        for (var i = 0; i < pixel.Length; i++) pixel[i] = (byte)(stated[(i * 2) + 1] & ((1 << file.Header.BitDepth) - 1));
        return pixel;
    }

    private static byte[] Written(PngHeader header, byte[] pixel)
    {
        if (header.BitDepth == 16) return pixel;
        var data = new byte[pixel.Length * 2];
        for (var i = 0; i < pixel.Length; i++) data[(i * 2) + 1] = pixel[i];
        return data;
    }

    // Black with full alpha, or the next to it where black means transparent.
    private static byte[] Black(PngHeader header, byte[]? transparent)
    {
        var sampleBytes = header.BitDepth == 16 ? 2 : 1;
        var pixel = new byte[header.Channels * sampleBytes];
        if (header.Color is PngColor.GrayAlpha or PngColor.Rgba) pixel.AsSpan(pixel.Length - sampleBytes).Fill(byte.MaxValue);
        else if (transparent.AsSpan().SequenceEqual(pixel)) pixel.AsSpan().Fill(1);
        return pixel;
    }

    // A transparent colour that only covered pixels had would tell of them.
    private static bool IsOutside(byte[] pixel, PngScanlines scanlines, CoverGrid cover)
    {
        foreach (var row in new CoveredScanlines(scanlines, cover))
        {
            var samples = scanlines.Row(row.Pass, row.Row);
            foreach (var run in row.Runs().Where(run => !run.IsCovered))
                for (var column = run.First; column < run.End; column++)
                    if (IsPixel(samples, column, pixel, scanlines.Header)) return true;
        }

        return false;
    }

    private static bool IsPixel(ReadOnlySpan<byte> samples, int column, ReadOnlySpan<byte> pixel, PngHeader header) =>
        header.BitDepth < 8
            ? PackedSamples.Get(samples, column, header.BitDepth) == pixel[0]
            : samples.Slice(column * pixel.Length, pixel.Length).SequenceEqual(pixel);

    private static void Fill(PngScanlines scanlines, CoverGrid cover, byte[] pixel)
    {
        foreach (var row in new CoveredScanlines(scanlines, cover))
        {
            var samples = scanlines.Row(row.Pass, row.Row);
            foreach (var span in row.Covered)
            {
                for (var column = span.First; column < span.End; column++)
                {
                    if (scanlines.Header.BitDepth < 8) PackedSamples.Set(samples, column, scanlines.Header.BitDepth, pixel[0]);
                    else pixel.CopyTo(samples[(column * pixel.Length)..]);
                }
            }
        }
    }
}
