using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Print.Finding;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Plans;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Reads cards that it has never seen: finds the card, lays it upright, finds its lines and reads them with Tesseract.</summary>
internal sealed class TesseractReader(TesseractPool pool) : ICardReader
{
    private static readonly Func<CardPrint, ICardPlan?>[] Plans = [AlienCardPlan.Find, ResidentCardPlan.Find, PassportPlan.Find];

    private static readonly string[] HoldersData = ["name", "nationality", "visaType"];

    // A picture takes a second or two; one in which several cards might lie, some ten.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(60);

    public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestReading, pool.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await ReadWithinAsync(picture, end.Token);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new CardReaderException($"Reading a picture took more than {LongestReading.TotalSeconds} seconds.", exception);
        }
    }

    private async Task<CardFace?> ReadWithinAsync(Picture picture, CancellationToken end)
    {
        foreach (var candidate in CardFinder.Find(picture))
        {
            foreach (var corners in (Quad[])[candidate, UpsideDown(candidate)])
            {
                end.ThrowIfCancellationRequested();
                var print = await CardPrint.ReadAsync(UprightCard.Of(picture, corners), pool, end);
                if (PlanOf(print) is { } plan) return await ReadAsync(print.Card, plan, end);
                if (print.IsUpright) break;
            }
        }

        return null;
    }

    private static Quad UpsideDown(Quad corners) => new(corners.LowerRight, corners.LowerLeft, corners.UpperLeft, corners.UpperRight);

    private static ICardPlan? PlanOf(CardPrint print) => Plans.Select(find => find(print)).FirstOrDefault(plan => plan is not null);

    private async Task<CardFace> ReadAsync(UprightCard card, ICardPlan plan, CancellationToken cancellation)
    {
        var fields = new List<KeyValuePair<string, IReadOnlyList<PrintedEntry>>>();
        foreach (var (place, value) in await new FurtherLooks(card, pool).ReadAsync(plan, cancellation))
        {
            var entry = new PrintedEntry(value.Text, value.Date, BoxOf(card, place.Box)) { Confidence = value.Confidence };
            fields.Add(new(place.Field, [entry]));
        }

        var due = plan.Expected.Union(plan.Places.Select(place => place.Field));
        return new CardFace(plan.Kind, LanguageOf(plan), card.Corners, fields)
        {
            IsConfident = due.All(expected => fields.Any(field => field.Key == expected)),
        };
    }

    // As on the specimens: a card is in Korean when any of the holder's data is, or when only residents have such a card.
    private static string LanguageOf(ICardPlan plan) =>
        plan.Kind is "ic" or "dl" || plan.Places.Any(place => HoldersData.Contains(place.Field) && place.Line.IsKorean) ? "ko" : "en";

    private static Quad BoxOf(UprightCard card, PixelBox box) => new Quad(
        new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)).Select(card.ToPicture.Map);
}
