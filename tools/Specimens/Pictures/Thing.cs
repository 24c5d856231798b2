using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>Something that lies beside the card, or half under it.</summary>
/// <param name="Place">Where its middle is, as a part of the picture.</param>
/// <param name="Angle">Degrees clockwise.</param>
internal abstract record Thing(SKPoint Place, float Angle)
{
    /// <summary>Draws it where it lies, in pixels of the upright picture.</summary>
    public void Draw(SKCanvas canvas, SKSize size)
    {
        canvas.Save();
        canvas.Translate(Place.X * size.Width, Place.Y * size.Height);
        canvas.RotateDegrees(Angle);
        canvas.Scale(size.Width);
        Draw(canvas);
        canvas.Restore();
    }

    /// <summary>Draws it around the origin; the picture's width is 1.</summary>
    protected abstract void Draw(SKCanvas canvas);

    protected static void Fill(SKCanvas canvas, SKRect area, float radius, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(area, radius, radius, paint);
    }
}

internal sealed record Pen(SKPoint Place, float Angle, SKColor Colour) : Thing(Place, Angle)
{
    protected override void Draw(SKCanvas canvas)
    {
        Fill(canvas, new(-0.298f, -0.009f, 0.312f, 0.019f), 0.012f, SKColors.Black.WithAlpha(60));
        Fill(canvas, new(-0.3f, -0.013f, 0.3f, 0.013f), 0.012f, Colour);
        Fill(canvas, new(-0.3f, -0.008f, 0.28f, -0.004f), 0.002f, SKColors.White.WithAlpha(90));
        Fill(canvas, new(0.1f, -0.013f, 0.12f, 0.013f), 0, new(0xC0, 0xC0, 0xC4));
    }
}

/// <summary>A sheet of paper with lines of something that cannot be read.</summary>
internal sealed record Sheet(SKPoint Place, float Angle, int Lines) : Thing(Place, Angle)
{
    protected override void Draw(SKCanvas canvas)
    {
        Fill(canvas, new(-0.29f, -0.19f, 0.31f, 0.215f), 0, SKColors.Black.WithAlpha(50));
        Fill(canvas, new(-0.3f, -0.2f, 0.3f, 0.2f), 0, new(0xF0, 0xEF, 0xEA));
        var dice = new Dice(Lines);
        for (var line = 0; line < Lines; line++)
        {
            var y = -0.17f + (0.34f * line / Lines);
            Fill(canvas, new(-0.26f, y, dice.Between(0, 0.26f), y + 0.004f), 0.002f, new(0x90, 0x92, 0x98));
        }
    }
}

internal sealed record Coin(SKPoint Place, SKColor Colour) : Thing(Place, 0)
{
    protected override void Draw(SKCanvas canvas)
    {
        const float radius = 0.05f;
        Fill(canvas, SKRect.Create(-radius + 0.006f, -radius + 0.008f, 2 * radius, 2 * radius), radius, SKColors.Black.WithAlpha(60));
        Fill(canvas, SKRect.Create(-radius, -radius, 2 * radius, 2 * radius), radius, Colour);
        Fill(canvas, SKRect.Create(-0.8f * radius, -0.8f * radius, 1.6f * radius, 1.6f * radius), radius, SKColors.White.WithAlpha(50));
    }
}
