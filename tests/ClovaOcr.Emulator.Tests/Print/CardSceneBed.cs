using System;
using System.Linq;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What is drawn around a card, and over it.</summary>
internal static class CardSceneBed
{
    public static void Draw(SKCanvas canvas, Bed bed, int width, int height, Random random)
    {
        canvas.Clear(bed switch
        {
            Bed.White => new SKColor(0xF6, 0xF6, 0xF4),
            Bed.Gray => Gray(110 + random.Next(90)),
            Bed.Wood => new SKColor(0xA8, 0x7C, 0x50),
            Bed.Dark => Gray(25 + random.Next(35)),
            _ => SKColor.FromHsl(random.Next(360), 30, 45),
        });
        if (bed == Bed.Wood) Grain(canvas, width, height, random);
        if (bed == Bed.Cloth) Weave(canvas, width, height, random);
    }

    /// <summary>A pen and the corner of a sheet, where the card is not.</summary>
    public static void Litter(SKCanvas canvas, Quad card, int width, int height, Random random)
    {
        var (right, bottom) = (card.Corners.Average(at => at.X) < width / 2.0, card.Corners.Average(at => at.Y) < height / 2.0);
        using var sheet = new SKPaint { Color = Gray(235 + random.Next(20)), IsAntialias = true };
        using var shadow = new SKPaint { Color = SKColors.Black.WithAlpha(80), IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 6) };
        canvas.Save();
        canvas.Translate(right ? width * 0.9f : width * 0.1f, bottom ? height * 0.88f : height * 0.12f);
        canvas.RotateDegrees(random.Next(-20, 20));
        var area = right ? new SKRect(0, -height, width, height) : new SKRect(-width, -height, 0, height);
        canvas.DrawRect(area, shadow);
        canvas.DrawRect(area, sheet);
        canvas.Restore();

        using var pen = new SKPaint { Color = SKColor.FromHsl(random.Next(360), 60, 30), IsStroke = true, StrokeWidth = width / 70f, StrokeCap = SKStrokeCap.Round, IsAntialias = true };
        var y = bottom ? height * 0.93f : height * 0.07f;
        canvas.DrawLine(width * 0.2f, y, width * 0.75f, y + random.Next(-height / 30, height / 30), pen);
    }

    /// <summary>A soft shadow from a side, and a lamp's reflection somewhere on the card.</summary>
    public static void Light(SKCanvas canvas, Quad card, int width, int height, Random random)
    {
        var angle = random.NextDouble() * Math.Tau;
        var (dx, dy) = ((float)Math.Cos(angle) * width / 2, (float)Math.Sin(angle) * height / 2);
        using var falling = SKShader.CreateLinearGradient(
            new((width / 2f) - dx, (height / 2f) - dy), new((width / 2f) + dx, (height / 2f) + dy), [Gray(255), Gray(130 + random.Next(80))], SKShaderTileMode.Clamp);
        using var dimming = new SKPaint { Shader = falling, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(0, 0, width, height, dimming);

        var (u, v) = (random.NextDouble(), random.NextDouble());
        var at = new SKPoint((float)(card.UpperLeft.X + (u * (card.LowerRight.X - card.UpperLeft.X))), (float)(card.UpperLeft.Y + (v * (card.LowerRight.Y - card.UpperLeft.Y))));
        using var glow = SKShader.CreateRadialGradient(at, width * 0.09f, [SKColors.White.WithAlpha(190), SKColors.White.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var lamp = new SKPaint { Shader = glow };
        canvas.DrawRect(0, 0, width, height, lamp);
    }

    private static void Grain(SKCanvas canvas, int width, int height, Random random)
    {
        using var line = new SKPaint { IsStroke = true, IsAntialias = true };
        for (var y = -20.0; y < height + 20; y += 2 + (random.NextDouble() * height / 90))
        {
            line.Color = SKColors.Black.WithAlpha((byte)random.Next(10, 60));
            line.StrokeWidth = (float)(1 + (random.NextDouble() * height / 250));
            var sag = (random.NextDouble() - 0.5) * height / 40;
            using var path = new SKPathBuilder();
            path.MoveTo(0, (float)y);
            path.QuadTo(width / 2f, (float)(y + sag), width, (float)(y + (sag / 3)));
            using var fibre = path.Detach();
            canvas.DrawPath(fibre, line);
        }
    }

    private static void Weave(SKCanvas canvas, int width, int height, Random random)
    {
        var step = Math.Max(3, width / 250);
        using var thread = new SKPaint();
        for (var y = 0; y < height; y += step)
        {
            for (var x = 0; x < width; x += step)
            {
                thread.Color = (((x + y) / step % 2) == 0 ? SKColors.Black : SKColors.White).WithAlpha((byte)random.Next(10, 70));
                canvas.DrawRect(x, y, step, step, thread);
            }
        }
    }

    private static SKColor Gray(int level) => new((byte)level, (byte)level, (byte)level);
}
