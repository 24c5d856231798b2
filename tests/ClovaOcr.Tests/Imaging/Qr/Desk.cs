using System;
using System.Linq;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>What a card may lie on, and what else may be in a picture; none of it is a code.</summary>
internal static class Desk
{
    public static readonly string[] Kinds =
        ["plain", "wood", "cloth", "checks", "text", "noise", "clutter", "halftone", "bars", "table", "stripes", "keys", "rings", "bricks"];

    public static void Draw(SKCanvas canvas, string kind, int width, int height, Random dice)
    {
        canvas.Clear(kind is "text" or "bars" or "table" ? Gray(dice.Between(215, 255)) : Gray(dice.Between(20, 250)));
        canvas.Save();
        if (dice.Chance(0.7)) canvas.RotateDegrees((float)(dice.Chance(0.5) ? dice.Bell(4) : dice.Between(0, 360)), width / 2f, height / 2f);
        var reach = SKRect.Create(-width - height, -width - height, 3 * (width + height), 3 * (width + height));
        switch (kind)
        {
            case "wood": Wood(canvas, width + height, dice); break;
            case "cloth": Cloth(canvas, width + height, dice); break;
            case "checks": Checks(canvas, width + height, dice); break;
            case "text": Text(canvas, width + height, dice); break;
            case "noise": Noise(canvas, reach, dice); break;
            case "clutter": Clutter(canvas, width, height, dice); break;
            case "halftone": Halftone(canvas, width, height, dice); break;
            case "bars": Bars(canvas, width, height, dice); break;
            case "table": Table(canvas, width, height, dice); break;
            case "stripes": Stripes(canvas, width + height, dice); break;
            case "keys": Keys(canvas, width + height, dice); break;
            case "rings": Rings(canvas, width, height, dice); break;
            case "bricks": Bricks(canvas, width + height, dice); break;
        }

        canvas.Restore();
    }

    private static SKColor Gray(double level, double opacity = 1) => new((byte)level, (byte)level, (byte)level, (byte)(255 * opacity));

    private static SKPaint Ink(double level, double opacity = 1) => new() { Color = Gray(level, opacity), IsAntialias = true };

    private static void Wood(SKCanvas canvas, int size, Random dice)
    {
        var tint = dice.Between(60, 190);
        for (var y = -size / 2f; y < size * 1.5f; y += (float)dice.Between(1, 7))
        {
            using var pen = Ink(Math.Clamp(tint + dice.Bell(25), 0, 255), dice.Between(0.3, 0.9));
            pen.StrokeWidth = (float)dice.Between(1, 6);
            canvas.DrawLine(-size / 2f, y, size * 1.5f, y + (float)dice.Bell(6), pen);
        }
    }

    private static void Cloth(SKCanvas canvas, int size, Random dice)
    {
        var (thread, dark, light) = ((float)dice.Between(2, 7), dice.Between(30, 150), dice.Between(100, 230));
        using var warp = Ink(dark, 0.8);
        using var weft = Ink(light, 0.8);
        for (var y = -size / 3f; y < size; y += thread)
        {
            var shift = (int)(y / thread) % 2 * thread;
            for (var x = (-size / 3f) + shift; x < size; x += 2 * thread)
                canvas.DrawRect(x, y, thread * 0.9f, thread * 0.9f, dice.Chance(0.5) ? warp : weft);
        }
    }

    private static void Checks(SKCanvas canvas, int size, Random dice)
    {
        var (side, level) = ((float)dice.Between(4, 40), dice.Between(0, 120));
        using var ink = Ink(level);
        for (var row = 0; (row * side) - (size / 2) < size; row++)
            for (var column = row % 2; (column * side) - (size / 2) < size; column += 2)
                canvas.DrawRect((column * side) - (size / 2), (row * side) - (size / 2), side, side, ink);
    }

