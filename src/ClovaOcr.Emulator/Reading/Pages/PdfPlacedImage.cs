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
            canvas.SaveLayer(Bounds(toPixels), null);
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

    // Where the picture goes, and a pixel more for its soft edges: a layer without bounds is as large as the page.
    private SKRect Bounds(Matrix3x2 toPixels)
    {
        var bounds = Skia(Place * toPixels).MapRect(SKRect.Create(1, 1));
        bounds.Inflate(1, 1);
        return bounds;
    }

    // A picture's first row is at the top of the unit square, whose y goes up.
    private void Draw(SKCanvas canvas, SKBitmap bitmap, Matrix3x2 toPixels, SKPaint? paint)
    {
        var place = Matrix3x2.CreateScale(1f / bitmap.Width, -1f / bitmap.Height) * Matrix3x2.CreateTranslation(0, 1) * Place * toPixels;
        canvas.SetMatrix(Skia(place));
        canvas.DrawBitmap(bitmap, 0, 0, Sampling, paint);
    }

    private static SKMatrix Skia(Matrix3x2 matrix) => new(matrix.M11, matrix.M21, matrix.M31, matrix.M12, matrix.M22, matrix.M32, 0, 0, 1);
}
