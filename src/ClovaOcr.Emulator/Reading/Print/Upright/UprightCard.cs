using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using ClovaOcr.Emulator.Reading.Print.Lines;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Print.Upright;

/// <summary>
/// A card as it would lie on a scanner: cut out of a picture, upright and of one size, its print dark on white whatever the paper and the light.
/// </summary>
internal sealed class UprightCard
{
    /// <summary>Pixels from one edge of the card to the other: the small print is then some 20 pixels high, which Tesseract reads well.</summary>
    public const int CardWidth = 1400;

    // A border that was found a little too far inside must not cut off print.
    private const int Margin = 28;

    // Beyond it, pixels between those that are sampled would be lost; smaller copies to sample from take longer to make than all the rest.
    private const double LargestReduction = 1.6;

    // Nothing is printed within half a millimetre of the edge, but the edge itself looks like print.
    private const int Edge = 8;

    private UprightCard(GrayImage print, Quad corners, Homography toPicture)
    {
        (Print, Corners, ToPicture) = (print, corners, toPicture);
        Lines = TextLines.Find(InkMask.Of(print));
    }

    /// <summary>Paper is 255 and black ink near 0; coloured ink is as light as its lightest colour.</summary>
    public GrayImage Print { get; }

    /// <summary>The lines of print, from the top down.</summary>
    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The card's corners in the picture, from the upper left as it is read.</summary>
    public Quad Corners { get; }

    /// <summary>Leads from a position in <see cref="Print"/> to the picture's pixels.</summary>
    public Homography ToPicture { get; }

    /// <summary>Cuts a card out of a picture, and once more if its lines of print show that its border was found badly.</summary>
    /// <param name="picture">What it lies in.</param>
    /// <param name="corners">The card's corners in the picture, from the upper left as it is read.</param>
    public static UprightCard Of(Picture picture, Quad corners)
    {
        var card = Cut(picture, corners);
        var slope = TextSlope.Of(card.Lines, card.Print.Height);
        return slope.IsLevel ? card : Cut(picture, card.Levelled(slope));
    }

    /// <summary>Whether a place is on the card rather than at its edge or beside it.</summary>
    public static bool IsOnCard(PixelBox box, int width, int height) =>
        box.MiddleX > Margin + Edge && box.MiddleX < width - Margin - Edge && box.MiddleY > Margin + Edge && box.MiddleY < height - Margin - Edge;

    private static UprightCard Cut(Picture picture, Quad corners)
    {
        var ratio = (corners.UpperLeft.DistanceTo(corners.LowerLeft) + corners.UpperRight.DistanceTo(corners.LowerRight))
            / (corners.UpperLeft.DistanceTo(corners.UpperRight) + corners.LowerLeft.DistanceTo(corners.LowerRight));
        var place = PlaceOf((int)Math.Round(CardWidth * Math.Clamp(ratio, 0.5, 0.8)));
        var isMuchLarger = corners.UpperLeft.DistanceTo(corners.UpperRight) > CardWidth * LargestReduction;
        var size = new SKSizeI((int)place.LowerRight.X + Margin, (int)place.LowerRight.Y + Margin);
        using var warped = Warp(picture, Homography.Between(corners, place), size, isMuchLarger);
        return new UprightCard(Paper.Whiten(LightestOf(warped)), corners, Homography.Between(place, corners));
    }

    private static Quad PlaceOf(int cardHeight) => new(
        new(Margin, Margin), new(Margin + CardWidth, Margin), new(Margin + CardWidth, Margin + cardHeight), new(Margin, Margin + cardHeight));

    /// <summary>The corners with the upper and the lower edge turned to lie along the lines of print.</summary>
    private Quad Levelled(TextSlope slope)
    {
        var place = PlaceOf(Print.Height - (2 * Margin));
        return (place with
        {
            UpperRight = new(place.UpperRight.X, place.UpperRight.Y + (slope.AtTop * CardWidth)),
            LowerRight = new(place.LowerRight.X, place.LowerRight.Y + (slope.AtBottom * CardWidth)),
        }).Select(ToPicture.Map);
    }

    private static SKBitmap Warp(Picture picture, Homography toCard, SKSizeI size, bool isMuchLarger)
    {
        var warped = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(warped);
        using var pixels = picture.Pixels.PeekPixels();
        using var image = SKImage.FromPixels(pixels);
        using var paint = new SKPaint { IsAntialias = false };
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(toCard.ToMatrix());
        var sampling = new SKSamplingOptions(SKFilterMode.Linear, isMuchLarger ? SKMipmapMode.Linear : SKMipmapMode.None);
        canvas.DrawImage(image, 0, 0, sampling, paint);
        return warped;
    }

    // Coloured patterns and overprints are light in one of the three colours; black ink is dark in all of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static GrayImage LightestOf(SKBitmap colours)
    {
        var pixels = colours.GetPixelSpan();
        var lightest = new byte[colours.Width * colours.Height];
        for (var i = 0; i < lightest.Length; i++)
        {
            var pixel = pixels.Slice(i * 4, 3);
            lightest[i] = Math.Max(pixel[0], Math.Max(pixel[1], pixel[2]));
        }

        return new GrayImage(colours.Width, colours.Height, lightest);
    }
}
