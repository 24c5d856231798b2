using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes runs and literals, each line by itself (TIFF 6.0, 9).</summary>
internal sealed class PackBitsWriter(SegmentedBytes sink) : ITiffLineWriter
{
    private const int Longest = 128;

    // A run of two is no shorter than two bytes of a literal, and would end that.
    private const int ShortestRun = 3;

    public void Write(ReadOnlySpan<byte> line)
    {
        var literal = 0;
        for (var i = 0; i < line.Length;)
        {
            var run = RunAt(line, i);
            if (run < ShortestRun)
            {
                i += run;
                continue;
            }

            WriteLiteral(line[literal..i]);
            sink.WriteByte((byte)(257 - run));
            sink.WriteByte(line[i]);
            i += run;
            literal = i;
        }

        WriteLiteral(line[literal..]);
    }

    public void Finish()
    {
    }

    private static int RunAt(ReadOnlySpan<byte> line, int start)
    {
        var end = start + 1;
        while (end < line.Length && end - start < Longest && line[end] == line[start]) end++;
        return end - start;
    }

    private void WriteLiteral(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, Longest)];
            sink.WriteByte((byte)(part.Length - 1));
            sink.Write(part);
            bytes = bytes[part.Length..];
        }
    }
}