    // Lines of the words that the specimens have, as no font is at hand.
    private static void Text(SKCanvas canvas, int size, Random dice)
    {
        var cards = PrintedCard.WithoutCode.Where(card => card.Words.Length > 0).ToArray();
        var height = (float)dice.Between(7, 34);
        var pitch = height * (float)dice.Between(1.05, 1.7);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Multiply };
        for (var y = -size / 4f; y < size; y += pitch)
        {
            for (var x = -size / 4f; x < size;)
            {
                var card = dice.Of(cards);
                var word = dice.Of(card.Words);
                var width = height * word.Width / word.Height;
                card.DrawWord(canvas, word, SKRect.Create(x, y, width, height), paint);
                x += width + (height * (float)dice.Between(0.1, 0.5));
            }
        }
    }

    private static void Noise(SKCanvas canvas, SKRect reach, Random dice)
    {
        using var shader = dice.Chance(0.5)
            ? SKShader.CreatePerlinNoiseFractalNoise((float)dice.Between(0.02, 0.5), (float)dice.Between(0.02, 0.5), dice.Next(1, 5), dice.Next(100))
            : SKShader.CreatePerlinNoiseTurbulence((float)dice.Between(0.02, 0.5), (float)dice.Between(0.02, 0.5), dice.Next(1, 5), dice.Next(100));
        using var opaque = SKColorFilter.CreateColorMatrix([1.6f, 0, 0, 0, -0.3f, 1.6f, 0, 0, 0, -0.3f, 1.6f, 0, 0, 0, -0.3f, 0, 0, 0, 0, 1]);
        using var paint = new SKPaint { Shader = shader, ColorFilter = opaque };
        canvas.DrawRect(reach, paint);
    }

    private static void Clutter(SKCanvas canvas, int width, int height, Random dice)
    {
        for (var i = dice.Next(5, 60); i > 0; i--)
        {
            using var ink = Ink(dice.Between(0, 255), dice.Between(0.5, 1));
            var side = (float)(Math.Pow(dice.NextDouble(), 2) * width / 3) + 3;
            var (x, y) = ((float)dice.Between(-20, width), (float)dice.Between(-20, height));
            ink.IsStroke = dice.Chance(0.4);
            ink.StrokeWidth = (float)dice.Between(1, 6);
            if (dice.Chance(0.5)) canvas.DrawOval(x, y, side, side * (float)dice.Between(0.2, 1), ink);
            else canvas.DrawRect(x, y, side, side * (float)dice.Between(0.2, 1), ink);
        }
    }

    private static void Halftone(SKCanvas canvas, int width, int height, Random dice)
    {
        using var ink = Ink(dice.Between(0, 60));
        var (pitch, wave) = ((float)dice.Between(3, 12), dice.Between(30, 200));
        for (var y = -height / 2f; y < height * 1.5f; y += pitch)
        {
            for (var x = -width / 2f; x < width * 1.5f; x += pitch)
            {
                var tone = 0.5 + (0.5 * Math.Sin(x / wave) * Math.Cos(y / wave * 1.3));
                canvas.DrawCircle(x, y, pitch * (float)(0.1 + (0.55 * tone)), ink);
            }
        }
    }

    private static void Bars(SKCanvas canvas, int width, int height, Random dice)
    {
        for (var i = dice.Next(1, 6); i > 0; i--)
        {
            using var ink = Ink(dice.Between(0, 60));
            var (bar, tall) = ((float)dice.Between(1, 4), (float)dice.Between(15, 120));
            var (x, y) = ((float)dice.Between(0, width * 0.7), (float)dice.Between(0, height * 0.8));
            for (var end = x + (bar * dice.Next(60, 120)); x < end;)
            {
                var wide = bar * dice.Next(1, 4);
                canvas.DrawRect(x, y, wide, tall, ink);
                x += wide + (bar * dice.Next(1, 4));
            }
        }
    }

    private static void Table(SKCanvas canvas, int width, int height, Random dice)
    {
        using var pen = Ink(dice.Between(0, 120));
        using var paint = new SKPaint { BlendMode = SKBlendMode.Multiply };
        pen.StrokeWidth = (float)dice.Between(1, 3);
        var cards = PrintedCard.WithoutCode.Where(card => card.Words.Length > 0).ToArray();
        var (row, column) = ((float)dice.Between(10, 50), (float)dice.Between(25, 160));
        for (var y = 10f; y < height; y += row) canvas.DrawLine(10, y, width - 10, y, pen);
        for (var x = 10f; x < width; x += column) canvas.DrawLine(x, 10, x, height - 10, pen);
        for (var y = 12f; y < height; y += row)
        {
            for (var x = 13f; x < width; x += column)
            {
                var card = dice.Of(cards);
                var word = dice.Of(card.Words);
                canvas.Save();
                canvas.ClipRect(SKRect.Create(x, y, column - 6, row - 4));
                card.DrawWord(canvas, word, SKRect.Create(x, y, (row - 4) * word.Width / word.Height, row - 4), paint);
                canvas.Restore();
            }
        }
    }

    private static void Stripes(SKCanvas canvas, int size, Random dice)
    {
        using var ink = Ink(dice.Between(0, 150));
        var pitch = (float)dice.Between(3, 50);
        for (var y = -size / 2f; y < size * 1.5f; y += pitch) canvas.DrawRect(-size, y, 3 * size, pitch * 0.5f, ink);
    }

    private static void Keys(SKCanvas canvas, int size, Random dice)
    {
        using var key = Ink(dice.Between(0, 255));
        using var sign = Ink(dice.Between(0, 255));
        var side = (float)dice.Between(12, 50);
        for (var y = -size / 3f; y < size; y += side)
        {
            for (var x = -size / 3f; x < size; x += side)
            {
                canvas.DrawRoundRect(x, y, side * 0.85f, side * 0.85f, side * 0.1f, side * 0.1f, key);
                canvas.DrawRect(x + (side * 0.2f), y + (side * 0.2f), side * (float)dice.Between(0.1, 0.4), side * (float)dice.Between(0.1, 0.4), sign);
            }
        }
    }

    private static void Rings(SKCanvas canvas, int width, int height, Random dice)
    {
        for (var i = dice.Next(1, 6); i > 0; i--)
        {
            using var pen = Ink(dice.Between(0, 120));
            pen.IsStroke = true;
            pen.StrokeWidth = (float)dice.Between(1, 8);
            var (x, y, gap) = ((float)dice.Between(0, width), (float)dice.Between(0, height), pen.StrokeWidth * (float)dice.Between(1.5, 3));
            for (var ring = dice.Next(1, 5); ring > 0; ring--) canvas.DrawCircle(x, y, ring * gap, pen);
        }
    }

    private static void Bricks(SKCanvas canvas, int size, Random dice)
    {
        var (side, tall) = ((float)dice.Between(10, 90), (float)dice.Between(5, 40));
        for (var row = 0; (row * tall) - (size / 2) < size; row++)
        {
            for (var x = (row % 2 * side / 2) - (size / 2); x < size; x += side)
            {
                using var ink = Ink(dice.Between(70, 160));
                canvas.DrawRect(x, (row * tall) - (size / 2), side * 0.93f, tall * 0.88f, ink);
            }
        }
    }
}
