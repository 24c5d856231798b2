using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Review;

/// <summary>Which part of a stored picture the page shows, how large, and how it is turned.</summary>
internal sealed class PictureFrame
{
    // A card's own border is often a little inside of the card.
    private const double MarginOfPart = 0.04;
    private const int SmallestPart = 16;

    // A corner that is further off is not seen, wherever it is; JSON has no way to say infinity.
    private const double FarOutside = 1e6;

    private readonly double _scale;

    private PictureFrame(PixelRectangle part, int width, int height, Orientation orientation)
    {
        (Part, ScaledWidth, ScaledHeight, Orientation) = (part, width, height, orientation);
        _scale = (double)width / part.Width;
        (Width, Height) = orientation.UprightSize(width, height);
    }

    /// <summary>Stored pixels.</summary>
    public PixelRectangle Part { get; }

    /// <summary>The part's width when it is made smaller, before it is turned.</summary>
    public int ScaledWidth { get; }

    /// <summary>The part's height when it is made smaller, before it is turned.</summary>
    public int ScaledHeight { get; }

    public Orientation Orientation { get; }

    /// <summary>Pixels of the page's picture, upright.</summary>
    public int Width { get; }

    /// <summary>Pixels of the page's picture, upright.</summary>
    public int Height { get; }

    /// <summary>What to show of a picture: the card with all its texts, or everything when it is not known where they are.</summary>
    public static PixelRectangle PartOf(IReadOnlyList<CardRegion> regions, int width, int height)
    {
        var areas = regions
            .Where(region => region.Kind is not (CardRegionKind.Unlocated or CardRegionKind.Masking))
            .Select(region => region.Area)
            .ToArray();
        if (areas.Length == 0) return new(0, 0, width, height);

        var (left, top, right, bottom) = (areas.Min(a => a.Left), areas.Min(a => a.Top), areas.Max(a => a.Right), areas.Max(a => a.Bottom));
        var margin = MarginOfPart * Math.Max(right - left, bottom - top);
        var (x, y) = (Within(left - margin, width), Within(top - margin, height));
        var (endX, endY) = (Within(right + margin, width), Within(bottom + margin, height));
        return endX - x >= SmallestPart && endY - y >= SmallestPart ? new(x, y, endX - x, endY - y) : new(0, 0, width, height);
    }

    public static PictureFrame Of(PixelRectangle part, int width, int height, Orientation orientation) =>
        new(part, width, height, orientation);

    /// <summary>The corners of an area of the stored picture, in pixels of the page's picture: x and y of each in turn.</summary>
    public double[] Place(Polygon area) =>
        [.. area.Vertices.Select(ToPage).SelectMany(corner => new[] { Math.Round(Near(corner.X), 1), Math.Round(Near(corner.Y), 1) })];

    private static double Near(double place) => Math.Min(Math.Max(place, -FarOutside), FarOutside);

    private static int Within(double place, int length) => (int)Math.Round(Math.Min(Math.Max(place, 0), length));

    private PixelPoint ToPage(PixelPoint stored) => Orientation.ToUpright(
        new PixelPoint((stored.X - Part.Left) * _scale, (stored.Y - Part.Top) * ScaledHeight / Part.Height), ScaledWidth, ScaledHeight);
}
