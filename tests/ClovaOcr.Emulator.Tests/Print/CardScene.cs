using System;
using System.Linq;
using System.Runtime.InteropServices;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Upright;
using SkiaSharp;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What a card lies on.</summary>
public enum Bed
{
    White,
    Gray,
    Wood,
    Dark,
    Cloth,
}

/// <summary>A shipped specimen's card, laid down somewhere else and photographed; sizes in pixels.</summary>
internal sealed record CardScene(string Specimen, int Width, int Height, double CardWidth)
{
    public Bed Bed { get; init; } = Bed.Gray;

    /// <summary>Degrees clockwise.</summary>
    public double Tilt { get; init; }

    /// <summary>Where the card's middle lies, as a part of the picture.</summary>
    public (double X, double Y) Middle { get; init; } = (0.5, 0.5);

    /// <summary>How far corners move for the perspective, at most, as a part of the card's width.</summary>
    public double Perspective { get; init; }

    /// <summary>Quarter turns clockwise in which the picture is stored.</summary>
    public int Turns { get; init; }

    /// <summary>Whether a pen and the corner of a sheet of paper lie beside the card.</summary>
    public bool Clutter { get; init; }

    /// <summary>Whether a shadow falls on it from a side, and a lamp is mirrored in it.</summary>
    public bool Lights { get; init; }

    /// <summary>The sensor's noise, in levels of 255.</summary>
    public double Noise { get; init; } = 2;

    public int Quality { get; init; } = 85;

    public int Seed { get; init; } = 1;

    /// <summary>The picture, and where the card's corners are in it.</summary>
    public (Picture Picture, Quad Card) Take()
    {
        var random = new Random(Seed);
        var card = Turned(Place(random));
        var (width, height) = Turns % 2 == 0 ? (Width, Height) : (Height, Width);
        using var scene = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(scene))
        {
            CardSceneBed.Draw(canvas, Bed, width, height, random);
            if (Clutter) CardSceneBed.Litter(canvas, card, width, height, random);
            LayDown(canvas, card);
            if (Lights) CardSceneBed.Light(canvas, card, width, height, random);
        }

        if (Noise > 0) AddNoise(scene, Noise, random);
        return (Picture.Decode(TestPictures.Encode(scene, quality: Quality))!, card);
    }

    private Quad Place(Random random)
    {
        var height = CardWidth * 54 / 85.6;
        var (sin, cos) = Math.SinCos(Tilt * Math.PI / 180);
        return new Quad(At(-0.5, -0.5), At(0.5, -0.5), At(0.5, 0.5), At(-0.5, 0.5));

        Point At(double u, double v)
        {
            var (x, y) = ((u * CardWidth) + Off(), (v * height) + Off());
            return new((Width * Middle.X) + (x * cos) - (y * sin), (Height * Middle.Y) + (x * sin) + (y * cos));
        }

        double Off() => ((random.NextDouble() * 2) - 1) * Perspective * CardWidth;
    }

    private Quad Turned(Quad card) => (((Turns % 4) + 4) % 4) switch
    {
        1 => card.Select(at => new(Height - at.Y, at.X)),
        2 => card.Select(at => new(Width - at.X, Height - at.Y)),
        3 => card.Select(at => new(at.Y, Width - at.X)),
        _ => card,
    };

    private void LayDown(SKCanvas canvas, Quad place)
    {
        var file = TestPictures.PathOf(Specimen);
        var corners = TestPictures.Truth(file)["card"]!.AsArray().Select(at => new Point((double)at![0]!, (double)at[1]!)).ToArray();
        using var pixels = SKBitmap.Decode(TestPictures.BytesOf(Specimen));
        using var stored = SKImage.FromBitmap(pixels);
        var flat = new Quad(new(0, 0), new(856, 0), new(856, 540), new(0, 540));
        var toScene = Homography.Between(flat, place).ToMatrix();
        var toFlat = Homography.Between(new(corners[0], corners[1], corners[2], corners[3]), flat).ToMatrix();

        canvas.Save();
        canvas.Concat(toScene);
        using var shadow = new SKPaint { Color = SKColors.Black.WithAlpha(70), IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 5) };
        using var outline = new SKRoundRect(new SKRect(0, 0, 856, 540), 31);
        canvas.DrawRoundRect(outline, shadow);
        canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);
        canvas.Concat(toFlat);
        canvas.DrawImage(stored, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Restore();
    }

    private static void AddNoise(SKBitmap bitmap, double deviation, Random random)
    {
        // Two evenly spread values make a triangle, which is near enough to a bell.
        var reach = deviation * Math.Sqrt(6);
        var samples = MemoryMarshal.AsBytes(bitmap.GetPixelSpan());
        for (var i = 0; i < samples.Length; i += 4)
        {
            var grain = (random.NextDouble() - random.NextDouble()) * reach;
            for (var channel = 0; channel < 3; channel++) samples[i + channel] = (byte)Math.Clamp(samples[i + channel] + grain, 0, 255);
        }
    }
}
