using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Upright;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>A rectangle of whole pixels; the right column and the lower row are the first ones outside.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public double MiddleX => (Left + Right) / 2.0;

    public double MiddleY => (Top + Bottom) / 2.0;

    /// <summary>The box around all of some boxes, of which there is at least one.</summary>
    public static PixelBox Around(IEnumerable<PixelBox> boxes) => boxes.Aggregate((a, b) =>
        new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom)));

    /// <summary>How many rows two boxes share; negative is the gap between them.</summary>
    public int SharedRows(PixelBox other) => Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);

    /// <summary>How many columns two boxes share; negative is the gap between them.</summary>
    public int SharedColumns(PixelBox other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);

    /// <summary>Whether this one begins below the middle of another, and where the other does.</summary>
    public bool IsBelow(PixelBox upper) => Top >= upper.MiddleY && Math.Abs(Left - upper.Left) < UprightCard.CardWidth * 0.04;
}
