using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// How much a JPEG makes a decoder do, told by its markers alone, before memory is taken or a block is decoded: a few bytes can announce
/// a large picture, and a few more can go over it again and again.
/// </summary>
internal static class JpegWorkload
{
    // The usual script of libjpeg goes over four inks 24 times in all, over three colours up to 18 times, over gray 6 times.
    private const int MostTimes = 25;
    private const int MostTimesOfPart = 8;
    private const int PixelsOfBlock = 64;
    private const int ComponentLength = 3;

    /// <summary>Refuses what is more than any picture needs. What is damaged is for the decoder to say.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="isPart">Whether it is one of many, such as a strip: then a small one may not do more for its size than a large one.</param>
    /// <exception cref="ClovaOcrException">Its blocks could not be in so few bytes, or its scans go over them too often.</exception>
    public static void EnsureBearable(ReadOnlySpan<byte> file, bool isPart = false)
    {
        ReadOnlySpan<byte> frame = default;
        var (blocks, read, position) = (0L, 0L, 2);
        while (Next(file, ref position, out var parameters) is { } marker && marker != JpegMarker.EndOfImage)
        {
            if (JpegMarker.IsFrame(marker) && frame.IsEmpty && parameters.Length > 5)
            {
                frame = parameters;
                for (var i = 0; i < CountOf(frame); i++) blocks += BlocksOf(frame, i);

                // A block takes one bit at least, or two where its DC and AC coefficients are coded together.
                var isTogether = marker is JpegMarker.StartOfFrame0 or JpegMarker.StartOfFrame1;
                if (blocks > file.Length * (isTogether ? 4L : 8L))
                    throw Refusal.Damaged("it has less data than the pixels that it announces need");
            }
            else if (marker == JpegMarker.StartOfScan)
            {
                read += BlocksIn(parameters, frame);
                if (read > (isPart ? MostTimesOfPart * blocks : (long)MostTimes * ImageHeader.MaximumPixels / PixelsOfBlock))
                    throw Refusal.TooManyScans();
            }
        }
    }

    // Compressed data are passed over like stray bytes; the zero after a data byte FF makes it no marker (T.81, B.1.1.5).
    private static byte? Next(ReadOnlySpan<byte> file, scoped ref int position, out ReadOnlySpan<byte> parameters)
    {
        parameters = default;
        while (position < file.Length - 1)
        {
            var prefix = file[position..].IndexOf(JpegMarker.Prefix);
            if (prefix < 0) return null;
            position += prefix + 1;
            if (position == file.Length) return null;
            var marker = file[position];
            if (marker == JpegMarker.Prefix) continue;
            position++;
            if (marker == 0 || (JpegMarker.StandsAlone(marker) && marker != JpegMarker.EndOfImage)) continue;
            if (marker == JpegMarker.EndOfImage) return marker;

            if (file.Length - position < 2) return null;
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[position..]);
            if (length < 2 || length > file.Length - position) return null;
            parameters = file.Slice(position + 2, length - 2);
            position += length;
            return marker;
        }

        return null;
    }

    private static int CountOf(ReadOnlySpan<byte> frame) => Math.Min(frame[5], (frame.Length - 6) / ComponentLength);

    // The blocks that a component has of its own (T.81, A.1.1).
    private static long BlocksOf(ReadOnlySpan<byte> frame, int component)
    {
        var (across, down) = (1, 1);
        for (var i = 0; i < CountOf(frame); i++)
        {
            var factors = FactorsOf(frame, i);
            (across, down) = (Math.Max(across, factors.Across), Math.Max(down, factors.Down));
        }

        var own = FactorsOf(frame, component);
        return Blocks(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), own.Across, across)
            * Blocks(BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), own.Down, down);
    }

    private static (int Across, int Down) FactorsOf(ReadOnlySpan<byte> frame, int component)
    {
        int factors = frame[6 + (component * ComponentLength) + 1];
        return (factors >> 4, factors & 15);
    }

    private static long Blocks(int samples, int factor, int most) => (((long)samples * factor) + (most * 8) - 1) / (most * 8);

    private static long BlocksIn(ReadOnlySpan<byte> scan, ReadOnlySpan<byte> frame)
    {
        if (frame.IsEmpty || scan.IsEmpty) return 0;
        var blocks = 0L;
        for (var i = 0; i < Math.Min(scan[0], (scan.Length - 1) / 2); i++)
            for (var component = 0; component < CountOf(frame); component++)
                if (frame[6 + (component * ComponentLength)] == scan[1 + (i * 2)]) blocks += BlocksOf(frame, component);
        return blocks;
    }
}
