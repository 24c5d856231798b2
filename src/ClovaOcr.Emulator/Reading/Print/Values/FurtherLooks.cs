using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Plans;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>Reads values again, in black and white and in other sizes, so that a chance error shows itself.</summary>
internal sealed class FurtherLooks(UprightCard card, TesseractPool pool)
{
    private static readonly Look[] Looks = [new(34, IsBlackAndWhite: true), new(48, IsBlackAndWhite: false)];

    /// <summary>Reads every value of a card once more, and those whose readings do not agree then another time.</summary>
    /// <returns>The values whose readings agree, and where they stand.</returns>
    /// <exception cref="CardReaderException">Tesseract failed.</exception>
    public async Task<IReadOnlyList<(Place Place, FieldValue Value)>> ReadAsync(ICardPlan plan, CancellationToken cancellation)
    {
        FieldReadings[] all = [.. plan.Places.Select(place => new FieldReadings(place))];
        var values = new FieldValue?[all.Length];
        foreach (var look in Looks)
        {
            FieldReadings[] open = [.. all.Where((_, i) => values[i] is null)];
            await Task.WhenAll(
                AddAsync(look, CardPrint.Latin, open, Letters.Latin, field => field.Latin, cancellation),
                AddAsync(look, CardPrint.Korean, open, Letters.Korean, field => field.Korean, cancellation));
            for (var i = 0; i < all.Length; i++) values[i] ??= plan.ValueOf(all[i]);
        }

        return [.. from pair in all.Zip(values) where pair.Second is not null select (pair.First.Place, pair.Second)];
    }

    private async Task AddAsync(
        Look look,
        TesseractSettings settings,
        FieldReadings[] open,
        Letters letters,
        Func<FieldReadings, List<LineReading>> into,
        CancellationToken cancellation)
    {
        var read = open.Where(field => field.Place.Letters.HasFlag(letters)).ToArray();
        var strips = read.Select(field => LineStrip.Cut(card.Print, field.Place.Surroundings, look.Height, look.IsBlackAndWhite).Image);
        var readings = await pool.ReadAsync([.. strips], settings, cancellation);
        for (var i = 0; i < read.Length; i++) into(read[i]).Add(readings[i]);
    }

    /// <param name="Height">The ink's height in the picture that Tesseract is given, in pixels.</param>
    /// <param name="IsBlackAndWhite">Whether that is black and white rather than gray.</param>
    private sealed record Look(int Height, bool IsBlackAndWhite);
}
