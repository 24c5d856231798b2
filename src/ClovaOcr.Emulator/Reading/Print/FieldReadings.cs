using System.Collections.Generic;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>All that was read where one value stands: each list has a reading of the gray picture and one of a black and white picture of another size.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record FieldReadings(Place Place)
{
    /// <summary>Taken for Latin letters; none if it is in Korean only.</summary>
    public List<LineReading> Latin { get; } = [];

    /// <summary>Taken for Korean letters; none if it is in Latin letters only.</summary>
    public List<LineReading> Korean { get; } = [];

    /// <summary>Taken for digits; none if it is no number and no date.</summary>
    public List<LineReading> Digits { get; } = [];
}
