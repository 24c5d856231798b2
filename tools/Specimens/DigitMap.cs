using System;
using System.IO;
using System.Linq;
using SkiaSharp;
using Specimens.Cards;
using Specimens.Pictures;

namespace Specimens;

/// <summary>
/// Which of a specimen's stored pixels each character of its numbers has ink in: those that differ when the card is drawn without the
/// character. In the map, 1 to 14 are the characters of the registration number, 100 is any other number, 0 the rest; a pixel of two
/// characters is the later one's.
/// </summary>
internal static class DigitMap
{
    private const byte OtherNumber = 100;

    private static readonly string[] RegistrationNumbers = ["alienRegNum", "personalNum"];
    private static readonly string[] OtherNumbers = ["alienRegNumEtc", "num", "code"];

    /// <summary>Writes the map as a gray PNG; nothing for a card without a registration number.</summary>
    public static void Draw(Specimen specimen, Typefaces typefaces, string folder)
    {
        // Noise would hide the faintest edges of the ink.
        var scan = specimen.Scan with { Grain = 0 };
        using var whole = scan.Take(specimen.Card, typefaces);
        var printed = whole.Fields.Select(field => field.Printed).ToArray();
        if (!printed.Any(field => RegistrationNumbers.Contains(field.Name))) return;

        using var map = new SKBitmap(new SKImageInfo(whole.Width, whole.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        foreach (var field in whole.Fields.Where(field => OtherNumbers.Contains(field.Printed.Name)))
        {
            using var inked = Around(field, null);
            Mark(inked, field, null, OtherNumber, -0.1f, 1.1f);
        }
        foreach (var field in whole.Fields.Where(field => RegistrationNumbers.Contains(field.Printed.Name)))
        {
            using var inked = Around(field, null);

            // The edges of a glyph also depend, very little, on which others are drawn in the same path; those are too far to be its own.
            var cell = 1f / field.Printed.Text.Length;
            for (var i = 0; i < field.Printed.Text.Length; i++)
                Mark(inked, field, i, (byte)(i + 1), (i - 0.5f) * cell, (i + 1.5f) * cell);
        }

        using var pixmap = map.PeekPixels();
        using var data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9))
            ?? throw new SpecimenException("The encoder refused a map.");
        File.WriteAllBytes(Path.Combine(folder, Path.ChangeExtension(specimen.FileName, ".png")), data.ToArray());

        void Mark(ScannedCard inked, ScannedField field, int? character, byte value, float from, float to)
        {
            using var without = Around(field, new(field.Printed.Name, character));
            var box = field.Box;
            var reading = box[1] - box[0];
            var area = Surroundings(box);
            for (var y = area.Top; y < area.Bottom; y++)
            {
                for (var x = area.Left; x < area.Right; x++)
                {
                    if (inked.Pixels.GetPixel(x, y) == without.Pixels.GetPixel(x, y)) continue;
                    var offset = new SKPoint(x + 0.5f, y + 0.5f) - box[0];
                    var place = ((offset.X * reading.X) + (offset.Y * reading.Y)) / reading.LengthSquared;
                    if (place > from && place < to) map.GetPixelSpan(x, y)[0] = value;
                }
            }
        }

        ScannedCard Around(ScannedField field, Blank? blank) => scan.Take(specimen.Card, typefaces, blank, Surroundings(field.Box));

        // As far as the lens spreads the ink, and more.
        SKRectI Surroundings(SKPoint[] box)
        {
            var reach = 4 + (6 * (scan.Softness + MathF.Max(scan.Shake.X, scan.Shake.Y)));
            var (left, right) = (box.Min(corner => corner.X), box.Max(corner => corner.X));
            var (top, bottom) = (box.Min(corner => corner.Y), box.Max(corner => corner.Y));
            return SKRectI.Intersect(SKRectI.Ceiling(SKRect.Inflate(new(left, top, right, bottom), reach, reach)), new(0, 0, whole.Width, whole.Height));
        }
    }
}
