namespace ClovaOcr.Imaging;

/// <summary>Where a picture stands on the page that shows it, in points of the page as it is shown, with y going down.</summary>
/// <param name="PageWidth">The page's width in points.</param>
/// <param name="PageHeight">The page's height in points.</param>
/// <param name="Left">The picture's left side, from the page's.</param>
/// <param name="Top">The picture's upper side, from the page's.</param>
/// <param name="Width">The picture's width on the page.</param>
/// <param name="Height">The picture's height on the page.</param>
public sealed record PagePlacement(double PageWidth, double PageHeight, double Left, double Top, double Width, double Height);
