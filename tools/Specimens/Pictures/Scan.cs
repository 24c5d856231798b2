using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using SkiaSharp;
using Specimens.Cards;

namespace Specimens.Pictures;

/// <summary>How a card was scanned; sizes in pixels of the upright picture.</summary>
/// <param name="Width">The picture's width.</param>
/// <param name="Height">The picture's height.</param>
/// <param name="CardWidth">The card's width in the picture.</param>
internal sealed record Scan(int Width, int Height, float CardWidth)
{
    /// <summary>Where the card's middle lies, as a part of the picture.</summary>
    public SKPoint Middle { get; init; } = new(0.5f, 0.5f);

    /// <summary>Degrees clockwise.</summary>
    public float Tilt { get; init; }

    /// <summary>
    /// How far each corner of the card is from where a camera straight above it has it, as a part of the card's width; null for nowhere.
    /// </summary>
    public SKPoint[]? Perspective { get; init; }

    /// <summary>The EXIF orientation, 1 to 8, in which the picture is stored.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>False where the file does not tell how it is stored, as that of a photo that was laid sideways.</summary>
    public bool TellsOrientation { get; init; } = true;

    /// <summary>What the card lies on.</summary>
    public Bed Bed { get; init; } = new PlainBed(new(0xF6, 0xF6, 0xF4));

    /// <summary>The light at the upper left corner; 1 leaves the colours as they are.</summary>
    public float Light { get; init; } = 1;

    /// <summary>The light at the lower right corner.</summary>
    public float FarLight { get; init; } = 1;

    /// <summary>Shadows and reflections, in the order in which they fall.</summary>
    public IReadOnlyList<Lighting> Lighting { get; init; } = [];

    /// <summary>The lens' blur.</summary>
    public float Softness { get; init; } = 0.45f;

    /// <summary>How much more is blurred across and down the stored picture, as by a hand that shook.</summary>
    public SKPoint Shake { get; init; }

    /// <summary>The sensor's noise, in levels of 255; 0 for none.</summary>
    public float Grain { get; init; }

    public int GrainSeed { get; init; } = 1;

    /// <summary>Lays the card on the bed and scans it.</summary>
    /// <param name="card">The card.</param>
    /// <param name="typefaces">What it is set in.</param>
    /// <param name="blank">What is left out of the printing; null for nothing.</param>
    /// <param name="part">Which stored pixels are wanted, the others may be of any colour; null for all.</param>
    public ScannedCard Take(Card card, Typefaces typefaces, Blank? blank = null, SKRectI? part = null)
    {
        using var face = new CardFace(card.Size, typefaces, card.Look.Press) { Blank = blank };
        card.Print(face);
        using var picture = face.Finish();

        var scale = CardWidth / card.Size.Width;
        var toStored = Pictures.Orientation.FromUpright(Orientation, Width, Height);
        var cardToStored = toStored.PreConcat(Placement(card.Size));
        var stored = Pictures.Orientation.Stored(Orientation, Width, Height);

        var pixels = new SKBitmap(new SKImageInfo(stored.Width, stored.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(pixels))
        {
            if (part is { } wanted) canvas.ClipRect(wanted);
            Expose(canvas, picture, card, toStored, cardToStored);
            canvas.SetMatrix(toStored);
            Illuminate(canvas);
            foreach (var lighting in Lighting) lighting.Draw(canvas, new(Width, Height));
        }
        if (Grain > 0) AddGrain(pixels);

        // The ink spreads by about a pixel in the lens.
        var margin = 1.5f / scale;
        return new(pixels)
        {
            Orientation = TellsOrientation ? Orientation : 1,
            DotsPerInch = (int)MathF.Round(scale * 25.4f),
            Card = Corners(SKRect.Create(card.Size)),
            QrCode = face.QrCode is { } code ? Corners(code) : null,
            Fields = [.. face.Fields.Select(field => new ScannedField(field, Box(field)))],
        };

        SKPoint[] Box(PrintedField field) => Corners(SKRect.Inflate(field.Ink, margin, margin));

        SKPoint[] Corners(SKRect area) => cardToStored.MapPoints(CornersOf(area));
    }

    /// <summary>Where a card's corners are in the upright picture, in the order upper left, upper right, lower right, lower left.</summary>
    public SKPoint[] CornersOf(SKSize card) => Placement(card).MapPoints(CornersOf(SKRect.Create(card)));

    private static SKPoint[] CornersOf(SKRect area) =>
        [new(area.Left, area.Top), new(area.Right, area.Top), new(area.Right, area.Bottom), new(area.Left, area.Bottom)];

    private SKMatrix Placement(SKSize card) =>
        SKMatrix.CreateTranslation(Width * Middle.X, Height * Middle.Y)
            .PreConcat(SKMatrix.CreateRotationDegrees(Tilt))
            .PreConcat(SKMatrix.CreateScale(CardWidth / card.Width, CardWidth / card.Width))
            .PreConcat(SKMatrix.CreateTranslation(-card.Width / 2, -card.Height / 2))
            .PreConcat(Perspective is { } moves ? Pictures.Perspective.Of(card, Moved(card, moves)) : SKMatrix.Identity);

    private static SKPoint[] Moved(SKSize card, SKPoint[] moves)
    {
        var corners = CornersOf(SKRect.Create(card));
        return [.. corners.Zip(moves, (corner, move) => corner + new SKPoint(card.Width * move.X, card.Width * move.Y))];
    }

    private void Expose(SKCanvas canvas, SKPicture picture, Card card, SKMatrix toStored, SKMatrix cardToStored)
    {
        using var lens = new SKPaint
        {
            ImageFilter = SKImageFilter.CreateBlur(Softness + Shake.X, Softness + Shake.Y, SKShaderTileMode.Clamp),
        };
        using var shadow = new SKPaint
        {
            Color = SKColors.Black.WithAlpha(70),
            IsAntialias = true,
            MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 0.5f),
        };
        using var outline = new SKRoundRect(SKRect.Create(card.Size), card.CornerRadius);

        canvas.SaveLayer(lens);
        canvas.Save();
        canvas.Concat(toStored);
        Bed.Draw(canvas, new(Width, Height));
        canvas.Restore();
        canvas.Concat(cardToStored);
        canvas.DrawRoundRect(outline, shadow);
        canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);
        canvas.DrawPicture(picture);
        canvas.Restore();
    }

    private void Illuminate(SKCanvas canvas)
    {
        if (Light == 1 && FarLight == 1) return;
        using var shader = SKShader.CreateLinearGradient(
            SKPoint.Empty,
            new(Width, Height),
            [Gray(Light), Gray(FarLight)],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(0, 0, Width, Height, paint);

        static SKColor Gray(float light)
        {
            var level = (byte)MathF.Round(255 * light);
            return new(level, level, level);
        }
    }

    private void AddGrain(SKBitmap pixels)
    {
        const int bytesPerPixel = 4;
        var dice = new Dice(GrainSeed);
        var samples = MemoryMarshal.AsBytes(pixels.GetPixelSpan());
        for (var pixel = 0; pixel < samples.Length; pixel += bytesPerPixel)
        {
            var grain = dice.Bell() * Grain;
            for (var channel = 0; channel < 3; channel++)
            {
                ref var sample = ref samples[pixel + channel];
                sample = (byte)Math.Clamp(MathF.Round(sample + grain), 0, 255);
            }
        }
    }
}
