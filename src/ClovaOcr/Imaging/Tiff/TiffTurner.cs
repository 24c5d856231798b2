using System;
using System.Threading;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Stores a TIFF's pixels upright, in the same colours and bits. Whatever compression the source has, the copy has LZW, which loses
/// nothing and which all read.
/// </summary>
internal static class TiffTurner
{
    private const int StripBytes = 1 << 16;

    public static byte[] Turn(byte[] source, Orientation orientation, CancellationToken cancellation)
    {
        var file = TiffFile.Read(source);
        TiffPromise.EnsureHeld(file);
        var rows = new TiffRows(file, source);
        var stored = new byte[(long)file.Layout.Width * file.Layout.Height * rows.PixelBytes];
        var length = 0;
        rows.Read(row =>
        {
            cancellation.ThrowIfCancellationRequested();
            row.CopyTo(stored.AsSpan(length));
            length += row.Length;
        });

        var upright = new byte[stored.Length];
        orientation.CopyUpright(stored, upright, file.Layout.Width, file.Layout.Height, rows.PixelBytes);
        var layout = Upright(file.Layout, orientation);
        ushort[] palette = file.Palette.Length > 0 ? TiffPalette.Write(file.Palette, layout.Bits) : [];
        return Write(layout, upright, palette, file.Metadata.Upright(), cancellation);
    }

    private static TiffLayout Upright(TiffLayout stored, Orientation orientation)
    {
        var (width, height) = orientation.UprightSize(stored.Width, stored.Height);
        var layout = stored with
        {
            Width = width,
            Height = height,
            IsPlanar = false,
            Compression = TiffCompression.Lzw,
            IsPredicted = stored.Bits >= 8 && stored.Color != TiffColor.Palette,
            FaxOptions = 0,
            IsTiled = false,
            SegmentWidth = width,
            SegmentHeight = height,
            Subsampling = (1, 1),
        };
        return layout with { SegmentHeight = (int)Math.Min(Math.Max(StripBytes / layout.LineBytes(width), 1), height) };
    }

    private static byte[] Write(
        TiffLayout layout, byte[] pixels, ushort[] palette, TiffMetadata metadata, CancellationToken cancellation)
    {
        using var file = new TiffWriter();
        var line = new byte[layout.LineBytes(layout.Width)];
        var (place, samples) = (0, layout.Width * layout.Samples * (layout.Bits == 16 ? 2 : 1));
        foreach (var segment in layout.Segments())
        {
            cancellation.ThrowIfCancellationRequested();
            var writer = new TiffSegmentWriter(layout, file.BeginSegment(), segment);
            for (var row = 0; row < segment.Height; row++)
            {
                Pack(pixels.AsSpan(place, samples), layout.Bits, line);
                place += samples;
                writer.Write(line);
            }

            writer.Finish();
        }

        return file.Finish(layout, palette, metadata);
    }

    private static void Pack(ReadOnlySpan<byte> samples, int bits, Span<byte> line)
    {
        if (bits >= 8) samples.CopyTo(line);
        else for (var i = 0; i < samples.Length; i++) PackedSamples.Set(line, i, bits, samples[i]);
    }
}
