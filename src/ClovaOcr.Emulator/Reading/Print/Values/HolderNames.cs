using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>Names of holders, in Korean or in Latin capitals. They are on no list, so that they must be read surely.</summary>
internal static partial class HolderNames
{
    /// <summary>
    /// 0 to 100. Letters of a blurred name are mistaken alike in all sizes: right readings of variants come to 79 and more, alike but wrong ones
    /// to 64 and less.
    /// </summary>
    public const double SureConfidence = 75;

    /// <summary>What a name says.</summary>
    /// <returns>Null when its readings do not agree, or are not sure.</returns>
    public static FieldValue? ValueOf(FieldReadings readings) => readings.Place.Line.IsKorean
        ? Agreement.Of(readings.Korean, KoreanIn, sure: SureConfidence)
        : Agreement.Of(readings.Latin, LatinIn, sure: SureConfidence);

    private static string? KoreanIn(string read) =>
        Agreement.Squeezed(read) is { Length: > 1 } name && name.All(Hangul.IsSyllable) ? name : null;

    private static string? LatinIn(string read) =>
        string.Concat(read.Select(Capital)) is var name && Form().IsMatch(name) ? name : null;

    // Small letters that look like their capitals are these; any other small letter is a mistake.
    private static char Capital(char letter) => letter switch
    {
        '\u2019' => '\'',
        'c' or 'k' or 'o' or 'p' or 's' or 'u' or 'v' or 'w' or 'x' or 'z' => char.ToUpperInvariant(letter),
        _ => letter,
    };

    [GeneratedRegex(@"^[A-Z][A-Z'-]*( [A-Z][A-Z'-]*)*\z")]
    private static partial Regex Form();
}
