using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using SkiaSharp;
using Specimens;

namespace Margin;

/// <summary>What became of one pair of cards with one history.</summary>
/// <param name="Reach">Pixels from the hidden digits' box to the farthest pixel that tells the two cards apart.</param>
/// <param name="Left">Pixels outside the mask of a PNG that tell the cards apart.</param>
/// <param name="LeftLevels">By how much, of 255 levels, at the most.</param>
/// <param name="IsPngHidden">Whether the masked PNGs are the same, byte for byte.</param>
/// <param name="IsJpegHidden">Whether the masked JPEGs are.</param>
internal sealed record Trial(double Reach, int Left, int LeftLevels, bool IsPngHidden, bool IsJpegHidden)
{
    public static Trial Run(History history, int cardWidth, int number, Typefaces typefaces)
    {
        using var pair = CardPair.Draw(cardWidth * history.Scale, number, typefaces);
        var (width, height) = CardPair.SizeOf(cardWidth);
        using var first = history.Change(pair.First, new(width, height));
        using var second = history.Change(pair.Second, new(width, height));

        var plan = PlanFor(pair, (double)first.Width / pair.First.Width);
        var (pngs, jpegs) = (Both(Png), Both(Jpeg));
        var differences = DifferencesOf(first, second);
        var left = differences.FindAll(pixel => !IsCovered(pngs[0], pixel.X, pixel.Y));
        return new Trial(
            ReachOf(differences, HiddenPart(pair, (double)first.Width / pair.First.Width)),
            left.Count,
            left.Select(pixel => pixel.Levels).DefaultIfEmpty().Max(),
            pngs[0].Bytes.AsSpan().SequenceEqual(pngs[1].Bytes),
            jpegs[0].Bytes.AsSpan().SequenceEqual(jpegs[1].Bytes));

        MaskedPicture[] Both(Func<SKBitmap, byte[]> encode) =>
            [.. new[] { first, second }.Select(picture => ImageMasker.Mask(encode(picture), [.. plan.Areas.Select(area => area.Area)]))];
    }

    private static Polygon HiddenPart(CardPair pair, double scale) => pair.HiddenDigits.Select(p => new(p.X * scale, p.Y * scale));

    /// <summary>The plan by the answer that the service gives: border, box and a mask over the right half.</summary>
    private static MaskPlan PlanFor(CardPair pair, double scale)
    {
        const string Number = IdentityFields.AlienRegistrationNumber;
        return MaskPlan.Create(
            [
                new(CardRegionKind.Card, CardRegion.CardBorder, 0, "", pair.Border.Select(p => new(p.X * scale, p.Y * scale))),
                new(CardRegionKind.Text, Number, 0, "######-#######", pair.Box.Select(p => new(p.X * scale, p.Y * scale))),
                new(CardRegionKind.Masking, Number, 0, "######-#######", HiddenPart(pair, scale)),
            ],
            MaskDigits.Last7,
            [],
            [Number]);
    }

    private static double ReachOf(IEnumerable<(int X, int Y, int Levels)> differences, Polygon hidden) => differences
        .Select(pixel => Math.Max(
            Math.Max(Math.Max(hidden.Left - pixel.X, pixel.X + 1 - hidden.Right), 0),
            Math.Max(Math.Max(hidden.Top - pixel.Y, pixel.Y + 1 - hidden.Bottom), 0)))
        .DefaultIfEmpty()
        .Max();

    private static bool IsCovered(MaskedPicture masked, int x, int y) =>
        masked.Covered.Any(area => x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height);

    private static List<(int X, int Y, int Levels)> DifferencesOf(SKBitmap first, SKBitmap second)
    {
        var differences = new List<(int, int, int)>();
        for (var y = 0; y < first.Height; y++)
        {
            var a = MemoryMarshal.Cast<byte, uint>(first.GetPixelSpan(0, y))[..first.Width];
            var b = MemoryMarshal.Cast<byte, uint>(second.GetPixelSpan(0, y))[..first.Width];
            if (a.SequenceEqual(b)) continue;
            for (var x = 0; x < first.Width; x++)
                if (a[x] != b[x]) differences.Add((x, y, Levels(new SKColor(a[x]), new SKColor(b[x]))));
        }

        return differences;
    }

    private static int Levels(SKColor a, SKColor b) =>
        Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));

    private static byte[] Png(SKBitmap picture) =>
        picture.PeekPixels()!.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1))!.ToArray();

    private static byte[] Jpeg(SKBitmap picture) => picture.PeekPixels()!.Encode(new SKJpegEncoderOptions(90))!.ToArray();
}
