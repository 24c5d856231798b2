using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Blocks side by side that change between dark and light as the modules of a code do.</summary>
internal sealed class TextureArea
{
    private readonly BlockTexture[] _texture;
    private readonly IReadOnlyCollection<int> _members;
    private readonly bool[] _isMember;
    private readonly int _width;

    /// <param name="level">The picture that it is a part of.</param>
    /// <param name="members">Its blocks.</param>
    /// <param name="texture">That of all blocks of the picture.</param>
    public TextureArea(Luminance level, IReadOnlyCollection<int> members, BlockTexture[] texture)
    {
        (Level, _texture, _members) = (level, texture, members);
        (Left, Top) = (int.MaxValue, int.MaxValue);
        foreach (var member in members)
        {
            var (x, y) = (member % level.BlocksAcross, member / level.BlocksAcross);
            (Left, Top, Right, Bottom) = (Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));
            MeanContrast += level.Contrast(x, y) / (double)members.Count;
            MeanLight += level.Lightest(x, y) / (double)members.Count;
            Sum += texture[member];
        }

        _width = Right - Left + 1;
        _isMember = new bool[_width * (Bottom - Top + 1)];
        foreach (var member in members)
        {
            var (x, y) = (member % level.BlocksAcross, member / level.BlocksAcross);
            _isMember[((y - Top) * _width) + x - Left] = true;
        }
    }

    /// <summary>The picture that it is a part of.</summary>
    public Luminance Level { get; }

    /// <summary>The first column of blocks.</summary>
    public int Left { get; }

    /// <summary>The first row of blocks.</summary>
    public int Top { get; }

    /// <summary>The last column of blocks.</summary>
    public int Right { get; }

    /// <summary>The last row of blocks.</summary>
    public int Bottom { get; }

    public int Blocks => _members.Count;

    /// <summary>All blocks' texture together.</summary>
    public BlockTexture Sum { get; }

    /// <summary>The difference between its dark and light.</summary>
    public double MeanContrast { get; }

    /// <summary>The brightness of its light.</summary>
    public double MeanLight { get; }

    /// <summary>How many of the picture's edges it touches.</summary>
    public int EdgesTouched =>
        (Left == 0 ? 1 : 0) + (Top == 0 ? 1 : 0) + (Right == Level.BlocksAcross - 1 ? 1 : 0) + (Bottom == Level.BlocksDown - 1 ? 1 : 0);

    /// <summary>How many times longer than wide the rectangle around it is, or wider than long.</summary>
    public double Ratio => Math.Max(_width, Bottom - Top + 1) / (double)Math.Min(_width, Bottom - Top + 1);

    /// <summary>How much of the rectangle around it is filled.</summary>
    public double Fill => Blocks / (double)_isMember.Length;

    /// <summary>About how many samples a module's side has: dark and light change at every other one.</summary>
    public double Module => 0.5 / Sum.Density(Blocks);

    /// <summary>How often dark and light change from one side to the other.</summary>
    public double Changes => Math.Sqrt(Blocks) * Luminance.Block * Sum.Density(Blocks);

    /// <summary>The part of its samples that is dark.</summary>
    public double Dark => Sum.Dark / (double)Blocks / BlockTexture.Samples;

    /// <summary>How strongly each block's changes go one way, even if each block's way is another.</summary>
    public double OneWay
    {
        get
        {
            var oneWay = 0.0;
            foreach (var member in _members) oneWay += _texture[member].OneWay;
            return oneWay / (Sum.Across + Sum.Down);
        }
    }

    /// <summary>How much the blocks differ in the part of them that is dark.</summary>
    public double Variety
    {
        get
        {
            var squares = 0.0;
            foreach (var member in _members) squares += (double)_texture[member].Dark * _texture[member].Dark;
            return Math.Sqrt(Math.Max((squares / Blocks / BlockTexture.Samples / BlockTexture.Samples) - (Dark * Dark), 0));
        }
    }

    /// <summary>The rectangle around it, in stored pixels.</summary>
    public Polygon Bounds
    {
        get
        {
            double side = Luminance.Block * Level.Picture.Scale;
            return Polygon.Rectangle(Left * side, Top * side, (Right + 1) * side, (Bottom + 1) * side);
        }
    }

    /// <summary>Of the blocks at a distance from the area, how many change as little as paper does.</summary>
    /// <param name="distance">In blocks.</param>
    /// <param name="paper">The contrast that paper may have.</param>
    public double QuietPart(int distance, double paper)
    {
        const int fewChanges = 12;
        var (quiet, all) = (0, 0);
        for (var row = Math.Max(Top - distance, 0); row <= Math.Min(Bottom + distance, Level.BlocksDown - 1); row++)
        {
            for (var column = Math.Max(Left - distance, 0); column <= Math.Min(Right + distance, Level.BlocksAcross - 1); column++)
            {
                if (DistanceOf(column, row, distance) != distance) continue;
                all++;
                var block = _texture[(row * Level.BlocksAcross) + column];
                if (block.Across + block.Down < fewChanges || Level.Contrast(column, row) < paper) quiet++;
            }
        }

        return all == 0 ? 0 : quiet / (double)all;
    }

    /// <summary>
    /// Whether a sample is in the area or within half a block of it: a block that has but a little of the code is not in the area.
    /// </summary>
    public bool Reaches(int x, int y)
    {
        const int reach = Luminance.Block / 2;
        return Has(x - reach, y - reach) || Has(x + reach, y - reach) || Has(x - reach, y + reach) || Has(x + reach, y + reach);

        bool Has(int sampleX, int sampleY) =>
            sampleX >= 0 && sampleY >= 0 && IsMember(sampleX / Luminance.Block, sampleY / Luminance.Block);
    }

    private bool IsMember(int column, int row) =>
        column >= Left && column <= Right && row >= Top && row <= Bottom && _isMember[((row - Top) * _width) + column - Left];

    // How many blocks away from the area a block is; one more than the limit if it is farther.
    private int DistanceOf(int column, int row, int limit)
    {
        var least = limit + 1;
        for (var y = row - limit; y <= row + limit; y++)
        {
            for (var x = column - limit; x <= column + limit; x++)
                if (IsMember(x, y)) least = Math.Min(least, Math.Max(Math.Abs(x - column), Math.Abs(y - row)));
        }

        return least;
    }
}
