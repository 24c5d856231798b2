using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A picture's place on its page: as the page is shown, and as a new page says it.</summary>
/// <param name="OnPage">The place as it is seen.</param>
/// <param name="Orientation">How the stored pixels are turned and mirrored to be seen.</param>
/// <param name="Turn">Degrees by which the page is turned clockwise to be shown.</param>
/// <param name="Matrix">From the unit square to points from the page's lower left corner.</param>
/// <param name="Width">The page's width before it is turned.</param>
/// <param name="Height">The page's height before it is turned.</param>
internal sealed record PdfPlacement(
    PagePlacement OnPage, Orientation Orientation, int Turn, PdfMatrix Matrix, double Width, double Height)
{
    private const double SmallestSide = 0.1;

    /// <param name="page">The page.</param>
    /// <param name="matrix">From the unit square to the page's coordinates.</param>
    public static PdfPlacement Of(PdfPage page, PdfMatrix matrix)
    {
        var (width, height) = (page.Visible.Width * page.Unit, page.Visible.Height * page.Unit);
        var place = Straight(matrix with { E = matrix.E - page.Visible.Left, F = matrix.F - page.Visible.Bottom })
            .Then(new(page.Unit, 0, 0, page.Unit, 0, 0));

        // The stored picture's first corner, and where its rows and columns go from there (8.9.5.1: it begins at the unit square's upper
        // left), on the page as it is shown.
        var origin = Shown(place.C + place.E, place.D + place.F);
        var across = Shown(place.A + place.C + place.E, place.B + place.D + place.F);
        var down = Shown(place.E, place.F);
        var (acrossX, acrossY) = (across.X - origin.X, across.Y - origin.Y);
        var (downX, downY) = (down.X - origin.X, down.Y - origin.Y);
        var (shownWidth, shownHeight) = (Math.Abs(acrossX + downX), Math.Abs(acrossY + downY));
        if (shownWidth < SmallestSide || shownHeight < SmallestSide) throw Refusal.Damaged("its picture has no size on its page");

        var orientation = Orientation.FromExif((acrossX, downY, downX, acrossY) switch
        {
            ( > 0, > 0, _, _) => 1,
            ( < 0, > 0, _, _) => 2,
            ( < 0, < 0, _, _) => 3,
            ( > 0, < 0, _, _) => 4,
            (_, _, > 0, > 0) => 5,
            (_, _, < 0, > 0) => 6,
            (_, _, < 0, < 0) => 7,
            _ => 8,
        });
        var swaps = page.Turn is 90 or 270;
        var onPage = new PagePlacement(
            swaps ? height : width,
            swaps ? width : height,
            origin.X + Math.Min(acrossX + downX, 0),
            origin.Y + Math.Min(acrossY + downY, 0),
            shownWidth,
            shownHeight);
        return new(onPage, orientation, page.Turn, place, width, height);

        (double X, double Y) Shown(double x, double y) => page.Turn switch
        {
            90 => (y, x),
            180 => (width - x, y),
            270 => (height - y, width - x),
            _ => (x, height - y),
        };
    }

    // What a scanner's rounding leaves of a slant is no part of the place.
    private static PdfMatrix Straight(PdfMatrix matrix) => Math.Abs(matrix.A) + Math.Abs(matrix.D) > Math.Abs(matrix.B) + Math.Abs(matrix.C)
        ? matrix with { B = 0, C = 0 }
        : matrix with { A = 0, D = 0 };
}
