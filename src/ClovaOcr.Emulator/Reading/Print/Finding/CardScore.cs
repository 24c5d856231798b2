using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>How much speaks for a shape being a card: 0 nothing, 1 everything.</summary>
internal static class CardScore
{
    // The length to height of an identity card and of a passport's page, which is rarer here.
    private const double Card = 85.6 / 54;
    private const double Page = 125 / 88.0;
    private const double ShareOfPages = 0.85;

    // By how much perspective changes length to height, as a logarithm; and what is left where there is none.
    private const double InPerspective = 0.08;
    private const double FromAbove = 0.02;

    // As much as a shape with three clear sides.
    private const double Whole = 0.65;

    // An edge of no contrast may be one of the print's.
    private const double WithoutContrast = 0.4;

    /// <summary>By the edges alone: cheap, and at least as much as with the colours.</summary>
    public static double OfEdges(CardShape shape) => Total(shape, shape.Support);

    /// <summary>
    /// By edges and colours: along each side what is inside must differ from what is outside, and on all sides in the same way. Most of
    /// the ink should be inside.
    /// </summary>
    public static double Of(CardShape shape, Miniature picture, SharpEdges ink)
    {
        var corners = shape.Area.Corners.ToArray();
        var sides = new double[4];
        var differences = new List<Vector3>(4);
        for (var i = 0; i < 4; i++)
        {
            sides[i] = shape.Support[i];
            if (shape.Sides[i].IsFrame || SideContrast.Of(picture, corners[i], corners[(i + 1) % 4]) is not { } contrast) continue;
            sides[i] *= WithoutContrast + ((1 - WithoutContrast) * contrast.Clarity);
            differences.Add(contrast.Difference);
        }

        return Total(shape, sides) * (0.85 + (0.15 * Agreement(differences))) * (0.6 + (0.4 * ink.PartIn(shape.Area)));
    }

    /// <summary>Of a picture whose border is the card's: only its shape can say so.</summary>
    public static double OfWhole(Miniature picture)
    {
        var aspect = Math.Max(picture.Width, picture.Height) / (double)Math.Min(picture.Width, picture.Height);
        return Whole * Nearness(aspect, FromAbove);
    }

    private static double Total(CardShape shape, double[] sides) =>
        (sides.Sum() + sides.Min() - (0.2 * shape.Overrun.Sum())) / 5 * Nearness(shape.Aspect, InPerspective);

    private static double Nearness(double aspect, double spread) =>
        Math.Max(Nearness(aspect, Card, spread), ShareOfPages * Nearness(aspect, Page, spread));

    private static double Nearness(double aspect, double expected, double spread)
    {
        var off = Math.Log(aspect / expected) / spread;
        return Math.Exp(-off * off / 2);
    }

    // The mean cosine of the angles between two of the differences; those of next to nothing count as 0.
    private static float Agreement(List<Vector3> differences)
    {
        if (differences.Count < 2) return 0;
        var sum = 0f;
        for (var i = 0; i < differences.Count; i++)
        {
            for (var j = i + 1; j < differences.Count; j++)
            {
                var lengths = differences[i].Length() * differences[j].Length();
                sum += Vector3.Dot(differences[i], differences[j]) / (lengths + 1);
            }
        }

        return sum / (differences.Count * (differences.Count - 1) / 2);
    }
}
