using System;
using System.Collections.Generic;
using System.Linq;
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
        return new Trial(
            ReachOf(first, second, HiddenPart(pair, (double)first.Width / pair.First.Width)),
            Differences(first, second, pngs[0]).Count(),
            Differences(first, second, pngs[0]).DefaultIfEmpty().Max(),
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

    private static double ReachOf(SKBitmap first, SKBitmap second, Polygon hidden)
    {
        var reach = 0.0;
        for (var y = 0; y < first.Height; y++)
        {
            for (var x = 0; x < first.Width; x++)
            {
                if (first.GetPixel(x, y) == second.GetPixel(x, y)) continue;
                var across = Math.Max(Math.Max(hidden.Left - x, x + 1 - hidden.Right), 0);
                var down = Math.Max(Math.Max(hidden.Top - y, y + 1 - hidden.Bottom), 0);
                reach = Math.Max(reach, Math.Max(across, down));
            }
        }

        return reach;
    }

    private static IEnumerable<int> Differences(SKBitmap first, SKBitmap second, MaskedPicture masked)
    {
        for (var y = 0; y < first.Height; y++)
        {
            for (var x = 0; x < first.Width; x++)
            {
                var (a, b) = (first.GetPixel(x, y), second.GetPixel(x, y));
                if (a == b || masked.Covered.Any(area => x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height)) continue;
                yield return Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));
            }
        }
    }

    private static byte[] Png(SKBitmap picture) => picture.PeekPixels()!.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1))!.ToArray();

    private static byte[] Jpeg(SKBitmap picture) => picture.PeekPixels()!.Encode(new SKJpegEncoderOptions(90))!.ToArray();
}
