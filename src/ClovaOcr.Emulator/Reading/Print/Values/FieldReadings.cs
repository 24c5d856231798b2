using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Plans;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>All that was read where one value stands, in several sizes, gray and black and white.</summary>
internal sealed class FieldReadings
{
    public FieldReadings(Place place)
    {
        Place = place;

        // The first reading was of this very place, or ends with it.
        if (place.Surroundings == place.Box && place.Box != place.Line.Ink) return;
        Latin.Add(place.Line.Latin);
        Korean.Add(place.Line.Korean);
    }

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary>Taken for Latin letters.</summary>
    public List<LineReading> Latin { get; } = [];

    /// <summary>Taken for Korean letters.</summary>
    public List<LineReading> Korean { get; } = [];

    /// <summary>Those in its own letters.</summary>
    public IEnumerable<LineReading> Own => Place.Line.IsKorean ? Korean : Latin;

    public IEnumerable<LineReading> All => Latin.Concat(Korean);
}
