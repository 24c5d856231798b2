using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Review.Pictures;

namespace ClovaOcr.Review;

/// <summary>Looks at the very pixels that the page is to show: a place that a mask covers has one dark colour.</summary>
internal static class CoverCheck
{
    // The mean of equal samples differs by rounding alone.
    private const int Rounding = 2;

    // A mask is black, or the darkest colour of a full palette. Paper without print is of one colour, too.
    private const int LightestMask = 80;

    /// <summary>
    /// Whether all pixels that lie in an area with all that they stand for are alike, and dark. An area that holds none shows nothing of
    /// the kind.
    /// </summary>
    /// <param name="area">Stored pixels.</param>
    /// <param name="part">What is shown of them.</param>
    /// <param name="shown">The pixels that are shown, before they are turned.</param>
    public static bool IsCovered(Polygon area, PixelRectangle part, ColorScaler shown)
    {
        // One stored pixel more on each side, because the picture's edge may lie there.
        var (stepX, stepY) = ((double)part.Width / shown.Width, (double)part.Height / shown.Height);
        var (first, last) = (RowOf(area.Top), RowOf(area.Bottom));
        var color = -1;
        for (var y = first; y <= last; y++)
        {
            for (var x = 0; x < shown.Width; x++)
            {
                var (left, top) = (part.Left + (x * stepX) - 1, part.Top + (y * stepY) - 1);
                if (!HoldsAll(area, left, top, left + stepX + 2, top + stepY + 2)) continue;
                var place = ((y * shown.Width) + x) * ColorRows.PixelBytes;
                if (color < 0) color = place;
                for (var i = 0; i < ColorRows.PixelBytes; i++)
                {
                    var level = shown.Pixels[place + i];
                    if (level > LightestMask || Math.Abs(level - shown.Pixels[color + i]) > Rounding) return false;
                }
            }
        }

        return color >= 0;

        int RowOf(double y) => (int)Math.Min(Math.Max((y - part.Top) / stepY, 0), shown.Height - 1);
    }

    private static bool HoldsAll(Polygon area, double left, double top, double right, double bottom) =>
        left >= area.Left && right <= area.Right
        && new PixelPoint[] { new(left, top), new(right, top), new(right, bottom), new(left, bottom) }.All(area.Holds);
}
