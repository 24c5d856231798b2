using System;
using System.Collections.Generic;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>What a card lies on: a scanner's lid, a table.</summary>
internal abstract record Bed
{
    /// <summary>Covers the picture, in pixels of its upright form.</summary>
    public abstract void Draw(SKCanvas canvas, SKSize size);
}

internal sealed record PlainBed(SKColor Colour) : Bed
{
    public override void Draw(SKCanvas canvas, SKSize size) => canvas.Clear(Colour);
}

/// <summary>A surface whose colour changes from place to place.</summary>
/// <param name="Colour">The colour in the middle of the changes.</param>
/// <param name="Across">How long the grain is across the picture, as a part of its width.</param>
/// <param name="Down">How long it is down the picture, as a part of its width.</param>
/// <param name="Strength">How much the light and the dark differ; 0 to 1.</param>
/// <param name="Seed">What the grain is made from.</param>
internal sealed record GrainyBed(SKColor Colour, float Across, float Down, float Strength, int Seed) : Bed
{
    public override void Draw(SKCanvas canvas, SKSize size)
    {
        canvas.Clear(Colour);
        using var noise = SKShader.CreatePerlinNoiseFractalNoise(1 / (Across * size.Width), 1 / (Down * size.Width), 3, Seed % 1000);
        using var gray = SKColorFilter.CreateColorMatrix(
        [
            Strength * 2, 0, 0, 0, 0.5f - Strength,
            Strength * 2, 0, 0, 0, 0.5f - Strength,
            Strength * 2, 0, 0, 0, 0.5f - Strength,
            0, 0, 0, 0, 1,
        ]);
        using var paint = new SKPaint { Shader = noise, ColorFilter = gray, BlendMode = SKBlendMode.SoftLight };
        canvas.DrawRect(SKRect.Create(size), paint);
    }
}

/// <summary>A tablecloth: crossing bands of another colour.</summary>
/// <param name="Under">What the bands are woven into.</param>
/// <param name="Band">The bands' colour, which shows through.</param>
/// <param name="Gap">From band to band, as a part of the picture's width.</param>
internal sealed record WovenBed(Bed Under, SKColor Band, float Gap) : Bed
{
    public override void Draw(SKCanvas canvas, SKSize size)
    {
        Under.Draw(canvas, size);
        var gap = MathF.Max(4, Gap * size.Width);
        using var paint = new SKPaint { Color = Band, IsAntialias = true };
        for (var x = gap / 2; x < size.Width; x += gap) canvas.DrawRect(x, 0, gap / 2, size.Height, paint);
        for (var y = gap / 2; y < size.Height; y += gap) canvas.DrawRect(0, y, size.Width, gap / 2, paint);
    }
}

/// <summary>A bed that other things lie on, too.</summary>
internal sealed record LitteredBed(Bed Under, IReadOnlyList<Thing> Things) : Bed
{
    public override void Draw(SKCanvas canvas, SKSize size)
    {
        Under.Draw(canvas, size);
        foreach (var thing in Things) thing.Draw(canvas, size);
    }
}
