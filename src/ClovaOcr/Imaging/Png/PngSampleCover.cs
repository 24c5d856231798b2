using System;
using System.Linq;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Covers a picture of gray or colour samples with opaque black.</summary>
internal sealed class PngSampleCover
{
    private readonly PngFile _file;
    private readonly PngHeader _header;
    private readonly CoverGrid _cover;
    private readonly byte[]? _transparent;
    private readonly byte[] _fill;
    private bool _hidesColors;

    private PngSampleCover(PngFile file, CoverGrid cover)
    {
        (_file, _header, _cover) = (file, file.Header, cover);
        var transparent = TransparentPixel(file);
        _transparent = transparent is not null && IsOutside(transparent) ? transparent : null;
        _fill = Black();
    }

    public static byte[] Write(PngFile file, CoverGrid cover)
    {
        var picture = new PngSampleCover(file, cover);
        var samples = picture.CoverSamples();
        if (picture._transparent is not null) file.Metadata.Kept.Add("transparent colour");
        else if (file.Transparency is not null) file.Metadata.Dropped.Add(PngChunk.Describe(PngChunk.Transparency));
        if (picture._hidesColors) file.Metadata.Kept.Add(MaskedPicture.ColorsNotSeen);
        return PngWriter.Write(file.Header, [], picture.WrittenTransparency(), file.Metadata, samples);
    }

    private SegmentedBytes CoverSamples()
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        using var writer = new PngScanlineWriter(_header);
        var room = new byte[_header.RowBytes(_header.Width)];
        foreach (var row in CoveredScanline.Of(_header, _cover))
        {
            var samples = reader.Read(row.Line);
            if (!_hidesColors && HasAlpha) _hidesColors = HidesColors(samples, row);
            if (row.Covered.Length > 0)
            {
                var covered = room.AsSpan(0, samples.Length);
                samples.CopyTo(covered);
                Fill(covered, row);
                samples = covered;
            }

            writer.Write(row.Line, samples);
        }

        reader.Finish();
        return writer.Finish();
    }

    private bool HasAlpha => _header.Color is PngColor.GrayAlpha or PngColor.Rgba;

    private int SampleBytes => _header.BitDepth == 16 ? 2 : 1;

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

    private byte[]? WrittenTransparency()
    {
        if (_transparent is not { } pixel || _header.BitDepth == 16) return _transparent;
        var data = new byte[pixel.Length * 2];
        for (var i = 0; i < pixel.Length; i++) data[(i * 2) + 1] = pixel[i];
        return data;
    }

    // Black with full alpha, or the next to it where black means transparent.
    private byte[] Black()
    {
        var pixel = new byte[_header.Channels * SampleBytes];
        if (HasAlpha) pixel.AsSpan(pixel.Length - SampleBytes).Fill(byte.MaxValue);
        else if (_transparent.AsSpan().SequenceEqual(pixel)) pixel.AsSpan().Fill(1);
        return pixel;
    }

    // A transparent colour that only covered pixels had would tell of them.
    private bool IsOutside(byte[] pixel)
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        foreach (var row in CoveredScanline.Of(_header, _cover))
        {
            var samples = reader.Read(row.Line);
            foreach (var run in row.Runs().Where(run => !run.IsCovered))
                for (var column = run.First; column < run.End; column++)
                    if (IsPixel(samples, column, pixel)) return true;
        }

        return false;
    }

    private bool IsPixel(ReadOnlySpan<byte> samples, int column, ReadOnlySpan<byte> pixel) => _header.BitDepth < 8
        ? PackedSamples.Get(samples, column, _header.BitDepth) == pixel[0]
        : samples.Slice(column * pixel.Length, pixel.Length).SequenceEqual(pixel);

    // Whether pixels that are not seen at all have a colour nevertheless.
    private bool HidesColors(ReadOnlySpan<byte> samples, CoveredScanline row)
    {
        var (pixel, alpha) = (_fill.Length, SampleBytes);
        ReadOnlySpan<byte> nothing = stackalloc byte[8];
        foreach (var run in row.Runs().Where(run => !run.IsCovered))
        {
            for (var column = run.First; column < run.End; column++)
            {
                if (samples[((column + 1) * pixel) - 1] != 0) continue;
                var bytes = samples.Slice(column * pixel, pixel);
                if (bytes[^alpha] == 0 && !bytes[..^alpha].SequenceEqual(nothing[..(pixel - alpha)])) return true;
            }
        }

        return false;
    }

    private void Fill(Span<byte> samples, CoveredScanline row)
    {
        foreach (var span in row.Covered)
        {
            for (var column = span.First; column < span.End; column++)
            {
                if (_header.BitDepth < 8) PackedSamples.Set(samples, column, _header.BitDepth, _fill[0]);
                else _fill.CopyTo(samples[(column * _fill.Length)..]);
            }
        }
    }
}
