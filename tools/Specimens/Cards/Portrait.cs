using SkiaSharp;

namespace Specimens.Cards;

/// <summary>Where a photo would be: the silhouette of nobody, with the word SPECIMEN on it.</summary>
internal static class Portrait
{
    public static void Print(CardFace face, SKRect frame, Look look)
    {
        var dice = new Dice(look.Seed + 7919);
        var backdrop = SKColor.FromHsl(dice.Between(180, 260), 18, dice.Between(64, 91));
        var clothes = SKColor.FromHsl(dice.Between(0, 360), 28, dice.Between(20, 60));
        var head = SKColor.FromHsl(dice.Between(18, 32), 30, dice.Between(56, 78));
        var hair = SKColor.FromHsl(dice.Between(15, 40), 25, dice.Between(10, 48));
        var hairLength = dice.Between(0.34f, 0.82f);

        var canvas = face.Canvas;
        canvas.Save();
        canvas.ClipRect(frame, SKClipOperation.Intersect, antialias: true);
        canvas.Translate(frame.Left, frame.Top);
        canvas.Scale(frame.Width, frame.Height);

        Fill(canvas, backdrop, new(0, 0, 1, 1), 0);
        Fill(canvas, hair, new(0.26f, 0.13f, 0.74f, hairLength), 0.22f);
        Fill(canvas, clothes, new(0.08f, 0.72f, 0.92f, 1.4f), 0.26f);
        Fill(canvas, head, new(0.41f, 0.5f, 0.59f, 0.78f), 0.08f);
        FillOval(canvas, head, new(0.31f, 0.19f, 0.69f, 0.65f));
        FillOval(canvas, hair, new(0.29f, 0.12f, 0.71f, 0.33f));
        canvas.Restore();

        var size = frame.Width * 0.13f;
        var style = new TextStyle(size, new(0xFF, 0xFF, 0xFF, 210), Weight.Bold) { Align = SKTextAlign.Center };
        face.Label("SPECIMEN", frame.MidX, frame.Bottom - (size * 0.8f), style);
    }

    private static void Fill(SKCanvas canvas, SKColor colour, SKRect area, float radius)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(area, radius, radius, paint);
    }

    private static void FillOval(SKCanvas canvas, SKColor colour, SKRect area)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawOval(area, paint);
    }
}
