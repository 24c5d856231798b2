using System;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>Light that falls on the card and what it lies on.</summary>
internal abstract record Lighting
{
    /// <summary>What part of the light it takes away; 0 to 1.</summary>
    public virtual float Darkness => 0;

    /// <summary>Changes what is drawn already, in pixels of the upright picture.</summary>
    public abstract void Draw(SKCanvas canvas, SKSize size);

    protected static void Cover(SKCanvas canvas, SKSize size, SKShader shader, SKBlendMode blend)
    {
        using var paint = new SKPaint { Shader = shader, BlendMode = blend };
        canvas.DrawRect(SKRect.Create(size), paint);
    }

    protected static SKColor Gray(float light)
    {
        var level = (byte)MathF.Round(255 * light);
        return new(level, level, level);
    }
}

/// <summary>A lamp's colour over everything.</summary>
internal sealed record Tinge(SKColor Colour) : Lighting
{
    public override void Draw(SKCanvas canvas, SKSize size)
    {
        using var shader = SKShader.CreateColor(Colour);
        Cover(canvas, size, shader, SKBlendMode.Multiply);
    }
}

/// <summary>A shadow over one side of a line.</summary>
/// <param name="Through">A point of the line, as a part of the picture.</param>
/// <param name="Angle">Which way the shadow falls, in degrees.</param>
/// <param name="Softness">How wide its edge is, as a part of the picture's width.</param>
/// <param name="Light">What light is left in it.</param>
internal sealed record Shadow(SKPoint Through, float Angle, float Softness, float Light) : Lighting
{
    public override float Darkness => 1 - Light;

    public override void Draw(SKCanvas canvas, SKSize size)
    {
        var (sin, cos) = MathF.SinCos(Angle * MathF.PI / 180);
        var from = new SKPoint(Through.X * size.Width, Through.Y * size.Height);
        var to = from + new SKPoint(cos * Softness * size.Width, sin * Softness * size.Width);
        var half = Gray((1 + Light) / 2);
        using var shader = SKShader.CreateLinearGradient(
            from, to, [SKColors.White, half, Gray(Light)], [0, 0.5f, 1], SKShaderTileMode.Clamp);
        Cover(canvas, size, shader, SKBlendMode.Multiply);
    }
}

/// <summary>A round shadow, as of a hand or the camera.</summary>
/// <param name="Middle">As a part of the picture.</param>
/// <param name="Radius">As a part of the picture's width.</param>
/// <param name="Light">What light is left in its middle.</param>
internal sealed record RoundShadow(SKPoint Middle, float Radius, float Light) : Lighting
{
    public override float Darkness => 1 - Light;

    public override void Draw(SKCanvas canvas, SKSize size)
    {
        var middle = new SKPoint(Middle.X * size.Width, Middle.Y * size.Height);
        using var shader = SKShader.CreateRadialGradient(
            middle, Radius * size.Width, [Gray(Light), Gray(Light), SKColors.White], [0, 0.7f, 1], SKShaderTileMode.Clamp);
        Cover(canvas, size, shader, SKBlendMode.Multiply);
    }
}

/// <summary>A lamp's reflection: a soft bright spot that lets the print through.</summary>
/// <param name="Middle">As a part of the picture.</param>
/// <param name="Radius">As a part of the picture's width.</param>
/// <param name="Strength">How white its middle is; 0 to 1.</param>
internal sealed record Glare(SKPoint Middle, float Radius, float Strength) : Lighting
{
    public override void Draw(SKCanvas canvas, SKSize size)
    {
        var middle = new SKPoint(Middle.X * size.Width, Middle.Y * size.Height);
        var white = SKColors.White.WithAlpha((byte)(255 * Strength));
        using var shader = SKShader.CreateRadialGradient(
            middle,
            Radius * size.Width,
            [white, white.WithAlpha((byte)(white.Alpha * 0.45f)), SKColors.White.WithAlpha(0)],
            [0, 0.5f, 1],
            SKShaderTileMode.Clamp);
        Cover(canvas, size, shader, SKBlendMode.SrcOver);
    }
}
