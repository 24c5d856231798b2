using System;
using SkiaSharp;
using Specimens.Cards;
using Specimens.Pictures;

namespace Specimens.Decoys;

/// <summary>A picture of no document at all.</summary>
internal abstract record Scene(string Subject, SKSize Extent, Look Look) : Decoy(Subject, Extent, Look)
{
    protected static readonly SKSize Landscape = new(120, 90);

    public override bool IsWholePicture => true;

    /// <summary>A colour of one's own choice of lightness.</summary>
    protected static SKColor Colour(float lightest, ref Dice dice) =>
        SKColor.FromHsl(dice.Between(0, 360), dice.Between(15, 65), dice.Between(15, lightest));
}

/// <summary>Sky, hills, a sun.</summary>
internal sealed record Hills(Look Look) : Scene("landscape", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        using (var sky = SKShader.CreateLinearGradient(
            SKPoint.Empty, new(0, 90), [SKColor.FromHsl(210, 60, dice.Between(40, 70)), new(0xF4, 0xE8, 0xD0)], SKShaderTileMode.Clamp))
        using (var paint = new SKPaint { Shader = sky })
            face.Canvas.DrawRect(SKRect.Create(face.Size), paint);
        using (var sun = new SKPaint { Color = new(0xFF, 0xF4, 0xC8), IsAntialias = true })
            face.Canvas.DrawCircle(dice.Between(10, 110), dice.Between(8, 35), dice.Between(3, 8), sun);

        for (var hill = 0; hill < 4; hill++)
        {
            var (foot, height, length, phase) = (45 + (hill * 12), dice.Between(4, 12), dice.Between(20, 60), dice.Between(0, 6));
            using var outline = new SKPathBuilder();
            outline.MoveTo(0, 90);
            for (var x = 0; x <= 120; x++) outline.LineTo(x, foot - (height * MathF.Sin((x / length) + phase)));
            outline.LineTo(120, 90);
            using var path = outline.Detach();
            using var paint = new SKPaint { Color = SKColor.FromHsl(dice.Between(70, 140), 35, 60 - (hill * 11)), IsAntialias = true };
            face.Canvas.DrawPath(path, paint);
        }
    }
}

/// <summary>Faces of nobody, side by side as in a group photo.</summary>
internal sealed record Faces(Look Look) : Scene("faces", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, Colour(80, ref dice));
        var count = 1 + dice.Below(4);
        var width = 120f / count;
        for (var person = 0; person < count; person++)
        {
            var area = SKRect.Create(person * width, dice.Between(5, 25), width, MathF.Max(60, width));
            Portrait.Print(face, area, Look with { Seed = dice.Seed() });
        }
    }
}

/// <summary>Boxes and discs in all colours, some of them as wide and high as a card is.</summary>
internal sealed record Shapes(Look Look) : Scene("shapes", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, Colour(90, ref dice));
        for (var shape = 0; shape < 30; shape++)
        {
            var place = new SKPoint(dice.Between(0, 120), dice.Between(0, 90));
            var size = dice.Between(3, 40);
            using var paint = new SKPaint { Color = Colour(90, ref dice).WithAlpha((byte)(120 + dice.Below(136))), IsAntialias = true };
            face.Canvas.Save();
            face.Canvas.RotateDegrees(dice.Between(0, 90), place.X, place.Y);
            if (dice.Chance(0.4f)) face.Canvas.DrawCircle(place, size / 2, paint);
            else face.Canvas.DrawRoundRect(SKRect.Create(place.X, place.Y, size, size * 0.63f), 2, 2, paint);
            face.Canvas.Restore();
        }
    }
}

/// <summary>A texture: a wall, a carpet, leaves.</summary>
internal sealed record Texture(Look Look) : Scene("texture", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        var (bed, _) = Tables.Draw(ref dice);
        bed.Draw(face.Canvas, face.Size);
    }
}

/// <summary>Every pixel another gray, or another colour.</summary>
internal sealed record Noise(Look Look) : Scene("noise", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        const int width = 480;
        const int height = 360;
        var dice = Throw();
        var isGray = dice.Chance(0.5f);
        var pixels = new SKColor[width * height];
        foreach (ref var pixel in pixels.AsSpan())
        {
            var (red, green, blue) = ((byte)dice.Below(256), (byte)dice.Below(256), (byte)dice.Below(256));
            pixel = isGray ? new(red, red, red) : new(red, green, blue);
        }
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque)) { Pixels = pixels };
        using var image = SKImage.FromBitmap(bitmap);
        face.Canvas.DrawImage(image, SKRect.Create(face.Size), new SKSamplingOptions(SKFilterMode.Nearest));
    }
}

/// <summary>Nothing but paper.</summary>
internal sealed record BlankPaper(Look Look) : Scene("blank paper", Landscape, Look)
{
    public override void Print(CardFace face) => Fill(face, SKColor.FromHsl(Look.Hue, 10, 88 + (Look.Seed % 12)));
}

/// <summary>A photo with the lens covered: nearly black.</summary>
internal sealed record Darkness(Look Look) : Scene("darkness", Landscape, Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, new(6, 6, 8));
        for (var light = 0; light < 5; light++) Fill(face, SKRect.Create(dice.Between(0, 110), dice.Between(0, 80), 9, 6), new(14, 14, 18));
    }
}

/// <summary>A picture of a few pixels.</summary>
internal sealed record Thumbnail(Look Look) : Scene("thumbnail", Landscape, Look)
{
    public override (float Least, float Most) Widths => (8, 120);

    public override void Print(CardFace face)
    {
        Background.Print(face, Look);
        Portrait.Print(face, new(10, 15, 50, 75), Look);
    }
}

/// <summary>A strip that is thirty times as wide as it is high.</summary>
internal sealed record Strip(Look Look) : Scene("strip", new(600, 20), Look)
{
    public override (float Least, float Most) Widths => (2000, 6000);

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, new(0xF8, 0xF8, 0xF4));
        for (var x = 10f; x < 570; x += 45) face.Label(dice.Pick(["바닥 조심", "MIND THE STEP", Digits(7, ref dice)]), x, 13, Ink.Title);
    }
}
