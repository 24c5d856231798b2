using System;
using System.Linq;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Print.Upright;

/// <summary>The map of a plane in perspective that brings four points to four others, straight lines to straight lines.</summary>
internal sealed class Homography
{
    // x' = (m0 x + m1 y + m2) / w, y' = (m3 x + m4 y + m5) / w, w = m6 x + m7 y + m8
    private readonly double[] _m;

    private Homography(double[] m) => _m = m;

    /// <summary>
    /// The map that brings each corner of an area to the same corner of another; positions are continuous, from 0 to width and height.
    /// </summary>
    /// <exception cref="ArgumentException">Three corners of an area lie on a line, or are one.</exception>
    public static Homography Between(Quad from, Quad to) => new(Product(FromUnitSquare(to), Inverse(FromUnitSquare(from))));

    public Point Map(Point point)
    {
        var w = (_m[6] * point.X) + (_m[7] * point.Y) + _m[8];
        return new(((_m[0] * point.X) + (_m[1] * point.Y) + _m[2]) / w, ((_m[3] * point.X) + (_m[4] * point.Y) + _m[5]) / w);
    }

    /// <summary>The same map, to draw by.</summary>
    public SKMatrix ToMatrix() => new([.. _m.Select(element => (float)(element / _m[8]))]);

    // Heckbert 1989, "Fundamentals of Texture Mapping and Image Warping", 2.2.3.
    private static double[] FromUnitSquare(Quad to)
    {
        var (p0, p1, p2, p3) = (to.UpperLeft, to.UpperRight, to.LowerRight, to.LowerLeft);
        if (IsFlat(p0, p1, p2) || IsFlat(p1, p2, p3) || IsFlat(p2, p3, p0) || IsFlat(p3, p0, p1))
            throw new ArgumentException("Three of the four corners lie on a line.", nameof(to));

        var (right, down) = (Minus(p1, p2), Minus(p3, p2));
        var skew = new Point(p0.X - p1.X + p2.X - p3.X, p0.Y - p1.Y + p2.Y - p3.Y);
        var (g, h) = (Cross(skew, down) / Cross(right, down), Cross(right, skew) / Cross(right, down));
        return
        [
            p1.X - p0.X + (g * p1.X), p3.X - p0.X + (h * p3.X), p0.X,
            p1.Y - p0.Y + (g * p1.Y), p3.Y - p0.Y + (h * p3.Y), p0.Y,
            g, h, 1,
        ];
    }

    private static bool IsFlat(Point a, Point b, Point c) => !(Math.Abs(Cross(Minus(b, a), Minus(c, a))) > 1e-6);

    private static Point Minus(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    private static double Cross(Point a, Point b) => (a.X * b.Y) - (a.Y * b.X);

    private static double[] Product(double[] a, double[] b)
    {
        var product = new double[9];
        for (var i = 0; i < 9; i++)
        {
            var (row, column) = (i / 3 * 3, i % 3);
            product[i] = (a[row] * b[column]) + (a[row + 1] * b[column + 3]) + (a[row + 2] * b[column + 6]);
        }

        return product;
    }

    private static double[] Inverse(double[] m)
    {
        double[] adjugate =
        [
            (m[4] * m[8]) - (m[5] * m[7]), (m[2] * m[7]) - (m[1] * m[8]), (m[1] * m[5]) - (m[2] * m[4]),
            (m[5] * m[6]) - (m[3] * m[8]), (m[0] * m[8]) - (m[2] * m[6]), (m[2] * m[3]) - (m[0] * m[5]),
            (m[3] * m[7]) - (m[4] * m[6]), (m[1] * m[6]) - (m[0] * m[7]), (m[0] * m[4]) - (m[1] * m[3]),
        ];
        var determinant = (m[0] * adjugate[0]) + (m[1] * adjugate[3]) + (m[2] * adjugate[6]);
        return [.. adjugate.Select(element => element / determinant)];
    }
}
