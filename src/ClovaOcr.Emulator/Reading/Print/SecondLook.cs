using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Reads values again, in another size and in black and white, so that a chance error shows itself.</summary>
internal sealed class SecondLook(UprightCard card, TesseractPool pool)
{
    private const int GrayHeight = 48;
    private const int BlackAndWhiteHeight = 34;

    private static readonly TesseractSettings Latin = new("eng", CardPrint.OneLine);
    private static readonly TesseractSettings Korean = new("kor", CardPrint.OneLine);

    /// <summary>Reads each place in the letters that may stand there.</summary>
    /// <exception cref="CardReaderException">Tesseract failed.</exception>
    public async Task<IReadOnlyList<FieldReadings>> ReadAsync(IReadOnlyList<Place> places, CancellationToken cancellation)
    {
        FieldReadings[] all = [.. places.Select(place => new FieldReadings(place))];
        await Task.WhenAll(
            AddAsync(Latin, Taken(Letters.Latin), field => field.Latin),
            AddAsync(Korean, Taken(Letters.Korean), field => field.Korean));
        return all;

        FieldReadings[] Taken(Letters letters) => [.. all.Where(field => field.Place.Letters.HasFlag(letters))];

        async Task AddAsync(TesseractSettings settings, FieldReadings[] read, Func<FieldReadings, List<LineReading>> into)
        {
            var readings = await pool.ReadAsync([.. read.SelectMany(field => Strips(field.Place))], settings, cancellation);
            for (var i = 0; i < read.Length; i++) into(read[i]).AddRange([readings[2 * i], readings[(2 * i) + 1]]);
        }
    }

    private GrayImage[] Strips(Place place) =>
    [
        LineStrip.Cut(card.Print, place.Surroundings, GrayHeight).Image,
        LineStrip.Cut(card.Print, place.Surroundings, BlackAndWhiteHeight, isBlackAndWhite: true).Image,
    ];
}
