using System.IO;
using SkiaSharp;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Pictures that no specimen is.</summary>
internal static class Pictures
{
    /// <summary>A picture of the size of a card with nothing on it.</summary>
    public static void WritePlain(string path)
    {
        using var bitmap = new SKBitmap(1011, 638);
        bitmap.Erase(SKColors.LightSteelBlue);
        using var file = File.Create(path);
        bitmap.Encode(file, path.EndsWith(".png", System.StringComparison.Ordinal) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 90);
    }
}
