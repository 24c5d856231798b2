using System;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Turns a point x, y into A x + C y + E, B x + D y + F (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>The matrix of six numbers.</summary>
    /// <exception cref="ClovaOcrException">They are not six numbers.</exception>
    public static PdfMatrix Of(object?[] numbers) => numbers.Length == 6 && numbers.All(number => number is double)
        ? new((double)numbers[0]!, (double)numbers[1]!, (double)numbers[2]!, (double)numbers[3]!, (double)numbers[4]!, (double)numbers[5]!)
        : throw Refusal.Damaged("a matrix of its page is not valid");

    /// <summary>This matrix first, then another.</summary>
    public PdfMatrix Then(PdfMatrix next) => new(
        (A * next.A) + (B * next.C), (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C), (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E, (E * next.B) + (F * next.D) + next.F);

    /// <summary>The rectangle that a rectangle becomes; null if it is turned by anything but quarters.</summary>
    public PdfBox? Apply(PdfBox box)
    {
        // What a rectangle leans by is a thousandth of its sides at most.
        var (width, height) = (box.Right - box.Left, box.Top - box.Bottom);
        var straight = Math.Abs(B * width) + Math.Abs(C * height);
        var swapped = Math.Abs(A * width) + Math.Abs(D * height);
        if (Math.Min(straight, swapped) > Math.Max(straight, swapped) / 1000) return null;
        var (x1, y1) = ((A * box.Left) + (C * box.Bottom) + E, (B * box.Left) + (D * box.Bottom) + F);
        var (x2, y2) = ((A * box.Right) + (C * box.Top) + E, (B * box.Right) + (D * box.Top) + F);
        return new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }
}
