using SkiaSharp;

namespace Specimens.Cards;

/// <summary>The word SPECIMEN across the whole card: over the photo, under the text that has to be read.</summary>
internal static class Overprint
{
    public static void Print(CardFace face, Look look)
    {
        var size = face.Size.Width * 0.189f;
        var style = new TextStyle(size, new(0xB0, 0x20, 0x30, look.Overprint), Weight.Bold) { Align = SKTextAlign.Center };
        face.Canvas.Save();
        face.Canvas.RotateDegrees(-24, face.Size.Width / 2, face.Size.Height / 2);
        face.Label("SPECIMEN", face.Size.Width / 2, (face.Size.Height / 2) + (size * 0.37f), style);
        face.Canvas.Restore();
    }
}
