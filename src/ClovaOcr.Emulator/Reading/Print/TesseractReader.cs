using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Reads cards that it has never seen: finds the card, lays it upright, finds its lines and reads them with Tesseract.</summary>
internal sealed class TesseractReader(TesseractPool pool) : ICardReader
{
    private static readonly Func<CardPrint, ICardPlan?>[] Plans = [AlienCardPlan.Find, ResidentCardPlan.Find, PassportPlan.Find];

    public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        foreach (var candidate in CardFinder.Find(picture))
        {
            foreach (var corners in (Quad[])[candidate, UpsideDown(candidate)])
            {
                var print = await CardPrint.ReadAsync(UprightCard.Of(picture, corners), pool, cancellation);
                if (PlanOf(print) is { } plan) return await ReadAsync(print.Card, plan, corners, cancellation);
                if (print.IsUpright) break;
            }
        }

        return null;
    }

    private static Quad UpsideDown(Quad corners) => new(corners.LowerRight, corners.LowerLeft, corners.UpperLeft, corners.UpperRight);

    private static ICardPlan? PlanOf(CardPrint print) => Plans.Select(find => find(print)).FirstOrDefault(plan => plan is not null);

    private async Task<CardFace> ReadAsync(UprightCard card, ICardPlan plan, Quad corners, CancellationToken cancellation)
    {
        var fields = new List<KeyValuePair<string, IReadOnlyList<PrintedEntry>>>();
        foreach (var readings in await new FurtherLooks(card, pool).ReadAsync(plan, cancellation))
        {
            if (plan.ValueOf(readings) is not { } value) continue;
            var entry = new PrintedEntry(value.Text, value.Date, BoxOf(card, readings.Place.Box)) { Confidence = value.Confidence };
            fields.Add(new(readings.Place.Field, [entry]));
        }

        return new CardFace(plan.Kind, LanguageOf(plan), corners, fields)
        {
            IsConfident = plan.Expected.All(expected => fields.Any(field => field.Key == expected)),
        };
    }

    // As on the vendor's samples: the language of the holder's name.
    private static string LanguageOf(ICardPlan plan) =>
        plan.Places.FirstOrDefault(place => place.Field == "name")?.Line.IsKorean == true ? "ko" : "en";

    private static Quad BoxOf(UprightCard card, PixelBox box) => new Quad(
        new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)).Select(card.ToPicture.Map);
}
