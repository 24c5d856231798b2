using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Reads the scan of a masked copy code by code and refuses what could hold more than the picture: codes that say in a longer way what a
/// shorter one says, coefficients in blocks that are covered or that no viewer shows, spare bits that are not ones.
/// </summary>
internal sealed class CopiedScan(byte[] file, int position, CopiedComponent[] components, IReadOnlyDictionary<int, CopiedCodes> codes)
{
    private readonly CopiedCodes[] _dcCodes = Array.ConvertAll(components, component => codes[component.DcCodes]);
    private readonly CopiedCodes[] _acCodes = Array.ConvertAll(components, component => codes[component.AcCodes]);
    private readonly int _unitWidth = components.Max(component => component.Across) * 8;
    private readonly int _unitHeight = components.Max(component => component.Down) * 8;
    private int _position = position;

    // The next bits in the low end, and how many of them; those past the segment's end are made up.
    private ulong _bits;
    private int _count;
    private int _madeUp;

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int RestartInterval { get; init; }

    /// <summary>Reads the scan.</summary>
    /// <returns>The position after it.</returns>
    public int Check(CoveredRows covered)
    {
        var (across, down) = (Units(Width, _unitWidth), Units(Height, _unitHeight));
        if (RestartInterval >= (long)across * down) throw Refusal.NotProved("it announces restart markers that never come");

        var unit = 0;
        for (var row = 0; row < down; row++)
        {
            var spans = covered.Of(row * _unitHeight).ToArray();
            for (var column = 0; column < across; column++, unit++)
            {
                if (RestartInterval > 0 && unit > 0 && unit % RestartInterval == 0) Restart((unit / RestartInterval) - 1);
                var left = column * _unitWidth;
                var isCovered = Array.Exists(spans, span => span.First <= left && left < span.End);
                for (var i = 0; i < components.Length; i++) CheckUnit(i, column, row, isCovered);
            }
        }

        EndSegment();
        return _position;
    }

    private static int Units(int pixels, int unit) => (pixels + unit - 1) / unit;

    // A component's own blocks are those that its share of the picture's samples takes.
    private void CheckUnit(int place, int column, int row, bool isCovered)
    {
        var component = components[place];
        for (var y = row * component.Down; y < (row + 1) * component.Down; y++)
        {
            for (var x = column * component.Across; x < (column + 1) * component.Across; x++)
            {
                var isOwn = x < Units(Width * component.Across, _unitWidth) && y < Units(Height * component.Down, _unitHeight);
                CheckBlock(place, isCovered, isOwn);
            }
        }
    }

    private void CheckBlock(int place, bool isCovered, bool isOwn)
    {
        var component = components[place];
        var step = Number(Symbol(_dcCodes[place]), 11);
        component.Dc += step;
        if (Math.Abs(component.Dc) > short.MaxValue) throw Refusal.NotProved("it holds a number that no picture has");
        var used = component.Dc == 0 ? 0UL : 1UL;
        var coefficients = Coefficients(_acCodes[place]);
        component.UsedCoefficients |= used | coefficients;
        if (isCovered && (coefficients != 0 || !component.IsFill(component.Dc))) throw Refusal.NotProved("a covered block is not flat");
        if (!isCovered && !isOwn && (coefficients != 0 || step != 0)) throw Refusal.NotProved("it holds something past the picture's edge");
    }

    private ulong Coefficients(CopiedCodes table)
    {
        var found = 0UL;
        var (index, isAfterZeros) = (1, false);
        while (index < 64)
        {
            var symbol = Symbol(table);
            if (symbol == 0 && !isAfterZeros) break;
            index += symbol >> 4;
            isAfterZeros = symbol == 0xF0;
            if (symbol == 0 || index > (isAfterZeros ? 62 : 63)) throw Refusal.NotProved("it holds zeros where a block could end");
            if (!isAfterZeros)
            {
                Number(symbol & 15, 10);
                found |= 1UL << index;
            }

            index++;
        }

        return found;
    }

    private int Symbol(CopiedCodes table)
    {
        while (_count < 16) AddByte();
        var (length, symbol) = table.Find((int)(_bits >> (_count - 16)) & 0xFFFF);
        _count -= length;
        return symbol;
    }

    private int Number(int width, int widest)
    {
        if (width == 0 && widest == 11) return 0;
        if (width == 0 || width > widest) throw Refusal.NotProved("it holds a number that no picture has");
        while (_count < width) AddByte();
        _count -= width;
        var bits = (int)(_bits >> _count) & ((1 << width) - 1);
        return bits >> (width - 1) == 1 ? bits : bits - (1 << width) + 1;
    }

    private void AddByte()
    {
        var value = 0xFF;
        if (_madeUp == 0 && _position < file.Length - 1 && (file[_position] != 0xFF || file[_position + 1] == 0))
        {
            value = file[_position];
            _position += value == 0xFF ? 2 : 1;
        }
        else
        {
            _madeUp += 8;
        }

        _bits = (_bits << 8) | (uint)value;
        _count += 8;
    }

    // What is left of the last byte must be ones.
    private void EndSegment()
    {
        while (_madeUp == 0 && _count < 32) AddByte();
        var spare = _count - _madeUp;
        var ones = (1UL << _count) - 1;
        if (spare is < 0 or > 7 || (_bits & ones) != ones) throw Refusal.NotProved("its picture does not end where its data do");
    }

    private void Restart(int number)
    {
        EndSegment();
        if (_position + 1 >= file.Length || file[_position] != 0xFF || file[_position + 1] != 0xD0 + (number & 7))
            throw Refusal.NotProved("a restart marker is missing");
        _position += 2;
        (_bits, _count, _madeUp) = (0, 0, 0);
        foreach (var component in components) component.Dc = 0;
    }
}
