using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Plans;
using ClovaOcr.Emulator.Reading.Print.Values;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What Tesseract might have read.</summary>
internal static class MadeUpReading
{
    /// <summary>A reading of words that it is all equally sure of, 0 to 100.</summary>
    public static LineReading Of(string text, double confidence = 95) =>
        new([.. text.Split(' ').Where(word => word.Length > 0).Select(word => new WordReading(word, confidence, 0, 0, 0, 0))]);

    /// <summary>All readings of a field, in its line's letters.</summary>
    public static FieldReadings OfField(string field, params (string Text, double Confidence)[] readings)
    {
        var line = MadeUpCard.LineOf(121, 262, 40, readings[0].Text);

        // A part of the line, so that what was read in the line is not among the readings.
        var all = new FieldReadings(new Place(field, line, line.Line.Marks[0]));
        (line.IsKorean ? all.Korean : all.Latin).AddRange(readings.Select(reading => Of(reading.Text, reading.Confidence)));
        return all;
    }

    /// <summary>All readings of a field, in its line's letters, of all of which it is sure.</summary>
    public static FieldReadings OfField(string field, params string[] readings) => OfField(field, [.. readings.Select(text => (text, 95d))]);

    /// <summary>All readings of a number: the last one taken for Korean letters, the others for Latin ones.</summary>
    public static FieldReadings OfNumber(params string[] readings)
    {
        var all = OfField("alienRegNum", readings[..^1]);
        all.Korean.Add(Of(readings[^1]));
        return all;
    }
}
