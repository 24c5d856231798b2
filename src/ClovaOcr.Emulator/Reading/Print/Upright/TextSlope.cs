using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Lines;

namespace ClovaOcr.Emulator.Reading.Print.Upright;

/// <summary>How much the lines of print on a card rise or fall, from its top to its bottom: what is left where its border was found badly.</summary>
/// <param name="AtTop">Pixels down for each pixel to the right, at the card's upper edge.</param>
/// <param name="AtBottom">The same at its lower edge.</param>
internal readonly record struct TextSlope(double AtTop, double AtBottom)
{
    private const double LargestLevel = 0.012;

    // What is shorter, such as what is seen in a photo, has a slope of its own.
    private const int LeastMarks = 8;
    private const int LeastWidth = 180;
    private const int LeastLines = 5;

    // Between the upper and the lower edge of a line; Korean ones, whose letters stand at all heights, tell less.
    private const double LargestDifference = 0.006;

    /// <summary>Whether lines are so level that boxes along the card's edges fit them.</summary>
    public bool IsLevel => Math.Max(Math.Abs(AtTop), Math.Abs(AtBottom)) < LargestLevel;

    /// <summary>Measures lines.</summary>
    /// <param name="lines">The lines of an upright card.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns>Level where there are too few lines to tell.</returns>
    public static TextSlope Of(IReadOnlyList<TextLine> lines, int height)
    {
        Point[] slopes =
        [
            .. from line in lines
               where line.Marks.Count >= LeastMarks && line.Box.Width >= LeastWidth
               let slope = SlopeOf(line, mark => mark.Bottom)
               where Math.Abs(slope - SlopeOf(line, mark => mark.Top)) < LargestDifference
               select new Point(line.Box.MiddleY, slope),
        ];
        if (slopes.Length < LeastLines) return default;
        var change = MedianSlope(slopes, height / 3.0);
        var atTop = Median([.. slopes.Select(line => line.Y - (change * line.X))]);
        return new TextSlope(atTop, atTop + (change * height));
    }

    private static double SlopeOf(TextLine line, Func<PixelBox, int> edge) =>
        MedianSlope([.. line.Marks.Select(mark => new Point(mark.MiddleX, edge(mark)))], line.Box.Width / 3.0);

    /// <summary>The median of the slopes between all pairs of points that are some way apart (Sen 1968); 0 where there are none.</summary>
    private static double MedianSlope(Point[] points, double apart) => Median(
    [
        .. from a in points
           from b in points
           where b.X - a.X > apart
           select (b.Y - a.Y) / (b.X - a.X),
    ]);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? 0 : values[values.Length / 2];
    }
}
