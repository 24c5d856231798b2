using System;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>Shadows that fall on a card, and the lamp that it reflects.</summary>
internal static class Lighting
{
    public static void Draw(SKCanvas canvas, int width, int height, Random dice)
    {
        if (dice.Chance(0.25)) Shadow(canvas, width, height, dice);
        if (dice.Chance(0.25)) Glare(canvas, width, height, dice);
    }

    private static void Shadow(SKCanvas canvas, int width, int height, Random dice)
    {
        var level = (byte)(255 * dice.Between(0.5, 0.85));
        using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, (float)dice.Between(2, 40));
        using var shade = new SKPaint { Color = new(level, level, level), BlendMode = SKBlendMode.Multiply, MaskFilter = soft, IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees((float)dice.Between(0, 360), (float)dice.Between(0, width), (float)dice.Between(0, height));
        canvas.DrawRect((float)dice.Between(0, width), -height, width * 2, height * 3, shade);
        canvas.Restore();
    }

    private static void Glare(SKCanvas canvas, int width, int height, Random dice)
    {
        var reach = (float)(dice.Between(0.08, 0.4) * Math.Max(width, height));
        var (middle, strength) = (new SKPoint((float)dice.Between(0, width), (float)dice.Between(0, height)), (byte)(255 * dice.Between(0.2, 0.75)));
        using var shine = SKShader.CreateRadialGradient(
            middle, reach, [SKColors.White.WithAlpha(strength), SKColors.White.WithAlpha(strength), SKColors.White.WithAlpha(0)], [0, 0.35f, 1], SKShaderTileMode.Clamp);
        using var light = new SKPaint { Shader = shine };
        canvas.DrawRect(0, 0, width, height, light);
    }
}
