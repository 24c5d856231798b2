using System;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// One of the three large squares in a code's corners: a dark square of three modules, a light ring and a dark ring around it.
/// </summary>
/// <param name="Center">In samples of the picture that is searched.</param>
/// <param name="Reach">How far the outer ring reaches in each of <see cref="Directions"/> directions, clockwise from the right.</param>
/// <param name="Score">How many of the directions show the pattern.</param>
/// <param name="Contrast">The difference between its dark and light, as a part of what is usual where the picture has print.</param>
internal sealed record FinderPattern(PixelPoint Center, double[] Reach, int Score, double Contrast)
{
    public const int Directions = 16;

    /// <summary>The outer ring's area, in samples; seven modules by seven.</summary>
    public double Area
    {
        get
        {
            var area = 0.0;
            for (var i = 0; i < Reach.Length; i++) area += Reach[i] * Reach[(i + 1) % Reach.Length];

            // The wedges between directions cut the square's corners off unless a direction leads there: by a twentieth at most.
            return area * 0.5 * Math.Sin(2 * Math.PI / Directions) * 1.02;
        }
    }

    /// <summary>Whether it shows in every direction, and as clearly as other print.</summary>
    public bool IsClear => Score == Directions && Contrast > 0.5;

    /// <summary>A module's side.</summary>
    public double Module => Math.Sqrt(Area) / 7;

    /// <summary>The place where the rest of the code would be, somewhere in it.</summary>
    public Polygon Surroundings => Polygon.Rectangle(
        Center.X - (14 * Module), Center.Y - (14 * Module), Center.X + (14 * Module), Center.Y + (14 * Module));

    public static (double X, double Y) Direction(int direction) =>
        (Math.Cos(2 * Math.PI * direction / Directions), Math.Sin(2 * Math.PI * direction / Directions));

    /// <summary>The same in stored pixels.</summary>
    /// <param name="scale">Stored pixels of a sample's sides.</param>
    public FinderPattern ScaledBy(int scale) =>
        new(new((Center.X + 0.5) * scale, (Center.Y + 0.5) * scale), Array.ConvertAll(Reach, reach => reach * scale), Score, Contrast);

    /// <summary>Whether another one, found at another scale, is the same.</summary>
    public bool IsAt(FinderPattern other) => Center.DistanceTo(other.Center) < 2.5 * other.Module;
}
