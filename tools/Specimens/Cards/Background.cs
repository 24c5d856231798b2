using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>The paper under the print: a tint, and waves and a rosette of its own geometry.</summary>
internal static class Background
{
    private const float Step = 0.5f;

    public static void Print(CardFace face, Look look)
    {
        var dice = new Dice(look.Seed);
        Tint(face, look.Hue);
        Waves(face, look, ref dice);
        Rosette(face, look, ref dice);
    }

    private static void Tint(CardFace face, int hue)
    {
        var area = SKRect.Create(face.Size);
        using var shader = SKShader.CreateLinearGradient(
            new(area.Left, area.Top),
            new(area.Right, area.Bottom),
            [SKColor.FromHsl(hue, 42, 95), SKColor.FromHsl((hue + 30) % 360, 34, 89)],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        face.Canvas.DrawRect(area, paint);
    }

    private static void Waves(CardFace face, Look look, ref Dice dice)
    {
        const float gap = 2.1f;
        var height = dice.Between(2f, 4.5f);
        var length = dice.Between(22f, 48f);
        var drift = dice.Between(0.12f, 0.4f);

        using var lines = new SKPathBuilder();
        for (var line = -3; line * gap < face.Size.Height + height; line++)
        {
            for (var x = 0f; x <= face.Size.Width + Step; x += Step)
            {
                var y = (line * gap) + (height * MathF.Sin((MathF.Tau * x / length) + (line * drift)));
                if (x == 0) lines.MoveTo(x, y);
                else lines.LineTo(x, y);
            }
        }
        Stroke(face.Canvas, lines, SKColor.FromHsl(look.Hue, 40, 72), 120 * look.Pattern);
    }

    private static void Rosette(CardFace face, Look look, ref Dice dice)
    {
        const int rings = 7;
        const int steps = 360;
        var petals = 5 + dice.Below(7);
        var middle = new SKPoint(face.Size.Width * dice.Between(0.52f, 0.66f), face.Size.Height * 0.55f);
        var radius = face.Size.Height * 0.36f;

        using var lines = new SKPathBuilder();
        for (var ring = 0; ring < rings; ring++)
        {
            for (var step = 0; step < steps; step++)
            {
                var angle = MathF.Tau * step / steps;
                var distance = radius * (0.78f + (0.22f * MathF.Cos((petals * angle) + (MathF.Tau * ring / rings))));
                var point = new SKPoint(middle.X + (distance * MathF.Cos(angle)), middle.Y + (distance * MathF.Sin(angle)));
                if (step == 0) lines.MoveTo(point);
                else lines.LineTo(point);
            }
            lines.Close();
        }
        Stroke(face.Canvas, lines, SKColor.FromHsl((look.Hue + 40) % 360, 45, 66), 110 * look.Pattern);
    }

    private static void Stroke(SKCanvas canvas, SKPathBuilder lines, SKColor colour, float alpha)
    {
        using var path = lines.Detach();
        using var pen = new SKPaint { Color = colour.WithAlpha((byte)alpha), IsStroke = true, StrokeWidth = 0.11f, IsAntialias = true };
        canvas.DrawPath(path, pen);
    }
}
