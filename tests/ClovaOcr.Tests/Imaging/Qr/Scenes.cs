using System;
using System.Linq;
using ClovaOcr.Cards;
using QRCoder;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>Pictures of cards, and of other things, that are the same for the same seed.</summary>
internal static class Scenes
{
    /// <summary>A card of the layout since 2023, with a code of a random version, in a picture of a random kind.</summary>
    public static Scene WithCode(int seed)
    {
        var dice = new Random(unchecked(seed * 7919));
        var card = dice.Of(PrintedCard.WithCode);
        var version = dice.Chance(0.7) ? dice.Next(2, 9) : dice.Next(1, 21);
        var modules = 17 + (4 * version);
        var quiet = dice.Chance(0.7) ? 4 : dice.Next(2, 4);
        var area = PrintedCard.CodeArea;
        var module = area.Width / (modules + (2 * quiet));

        // So large that a module has some 1.5 to 7 pixels.
        var smallest = Math.Max(380, 1.6 * card.Size.Width / module);
        var cardWidth = smallest * (dice.Chance(0.3) ? dice.Between(1, 1.15) : dice.Between(1.15, 2));
        cardWidth = Math.Min(cardWidth, 1250);
        var isScan = dice.Chance(0.25);
        var pose = isScan ? Pose.Scanned(dice.Chance(0.5) ? dice.Bell(3) + (90 * dice.Next(4)) : dice.Between(0, 360)) : Pose.Photographed(dice);
        var (kind, place) = dice.Next(20) switch
        {
            < 12 => ("whole", Place.Whole),
            < 19 => ("code only", Place.Code),
            _ => ("cut", Place.Cut),
        };

        var scale = cardWidth / card.Size.Width;
        var (matrix, width, height) = Compose(pose, card.Size, area, scale, place, dice);
        var scene = isScan ? "plain" : dice.Of(Desk.Kinds);
        using var pixels = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(pixels))
        {
            if (isScan) canvas.Clear(dice.Chance(0.7) ? new SKColor(0xF6, 0xF6, 0xF4) : new SKColor(0x20, 0x20, 0x20));
            else Desk.Draw(canvas, scene, width, height, dice);
            canvas.Save();
            canvas.Concat(matrix);
            card.Draw(canvas);
            DrawCode(canvas, area, version, quiet, dice);
            canvas.Restore();
            if (!isScan) Lighting.Draw(canvas, width, height, dice);
        }

