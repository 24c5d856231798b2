using QRCoder;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>A QR code that can be read. What it says is for the caller to choose; a number must never be in it.</summary>
internal static class QrCode
{
    private const int QuietModules = 4;

    /// <summary>Prints the code on white, its quiet zone included in <paramref name="area"/>, and keeps where its modules are.</summary>
    public static void Print(CardFace face, string text, SKRect area)
    {
        // The matrix comes with a quiet zone of four modules already.
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: false);
        var matrix = data.ModuleMatrix;
        var module = area.Width / matrix.Count;

        using var modules = new SKPathBuilder();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; column++)
                if (matrix[row][column])
                    modules.AddRect(SKRect.Create(area.Left + (column * module), area.Top + (row * module), module, module));
        }

        using var path = modules.Detach();
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var black = new SKPaint { Color = new(0x18, 0x18, 0x18), IsAntialias = true };
        face.Canvas.DrawRect(area, white);
        face.Canvas.DrawPath(path, black);
        face.QrCode = SKRect.Inflate(area, -QuietModules * module, -QuietModules * module);
    }
}
