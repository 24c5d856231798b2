using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Finds where a picture looks like a code's modules, even where it is too blurred to make out a single one: half dark, changing as often
/// in one direction as in another, and so in every part. A text has gaps and is lighter; stripes and rings have a direction.
/// </summary>
internal sealed class TextureMap
{
    // Blocks of a window's sides: some ten modules.
    private const int Window = 4;

    private const int FaintestContrast = 10;

    // Hundredths of the usual contrast. What has little of it may be a code under a lamp's reflection; but beside a code with more it must
    // not count as a part of it.
    private static readonly int[] PartsOfContrast = [60, 33, 17];

    private const int WindowBlocks = Window * Window;

    private readonly Luminance _level;
    private readonly BlockTexture[] _blocks;
    private readonly int[] _previous;
    private bool[] _isBusy = [];

    public TextureMap(Luminance level)
    {
        _level = level;
        _blocks = new BlockTexture[level.BlocksAcross * level.BlocksDown];
        _previous = new int[level.Width];
    }

    /// <summary>Takes the next row, as <see cref="Luminance.Row"/> gives it.</summary>
    public void Add(int y, int[] lightness)
    {
        var first = y / Luminance.Block * _level.BlocksAcross;
        for (var column = 0; column < _level.BlocksAcross; column++)
        {
            var start = column * Luminance.Block;
            var beside = Math.Max(start - 1, 0);
            _blocks[first + column].Add(
                lightness.AsSpan(start, Math.Min(Luminance.Block, _level.Width - start)),
                _previous.AsSpan(start),
                lightness[beside],
                _previous[beside]);
        }

        Array.Copy(lightness, _previous, _previous.Length);
    }

    /// <summary>The areas that may be the modules of a code.</summary>
    /// <param name="finders">The finder patterns of the picture, in stored pixels.</param>
    public IReadOnlyList<TextureArea> Areas(IReadOnlyList<FinderPattern> finders)
    {
        var areas = new List<TextureArea>();
        foreach (var part in PartsOfContrast)
        {
            _isBusy = BusyBlocks(Math.Max(_level.UsualContrast * part / 100, FaintestContrast));
            var isBusy = (bool[])_isBusy.Clone();
            for (var i = 0; i < isBusy.Length; i++)
            {
                if (!isBusy[i]) continue;
                var area = TakeOut(i, isBusy);
                if (TextureJudge.MayBeCode(area, finders)) areas.Add(area);
            }
        }

        return areas;
    }

    /// <summary>Of the blocks whose middle an area of stored pixels holds, how many look like modules.</summary>
    public double BusyPart(Polygon area)
    {
        var side = (double)Luminance.Block * _level.Picture.Scale;
        var (busy, all) = (0, 0);
        var (left, right) = (Math.Max((int)(area.Left / side), 0), Math.Min((area.Right / side) + 1, _level.BlocksAcross));
        var (top, bottom) = (Math.Max((int)(area.Top / side), 0), Math.Min((area.Bottom / side) + 1, _level.BlocksDown));
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                if (!area.Holds(new((column + 0.5) * side, (row + 0.5) * side))) continue;
                all++;
                if (_isBusy[(row * _level.BlocksAcross) + column]) busy++;
            }
        }

        return all == 0 ? 0 : busy / (double)all;
    }

    private bool[] BusyBlocks(int leastContrast)
    {
        var isBusy = new bool[_blocks.Length];
        for (var row = 0; row + Window <= _level.BlocksDown; row++)
        {
            for (var column = 0; column + Window <= _level.BlocksAcross; column++)
            {
                if (!IsBusy(column, row, leastContrast)) continue;
                for (var y = row; y < row + Window; y++) isBusy.AsSpan((y * _level.BlocksAcross) + column, Window).Fill(true);
            }
        }

        return isBusy;
    }

    private bool IsBusy(int column, int row, int leastContrast)
    {
        var (sum, changing, squares) = (default(BlockTexture), 0, 0);
        for (var y = row; y < row + Window; y++)
        {
            for (var x = column; x < column + Window; x++)
            {
                if (_level.Contrast(x, y) < leastContrast) return false;
                var block = _blocks[(y * _level.BlocksAcross) + x];
                sum += block;
                squares += block.Dark * block.Dark;
                if (block.Across >= 3 && block.Down >= 3) changing++;
            }
        }

        const double samples = WindowBlocks * BlockTexture.Samples;
        var mean = sum.Dark / (double)WindowBlocks;
        var variance = (squares / (double)WindowBlocks) - (mean * mean);
        return sum.Dark is > (int)(0.35 * samples) and < (int)(0.65 * samples)
            && sum.Density(WindowBlocks) is > 0.08 and < 0.42
            && sum.Direction < 1.6
            && changing >= WindowBlocks - 2
            && variance > 0.06 * 0.06 * BlockTexture.Samples * BlockTexture.Samples;
    }

    private TextureArea TakeOut(int start, bool[] isBusy)
    {
        var members = new List<int> { start };
        isBusy[start] = false;
        for (var next = 0; next < members.Count; next++)
        {
            var (x, y) = (members[next] % _level.BlocksAcross, members[next] / _level.BlocksAcross);
            if (x > 0) Visit(members[next] - 1);
            if (x + 1 < _level.BlocksAcross) Visit(members[next] + 1);
            if (y > 0) Visit(members[next] - _level.BlocksAcross);
            if (y + 1 < _level.BlocksDown) Visit(members[next] + _level.BlocksAcross);
        }

        return new(_level, members, _blocks);

        void Visit(int i)
        {
            if (!isBusy[i]) return;
            isBusy[i] = false;
            members.Add(i);
        }
    }
}
