using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Reads cards that it has never seen: finds the card, lays it upright, finds its lines and reads them with Tesseract.</summary>
internal sealed class TesseractReader(TesseractPool pool) : ICardReader
{
    public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        foreach (var candidate in CardFinder.Find(picture))
        {
            foreach (var corners in (Quad[])[candidate, UpsideDown(candidate)])
            {
                if (await ReadAsync(UprightCard.Of(picture, corners), corners, cancellation) is { } face) return face;
            }
        }

        return null;
    }

    private static Quad UpsideDown(Quad corners) => new(corners.LowerRight, corners.LowerLeft, corners.UpperLeft, corners.UpperRight);

    internal async Task<CardFace?> ReadAsync(UprightCard card, Quad corners, CancellationToken cancellation)
    {
        var print = await CardPrint.ReadAsync(card, pool, cancellation);
        if (AlienCardPlan.Find(print) is not { } plan) return null;
        var readings = await new SecondLook(card, pool).ReadAsync(plan.Places, cancellation);
        var fields = new List<KeyValuePair<string, IReadOnlyList<PrintedEntry>>>();
        foreach (var field in readings)
        {
            if (AlienCardFields.ValueOf(field) is not { } value) continue;
            fields.Add(new(field.Place.Field, [new PrintedEntry(value.Text, value.Date, BoxOf(card, field.Place.Box)) { Confidence = value.Confidence }]));
        }

        return new CardFace("ac", readings.Any(field => field.Korean.Count > 0 && field.Place.Field == "name") ? "ko" : "en", corners, fields);
    }

    private static Quad BoxOf(UprightCard card, PixelBox box) => new Quad(
        new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)).Select(card.ToPicture.Map);
}
