using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Reads black and white lines that are coded as runs, or as steps from the line before (ITU-T T.4 and T.6; TIFF 6.0, 10 and 11). A bit
/// of 1 is what the standards call black.
/// </summary>
internal sealed class CcittReader : ITiffLineReader
{
    private readonly CcittBits _bits;
    private readonly TiffCompression _kind;
    private readonly bool _isTwoDimensional;
    private readonly int _width;

    // Where the colour changes in the line and the one before, from white on, and then the width.
    private int[] _changes;
    private int[] _before;
    private int _count;

    /// <param name="data">The compressed data.</param>
    /// <param name="kind">One of the three CCITT compressions.</param>
    /// <param name="options">T4Options or T6Options.</param>
    /// <param name="width">Pixels of a line.</param>
    public CcittReader(ReadOnlyMemory<byte> data, TiffCompression kind, int options, int width)
    {
        _bits = new(data);
        (_kind, _width) = (kind, width);
        _isTwoDimensional = kind == TiffCompression.CcittGroup4 || (options & CcittOptions.TwoDimensional) != 0;
        (_changes, _before) = (new int[width + 3], new int[width + 3]);
        (_before[0], _before[1]) = (width, width);
    }

    public void Read(Span<byte> line)
    {
        _count = 0;
        if (IsNextByRuns()) ReadRuns();
        else ReadSteps();
        (_changes[_count], _changes[_count + 1]) = (_width, _width);

        line.Clear();
        for (var i = 0; i < _count; i += 2) Blacken(line, _changes[i], _changes[i + 1]);
        (_changes, _before) = (_before, _changes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool IsNextByRuns()
    {
        switch (_kind)
        {
            case TiffCompression.CcittGroup4:
                return false;
            case TiffCompression.CcittRle:
                _bits.Align();
                return true;
            default:
                var hasMark = PassEndOfLines();
                if (!_isTwoDimensional) return true;
                return hasMark ?? throw Refusal.Damaged("a line of its compressed data has no beginning");
        }
    }

    // A line may begin with the code that ends the one before, and zeros before that, and of two dimensions with a bit that says which.
    private bool? PassEndOfLines()
    {
        bool? isByRuns = null;
        while (_bits.Peek(CcittCodes.EndOfLineLength - 1) == 0)
        {
            while (!_bits.Takes(CcittCodes.EndOfLine, 1)) _bits.Skip(1);
            if (_isTwoDimensional) isByRuns = _bits.Takes(1, 1) || !_bits.Takes(0, 1);
        }

        return isByRuns;
    }

    private void ReadRuns()
    {
        var place = 0;
        for (var color = 0; place < _width; color ^= 1)
        {
            place += ReadRun(color);
            Add(place);
        }
    }

    // T.6, 2.2: the change to code is a1, after a0; b1 and b2 are the next changes of the line before that are of the same direction.
    private void ReadSteps()
    {
        var (place, color, next) = (-1, 0, 0);
        while (place < _width)
        {
            while (next > 0 && _before[next - 1] > place) next--;
            while (_before[next] <= place && _before[next] < _width) next++;
            if ((next & 1) != color && _before[next] < _width) next++;

            if (_bits.Takes(CcittCodes.PassCode, CcittCodes.PassLength))
            {
                place = _before[next] < _width ? _before[next + 1] : _width;
            }
            else if (_bits.Takes(CcittCodes.HorizontalCode, CcittCodes.HorizontalLength))
            {
                var middle = Math.Max(place, 0) + ReadRun(color);
                Add(middle);
                place = middle + ReadRun(color ^ 1);
                Add(place);
            }
            else
            {
                var change = _before[next] + ReadStep();
                if (change < Math.Max(place, 0)) throw Refusal.Damaged("a line of its compressed data goes backwards");
                place = change;
                Add(place);
                color ^= 1;
            }
        }
    }

    // Two changes at one place are none, so that the next line's steps find what is really there.
    private void Add(int place)
    {
        if (place > _width) throw Refusal.Damaged("a line of its compressed data is too long");
        if (_count > 0 && _changes[_count - 1] == place) _count--;
        else _changes[_count++] = place;
    }

    private int ReadRun(int color)
    {
        var run = 0;
        while (true)
        {
            var look = CcittCodes.RunLooks[color][_bits.Peek(CcittCodes.LongestRunCode)];
            if (look == 0) throw Refusal.Damaged("its compressed data hold a code that is in no table");
            _bits.Skip(look & 15);
            run += look >> 4;
            if (run > _width) throw Refusal.Damaged("a line of its compressed data is too long");
            if (look >> 4 < CcittCodes.MakeUp) return run;
        }
    }

    private int ReadStep()
    {
        for (var i = 0; i < CcittCodes.Steps.Length; i++)
        {
            var (code, length) = CcittCodes.Steps[i];
            if (_bits.Takes(code, length)) return i - CcittCodes.FurthestStep;
        }

        throw Refusal.Damaged("its compressed data hold a code that is in no table");
    }

    private static void Blacken(Span<byte> line, int first, int end)
    {
        for (; first < end && (first & 7) != 0; first++) line[first >> 3] |= (byte)(0x80 >> (first & 7));
        if (end - first >= 8) line[(first >> 3)..(end >> 3)].Fill(byte.MaxValue);
        for (var x = Math.Max(first, end & ~7); x < end; x++) line[x >> 3] |= (byte)(0x80 >> (x & 7));
    }
}
