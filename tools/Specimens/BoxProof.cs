using System.IO;
using System.Linq;
using SkiaSharp;

namespace Specimens;

/// <summary>Copies of the pictures with the boxes of their JSON files drawn in: each box's first corner has a dot.</summary>
internal static class BoxProof
{
    public static void Draw(string cardFolder, string proofFolder)
    {
        foreach (var path in Directory.GetFiles(cardFolder, "*.json").Order())
        {
            var sidecar = Sidecar.Load(path);

            // The stored pixels, whatever the orientation says.
            using var codec = SKCodec.Create(Path.Combine(cardFolder, sidecar.Image));
            using var pixels = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
            codec.GetPixels(pixels.Info, pixels.GetPixels());
            using (var canvas = new SKCanvas(pixels))
            {
                if (sidecar.Card is { } card) Outline(canvas, card, SKColors.Blue);
                if (sidecar.QrCode is { } code) Outline(canvas, code, SKColors.Magenta);
                foreach (var entry in sidecar.Fields.Values.SelectMany(entries => entries)) Outline(canvas, entry.Box, SKColors.Red);
            }

            using var file = File.Create(Path.Combine(proofFolder, Path.ChangeExtension(sidecar.Image, ".png")));
            pixels.Encode(file, SKEncodedImageFormat.Png, 100);
        }
    }

    private static void Outline(SKCanvas canvas, SKPoint[] corners, SKColor colour)
    {
        using var shape = new SKPathBuilder();
        shape.AddPoly(corners, close: true);
        using var path = shape.Detach();
        using var pen = new SKPaint { Color = colour, IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        canvas.DrawPath(path, pen);
        pen.IsStroke = false;
        canvas.DrawCircle(corners[0], 3, pen);
    }
}
