using System;
using System.Linq;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>
/// Draws how a picture was taken and stored, in ranges at which a person still reads every field without effort: scans that the card
/// fills, scans with margins, photos by hand.
/// </summary>
internal static class Photographer
{
    private const float LongestSide = 4000;

    /// <param name="thing">The size of what is to be seen in the picture.</param>
    /// <param name="widths">From which to which its width in pixels may be; each is as likely.</param>
    /// <param name="fills">True where nothing else is to be seen.</param>
    /// <param name="typeface">What it is set in.</param>
    /// <param name="dice">What to draw it with.</param>
    public static (Scan Scan, ImageEncoding Encoding, Conditions Conditions) Draw(
        SKSize thing, (float Least, float Most) widths, bool fills, string typeface, ref Dice dice)
    {
        var width = MathF.Round(dice.Between(widths.Least, widths.Most));
        var (scan, bed) = (fills ? 0 : dice.Next()) switch
        {
            < 0.15f => (Filling(thing, width), "none"),
            < 0.45f => Scanned(thing, width, ref dice),
            _ => Photographed(thing, width, ref dice),
        };
        var blur = dice.Between(0.0003f, 0.0012f);
        scan = scan with
        {
            Softness = blur * width,
            Grain = dice.Chance(0.2f) ? 0 : dice.Between(0.5f, bed is "none" or "scanner" ? 2.5f : 5),
            GrainSeed = dice.Seed(),
        };

        var quality = 50 + dice.Below(46);
        var encoding = Store(quality, ref dice);
        var isJpeg = encoding is ImageEncoding.Jpeg or ImageEncoding.GrayJpeg;
        var turned = dice.Chance(0.2f) ? 90 * (1 + dice.Below(3)) : 0;
        if (turned > 0) scan = scan with { Orientation = turned switch { 90 => 8, 180 => 3, _ => 6 }, TellsOrientation = false };
        else if (isJpeg && dice.Chance(0.07f)) scan = scan with { Orientation = dice.Pick([3, 6, 8]) };

        return (scan, encoding, new(
            width,
            scan.Tilt,
            MathF.Round(scan.Perspective?.Max(move => move.Length) ?? 0, 4),
            MathF.Round(blur, 5),
            MathF.Round(MathF.Max(scan.Shake.X, scan.Shake.Y) / width, 5),
            MathF.Round(scan.Grain, 2),
            isJpeg ? quality : null,
            turned,
            typeface,
            bed,
            MathF.Round(scan.Lighting.Select(lighting => lighting.Darkness).Append(0).Max(), 2),
            MathF.Round(scan.Lighting.OfType<Glare>().Select(glare => glare.Strength).Append(0).Max(), 2)));
    }

    private static Scan Filling(SKSize thing, float width) =>
        new((int)width, (int)MathF.Round(width * thing.Height / thing.Width), width);

    private static (Scan Scan, string Bed) Scanned(SKSize thing, float width, ref Dice dice)
    {
        var light = dice.Between(0.9f, 1);
        var lid = (byte)dice.Pick([0xF6, 0xFC, 0xE8, 0xC4, 0x8C, 0x3A]);
        return (
            Lay(thing, width, Tilt(ref dice), null, takesWholeSensor: false, ref dice) with
            {
                Bed = new PlainBed(new(lid, lid, lid)),
                Light = light,
                FarLight = light * dice.Between(0.92f, 1),
            },
            "scanner");
    }

    private static (Scan Scan, string Bed) Photographed(SKSize thing, float width, ref Dice dice)
    {
        var moves = dice.Chance(0.85f) ? Moves(ref dice) : null;
        var scan = Lay(thing, width, Tilt(ref dice), moves, takesWholeSensor: dice.Chance(0.6f), ref dice);
        var (bed, name) = Tables.Draw(ref dice);
        if (dice.Chance(0.25f)) bed = Tables.Litter(bed, ref dice);

        var shake = dice.Chance(0.3f) ? dice.Between(0.0002f, 0.0008f) * width : 0;
        var light = dice.Between(0.78f, 1);
        var farLight = dice.Between(0.78f, 1);
        return (
            scan with
            {
                Bed = bed,
                Light = light,
                FarLight = farLight,
                Lighting = Lamps.Draw(scan, ref dice),
                Shake = dice.Chance(0.5f) ? new(shake, 0) : new(0, shake),
            },
            name);
    }

    private static float Tilt(ref Dice dice) => dice.Chance(0.15f) ? 0 : MathF.Round(dice.Between(-10, 10), 2);

    /// <summary>At most 3.5 % of the width each.</summary>
    private static SKPoint[] Moves(ref Dice dice)
    {
        var strength = dice.Between(0.3f, 1);
        var moves = new SKPoint[4];
        foreach (ref var move in moves.AsSpan())
        {
            var (sin, cos) = MathF.SinCos(dice.Between(0, MathF.Tau));
            var length = 0.035f * strength * dice.Next();
            move = new(length * cos, length * sin);
        }
        return moves;
    }

    /// <summary>Lays the thing down and chooses a part of the table around it that is in the picture.</summary>
    private static Scan Lay(SKSize thing, float width, float tilt, SKPoint[]? moves, bool takesWholeSensor, ref Dice dice)
    {
        var alone = new Scan(0, 0, width) { Tilt = tilt, Perspective = moves };
        var corners = alone.CornersOf(thing);
        var (left, right) = (corners.Min(corner => corner.X), corners.Max(corner => corner.X));
        var (top, bottom) = (corners.Min(corner => corner.Y), corners.Max(corner => corner.Y));

        var across = (right - left) * (1.02f + Margin(ref dice));
        var down = (bottom - top) * (1.02f + Margin(ref dice));
        if (takesWholeSensor)
        {
            var aspect = dice.Pick([4f / 3, 3f / 4, 16f / 9]);
            (across, down) = (MathF.Max(across, down * aspect), MathF.Max(down, across / aspect));
        }
        across = MathF.Ceiling(MathF.Min(across, MathF.Max(LongestSide, right - left)));
        down = MathF.Ceiling(MathF.Min(down, MathF.Max(LongestSide, bottom - top)));

        var free = new SKPoint((across - (right - left)) * dice.Next(), (down - (bottom - top)) * dice.Next());
        return alone with
        {
            Width = (int)across,
            Height = (int)down,
            Middle = new((free.X - left) / across, (free.Y - top) / down),
        };
    }

    /// <summary>Mostly narrow.</summary>
    private static float Margin(ref Dice dice)
    {
        var throwOfTheDice = dice.Next();
        return 0.8f * throwOfTheDice * throwOfTheDice;
    }

    private static ImageEncoding Store(int quality, ref Dice dice)
    {
        var downsample = dice.Chance(0.6f) ? SKJpegEncoderDownsample.Downsample420 : SKJpegEncoderDownsample.Downsample444;
        return dice.Next() switch
        {
            < 0.08f => new ImageEncoding.Png(),
            < 0.11f => new ImageEncoding.GrayPng(),
            < 0.17f => new ImageEncoding.GrayJpeg(quality),
            _ => new ImageEncoding.Jpeg(quality, downsample),
        };
    }
}
