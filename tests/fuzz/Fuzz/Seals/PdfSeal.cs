using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClovaOcr.Fuzz.Seals;

/// <summary>
/// Makes the places in a PDF's one classic table of objects right (PDF 1.7, 7.5.4), so that a byte that was put in or taken out does not make
/// all of the file unreadable.
/// </summary>
internal static class PdfSeal
{
    private static readonly Regex Object = new(@"(?<=^|[\r\n])(\d{1,4}) 0 obj\b", RegexOptions.CultureInvariant);
    private static readonly Regex Section = new(@"(?<=[\r\n])xref\r?\n0 (\d{1,4})\s?\r?\n", RegexOptions.CultureInvariant);
    private static readonly Regex Entry = new(@"\G\d{10} \d{5} ([nf])\s{2}", RegexOptions.CultureInvariant);
    private static readonly Regex Start = new(@"(?<=startxref\r?\n)\d+(?=\s+%%EOF)", RegexOptions.CultureInvariant);

    public static byte[] Apply(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        if (Section.Matches(text) is not [var section] || Start.Matches(text) is not [var start]) return input;

        var places = new Dictionary<int, int>();
        foreach (Match found in Object.Matches(text)) places[int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)] = found.Index;
        var sealedText = new StringBuilder(text);
        var at = section.Index + section.Length;
        for (var number = 0; Entry.Match(text, at) is { Success: true } entry; number++, at += entry.Length)
        {
            if (!places.TryGetValue(number, out var place) || entry.Groups[1].Value == "f") continue;
            sealedText.Remove(at, 10).Insert(at, place.ToString("D10", CultureInfo.InvariantCulture));
        }

        sealedText.Remove(start.Index, start.Length).Insert(start.Index, section.Index.ToString(CultureInfo.InvariantCulture));
        return Encoding.Latin1.GetBytes(sealedText.ToString());
    }
}
