using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Blocks side by side that change between dark and light as the modules of a code do.</summary>
internal sealed class TextureArea
{
    private readonly Luminance _level;
    private readonly BlockTexture[] _texture;
    private readonly IReadOnlyCollection<int> _members;
    private readonly bool[] _isMember;
    private readonly int _width;

    /// <param name="level">The picture that it is a part of.</param>
    /// <param name="members">Its blocks.</param>
    /// <param name="texture">That of all blocks of the picture.</param>
    public TextureArea(Luminance level, IReadOnlyCollection<int> members, BlockTexture[] texture)
    {
        (_level, _texture, _members) = (level, texture, members);
        (Left, Top) = (int.MaxValue, int.MaxValue);
        foreach (var member in members)
        {
            var (x, y) = (member % level.BlocksAcross, member / level.BlocksAcross);
            (Left, Top, Right, Bottom) = (Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));
            MeanContrast += level.Contrast(x, y) / (double)members.Count;
        }

        _width = Right - Left + 1;
        _isMember = new bool[_width * (Bottom - Top + 1)];
        foreach (var member in members) _isMember[((member / level.BlocksAcross - Top) * _width) + (member % level.BlocksAcross) - Left] = true;
        MayBeCode = IsCompact && IsVaried && HasContrast && IsFramed;
    }

    /// <summary>The picture that it is a part of.</summary>
    public Luminance Level => _level;

    /// <summary>The first column of blocks.</summary>
    public int Left { get; }

    /// <summary>The first row of blocks.</summary>
    public int Top { get; }

    /// <summary>The last column of blocks.</summary>
    public int Right { get; }

    /// <summary>The last row of blocks.</summary>
    public int Bottom { get; }

    public int Blocks => _members.Count;

    /// <summary>The rectangle around it, in stored pixels.</summary>
    public Polygon Bounds
    {
        get
        {
            double side = Luminance.Block * _level.Picture.Scale;
            return Polygon.Rectangle(Left * side, Top * side, (Right + 1) * side, (Bottom + 1) * side);
        }
    }

    /// <summary>About how many samples a module's side has: dark and light change at every other one.</summary>
    public double Module
    {
        get
        {
            var sum = default(BlockTexture);
            foreach (var member in _members) sum += _texture[member];
            return 0.5 / sum.Density(_members.Count);
        }
    }

    /// <summary>How many of the picture's edges it touches.</summary>
    public int EdgesTouched =>
        (Left == 0 ? 1 : 0) + (Top == 0 ? 1 : 0) + (Right == _level.BlocksAcross - 1 ? 1 : 0) + (Bottom == _level.BlocksDown - 1 ? 1 : 0);

    /// <summary>Whether it may be the modules of a code. The figures are those that 98 in 100 codes keep, drawn in every condition.</summary>
    public bool MayBeCode { get; }

    /// <summary>The difference between its dark and light.</summary>
    public double MeanContrast { get; }

    // A square, seen from aside or turned: at 45 degrees it fills half of the rectangle around it.
    private bool IsCompact
    {
        get
        {
            var (width, height) = (Right - Left + 1, Bottom - Top + 1);
            return Math.Max(width, height) <= 1.8 * Math.Min(width, height) && _members.Count >= 0.55 * width * height;
        }
    }

    private bool IsVaried
    {
        get
        {
            var (sum, oneWay, squares) = (default(BlockTexture), 0.0, 0.0);
            foreach (var member in _members)
            {
                var block = _texture[member];
                sum += block;
                oneWay += block.OneWay;
                squares += (double)block.Dark * block.Dark;
            }

            var (blocks, samples) = ((double)_members.Count, (double)BlockTexture.Samples);
            var dark = sum.Dark / blocks / samples;
            var deviation = Math.Sqrt(Math.Max((squares / blocks / samples / samples) - (dark * dark), 0));
            var changes = Math.Sqrt(blocks) * Luminance.Block * sum.Density(_members.Count);
            return dark is > 0.31 and < 0.56
                && changes > 8
                && sum.Direction < 1.3
                && oneWay / (sum.Across + sum.Down) < 0.45
                && deviation < 0.29;
        }
    }

    // As strong as other print, or, where a shadow lies on it, as strong as print is for so little light.
    private bool HasContrast
    {
        get
        {
            var light = 0.0;
            foreach (var member in _members) light += _level.Lightest(member % _level.BlocksAcross, member / _level.BlocksAcross);
            return MeanContrast > 0.5 * _level.UsualContrast || MeanContrast > 0.45 * light / _members.Count;
        }
    }

    // A code has its quiet zone around it; where the picture ends there is less of it to be seen.
    private bool IsFramed
    {
        get
        {
            var (near, far) = (QuietPart(1), QuietPart(2));
            return near > 0.74 && near + far > (EdgesTouched > 0 ? 1.75 : 1.45) && EdgesTouched < 3;
        }
    }

    // Of the blocks at a distance from the area, how many change as little as paper does.
    private double QuietPart(int distance)
    {
        var paper = 0.4 * Math.Min(_level.UsualContrast, MeanContrast);
        var (quiet, all) = (0, 0);
        for (var row = Math.Max(Top - distance, 0); row <= Math.Min(Bottom + distance, _level.BlocksDown - 1); row++)
        {
            for (var column = Math.Max(Left - distance, 0); column <= Math.Min(Right + distance, _level.BlocksAcross - 1); column++)
            {
                if (DistanceOf(column, row, distance) != distance) continue;
                all++;
                var block = _texture[(row * _level.BlocksAcross) + column];
                if (block.Across + block.Down < 12 || _level.Contrast(column, row) < paper) quiet++;
            }
        }

        return all == 0 ? 0 : quiet / (double)all;
    }

    /// <summary>Whether a sample is in the area or within half a block of it: a block that has but a little of the code is not in the area.</summary>
    public bool Reaches(int x, int y)
    {
        const int reach = Luminance.Block / 2;
        return Has(x - reach, y - reach) || Has(x + reach, y - reach) || Has(x - reach, y + reach) || Has(x + reach, y + reach);

        bool Has(int x, int y)
        {
            var (column, row) = ((x >> 3) - Left, (y >> 3) - Top);
            return column >= 0 && column < _width && row >= 0 && row <= Bottom - Top && _isMember[(row * _width) + column];
        }
    }

    /// <summary>How many blocks away from the area a block is; one more than the limit if it is farther.</summary>
    public int DistanceOf(int column, int row, int limit)
    {
        var least = limit + 1;
        for (var y = Math.Max(row - limit, Top); y <= Math.Min(row + limit, Bottom); y++)
        {
            for (var x = Math.Max(column - limit, Left); x <= Math.Min(column + limit, Right); x++)
                if (_isMember[((y - Top) * _width) + x - Left]) least = Math.Min(least, Math.Max(Math.Abs(x - column), Math.Abs(y - row)));
        }

        return least;
    }
}
