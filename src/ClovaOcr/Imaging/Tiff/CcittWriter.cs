using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes black and white lines as <see cref="CcittReader"/> reads them.</summary>
internal sealed class CcittWriter : ITiffLineWriter
{
    // Of two dimensions, every so many lines one does not lean on the line before (T.4, 4.2.1: parameter K).
    private const int LinesToRuns = 4;

    private readonly SegmentedBytes _sink;
    private readonly TiffCompression _kind;
    private readonly int _options;
    private readonly int _width;
    private int[] _changes;
    private int[] _before;
    private int _count;
    private int _lines;
    private ulong _bits;
    private int _bitCount;

    /// <param name="sink">What is written to.</param>
    /// <param name="kind">One of the three CCITT compressions.</param>
    /// <param name="options">T4Options or T6Options.</param>
    /// <param name="width">Pixels of a line.</param>
    public CcittWriter(SegmentedBytes sink, TiffCompression kind, int options, int width)
    {
        (_sink, _kind, _options, _width) = (sink, kind, options, width);
        (_changes, _before) = (new int[width + 3], new int[width + 3]);
        (_before[0], _before[1]) = (width, width);
    }

    public void Write(ReadOnlySpan<byte> line)
    {
        FindChanges(line);
        if (BeginsByRuns()) WriteRuns();
        else WriteSteps();
        if (_kind == TiffCompression.CcittRle) Flush();
        (_changes, _before) = (_before, _changes);
        _lines++;
    }

    public void Finish()
    {
        for (var i = 0; i < 2 && _kind == TiffCompression.CcittGroup4; i++) WriteBits(CcittCodes.EndOfLine, CcittCodes.EndOfLineLength);
        Flush();
    }

    private void FindChanges(ReadOnlySpan<byte> line)
    {
        _count = 0;
        for (var (x, color) = (0, 0); x < _width; x++)
        {
            // Whole bytes of one colour are passed at once.
            if ((x & 7) == 0 && line[x >> 3] == (color == 0 ? 0 : byte.MaxValue))
            {
                x += 7;
                continue;
            }

            if (((line[x >> 3] >> (7 - (x & 7))) & 1) == color) continue;
            _changes[_count++] = x;
            color ^= 1;
        }

        (_changes[_count], _changes[_count + 1]) = (_width, _width);
    }

    private bool BeginsByRuns()
    {
        if (_kind != TiffCompression.CcittGroup3) return _kind == TiffCompression.CcittRle;

        if ((_options & CcittOptions.AlignedEnds) != 0) WriteBits(0, (20 - _bitCount) % 8);
        WriteBits(CcittCodes.EndOfLine, CcittCodes.EndOfLineLength);
        if ((_options & CcittOptions.TwoDimensional) == 0) return true;
        var isByRuns = _lines % LinesToRuns == 0;
        WriteBits(isByRuns ? 1 : 0, 1);
        return isByRuns;
    }

    private void WriteRuns()
    {
        var (place, color) = (0, 0);
        for (var i = 0; place < _width; i++, color ^= 1)
        {
            var end = i < _count ? _changes[i] : _width;
            WriteRun(color, end - place);
            place = end;
        }
    }

    // T.6, 2.2 and figure 7.
    private void WriteSteps()
    {
        var (place, color, next, mine) = (-1, 0, 0, 0);
        while (place < _width)
        {
            while (next > 0 && _before[next - 1] > place) next--;
            while (_before[next] <= place && _before[next] < _width) next++;
            if ((next & 1) != color && _before[next] < _width) next++;
            while (mine < _count && _changes[mine] <= place) mine++;

            var change = mine < _count ? _changes[mine] : _width;
            var (above, afterAbove) = (_before[next], _before[next] < _width ? _before[next + 1] : _width);
            if (afterAbove < change)
            {
                WriteBits(CcittCodes.PassCode, CcittCodes.PassLength);
                place = afterAbove;
            }
            else if (Math.Abs(change - above) <= CcittCodes.FurthestStep)
            {
                var (code, length) = CcittCodes.Steps[change - above + CcittCodes.FurthestStep];
                WriteBits(code, length);
                place = change;
                color ^= 1;
            }
            else
            {
                var second = mine + 1 < _count ? _changes[mine + 1] : _width;
                WriteBits(CcittCodes.HorizontalCode, CcittCodes.HorizontalLength);
                WriteRun(color, change - Math.Max(place, 0));
                WriteRun(color ^ 1, second - change);
                place = second;
            }
        }
    }

    private void WriteRun(int color, int run)
    {
        var codes = CcittCodes.Runs[color];
        for (; run >= CcittCodes.LongestRun + CcittCodes.MakeUp; run -= CcittCodes.LongestRun) WriteCode(codes[^1]);
        if (run >= CcittCodes.MakeUp) WriteCode(codes[CcittCodes.MakeUp - 1 + (run / CcittCodes.MakeUp)]);
        WriteCode(codes[run % CcittCodes.MakeUp]);
    }

    private void WriteCode((int Code, int Length) code) => WriteBits(code.Code, code.Length);

    private void WriteBits(int code, int length)
    {
        _bits = (_bits << length) | (uint)code;
        for (_bitCount += length; _bitCount >= 8; _bitCount -= 8) _sink.WriteByte((byte)(_bits >> (_bitCount - 8)));
    }

    private void Flush()
    {
        if (_bitCount > 0) WriteBits(0, 8 - _bitCount);
    }
}
