using System;
using System.Numerics;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>A picture and the place on the shown page to which its unit square goes, in points from the upper left corner down.</summary>
internal sealed record PdfPlacedImage(PdfImage Image, Matrix3x2 Place)
{
    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Pixels of the picture for a point of the page, where it has more of them.</summary>
    public float Resolution => Math.Max(
        Image.Width / new Vector2(Place.M11, Place.M12).Length(),
        Image.Height / new Vector2(Place.M21, Place.M22).Length());

    /// <param name="canvas">The page.</param>
    /// <param name="toPixels">From points to the page's pixels.</param>
    public void Draw(SKCanvas canvas, Matrix3x2 toPixels)
    {
        using var picture = Image.Decode();
        canvas.Save();
        if (Image.Mask is { } mask)
        {
            using var drawn = mask.Decode();
            using var brightness = mask.IsStencil ? null : SKColorFilter.CreateLumaColor();
            using var cutting = new SKPaint { BlendMode = SKBlendMode.DstIn, ColorFilter = brightness };
            canvas.SaveLayer();
            Draw(canvas, picture, toPixels, null);
            Draw(canvas, drawn, toPixels, cutting);
            canvas.Restore();
        }
        else
        {
            Draw(canvas, picture, toPixels, null);
        }

        canvas.Restore();
    }

    // A picture's first row is at the top of the unit square, whose y goes up.
    private void Draw(SKCanvas canvas, SKBitmap bitmap, Matrix3x2 toPixels, SKPaint? paint)
    {
        var place = Matrix3x2.CreateScale(1f / bitmap.Width, -1f / bitmap.Height) * Matrix3x2.CreateTranslation(0, 1) * Place * toPixels;
        canvas.SetMatrix(new SKMatrix(place.M11, place.M21, place.M31, place.M12, place.M22, place.M32, 0, 0, 1));
        canvas.DrawBitmap(bitmap, 0, 0, Sampling, paint);
    }
}