        var camera = Camera.Any(dice, module * scale);
        var code = SKRect.Inflate(area, -quiet * module, -quiet * module);
        return new($"{kind} on {scene}", camera.Shoot(pixels, dice), Corners(matrix, code), modules);
    }

    /// <summary>A picture with no code in it: an older or another card, or no card at all.</summary>
    public static Scene WithoutCode(int seed)
    {
        var dice = new Random(unchecked((seed * 6151) + 17));
        var scene = dice.Of(Desk.Kinds);
        var hasCard = dice.Chance(0.6);
        var card = dice.Of(PrintedCard.WithoutCode);
        var scale = dice.Between(380, 1000) / card.Size.Width;
        var pose = dice.Chance(0.25) ? Pose.Scanned(dice.Bell(3) + (90 * dice.Next(4))) : Pose.Photographed(dice);
        var (matrix, width, height) = Compose(pose, card.Size, PrintedCard.CodeArea, scale, dice.Chance(0.7) ? Place.Whole : Place.Code, dice);
        if (!hasCard) (width, height) = (dice.Next(240, 900), dice.Next(240, 700));
        using var pixels = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(pixels))
        {
            Desk.Draw(canvas, scene, width, height, dice);
            if (hasCard)
            {
                canvas.Save();
                canvas.Concat(matrix);
                card.Draw(canvas);
                canvas.Restore();
            }

            Lighting.Draw(canvas, width, height, dice);
        }

        return new($"{(hasCard ? "card on " : "")}{scene}", Camera.Any(dice, dice.Between(1.5, 4)).Shoot(pixels, dice), null, 0);
    }

    private enum Place
    {
        Whole,
        Code,
        Cut,
    }

    // The picture's size and the way from the card to its pixels: all of the card, some of it around the code, or with the code cut off.
    private static (SKMatrix Matrix, int Width, int Height) Compose(Pose pose, SKSize card, SKRect code, double scale, Place place, Random dice)
    {
        var matrix = pose.Project(card, SKPoint.Empty, scale);
        var whole = Bounds(matrix, SKRect.Create(card));
        var part = Bounds(matrix, code);
        var (margin, middle) = ((float)scale, new SKPoint(part.MidX, part.MidY));
        var frame = place == Place.Whole
            ? new SKRect(whole.Left - (margin * R(0, 9)), whole.Top - (margin * R(0, 9)), whole.Right + (margin * R(0, 9)), whole.Bottom + (margin * R(0, 9)))
            : new SKRect(middle.X - (margin * R(14, 45)), middle.Y - (margin * R(14, 40)), middle.X + (margin * R(14, 45)), middle.Y + (margin * R(14, 40)));
        if (place == Place.Cut)
        {
            // Up to a quarter of the code is beyond one of the edges.
            var cut = R(-0.05f, 0.25f);
            switch (dice.Next(4))
            {
                case 0: frame.Left = part.Left + (cut * part.Width); break;
                case 1: frame.Top = part.Top + (cut * part.Height); break;
                case 2: frame.Right = part.Right - (cut * part.Width); break;
                default: frame.Bottom = part.Bottom - (cut * part.Height); break;
            }
        }

        return (SKMatrix.CreateTranslation(-frame.Left, -frame.Top).PreConcat(matrix), (int)frame.Width, (int)frame.Height);

        float R(float least, float most) => (float)dice.Between(least, most);
    }

    private static void DrawCode(SKCanvas canvas, SKRect area, int version, int quiet, Random dice)
    {
        var level = (QRCodeGenerator.ECCLevel)dice.Next(4);
        var modules = 17 + (4 * version);

        // A third of the modules, less those that are the same in every code, is what the highest level leaves for the message.
        var length = dice.Next(4, (int)(((modules * modules) - 230) * 0.27 / 8) + 1);
        var text = string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + dice.Next(26))));
        using var data = QRCodeGenerator.GenerateQrCode(text, level, requestedVersion: version);
        var module = area.Width / (modules + (2 * quiet));
        using var shape = new SKPathBuilder();
        for (var row = 0; row < modules; row++)
        {
            for (var column = 0; column < modules; column++)
                if (data.ModuleMatrix[row + 4][column + 4])
                    shape.AddRect(SKRect.Create(area.Left + ((column + quiet) * module), area.Top + ((row + quiet) * module), module, module));
        }

        using var path = shape.Detach();
        var (dark, light) = ((byte)dice.Next(0x10, 0x50), (byte)dice.Next(0xD8, 0x100));
        using var ink = new SKPaint { Color = new(dark, dark, dark), IsAntialias = true };
        using var paper = new SKPaint { Color = new(light, light, light), IsAntialias = true };
        canvas.DrawRect(area, paper);
        canvas.DrawPath(path, ink);
    }

    private static SKRect Bounds(SKMatrix matrix, SKRect area)
    {
        var corners = Corners(matrix, area);
        return new((float)corners.Min(c => c.X), (float)corners.Min(c => c.Y), (float)corners.Max(c => c.X), (float)corners.Max(c => c.Y));
    }

    private static PixelPoint[] Corners(SKMatrix matrix, SKRect area) =>
    [
        .. new SKPoint[] { new(area.Left, area.Top), new(area.Right, area.Top), new(area.Right, area.Bottom), new(area.Left, area.Bottom) }
            .Select(matrix.MapPoint)
            .Select(point => new PixelPoint(point.X, point.Y)),
    ];
}
