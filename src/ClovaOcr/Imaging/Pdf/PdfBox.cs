using System;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A rectangle in points, with y going up (ISO 32000-1, 7.9.5).</summary>
internal readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public static PdfBox Unit => new(0, 0, 1, 1);

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>The rectangle between any two opposite corners.</summary>
    /// <exception cref="ClovaOcrException">They are not four numbers.</exception>
    public static PdfBox Of(object?[] numbers) => numbers.Length == 4 && numbers.All(number => number is double)
        ? Between((double)numbers[0]!, (double)numbers[1]!, (double)numbers[2]!, (double)numbers[3]!)
        : throw Refusal.Damaged("a rectangle of its page is not valid");

    public static PdfBox Between(double x1, double y1, double x2, double y2) =>
        new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));

    public PdfBox Intersect(PdfBox other) => new(
        Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));

    /// <summary>Whether another rectangle lies within this one, but for a margin around it.</summary>
    public bool Contains(PdfBox other, double margin) =>
        other.Left >= Left - margin && other.Bottom >= Bottom - margin && other.Right <= Right + margin && other.Top <= Top + margin;
}
