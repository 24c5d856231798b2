using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LeakSearch;

/// <summary>
/// The ways in which a text may be written into a file: as UTF-8 and UTF-16, composed and decomposed, and those as hexadecimal digits and
/// as Base64 wherever it begins. What is escaped character by character, <see cref="Unescaping"/> undoes before the search.
/// </summary>
internal static class Spellings
{
    // What is shorter is found by chance in compressed data.
    private const int Shortest = 6;

    private static readonly (string Name, Encoding Encoding)[] Encodings =
        [("UTF-8", new UTF8Encoding(false)), ("UTF-16", new UnicodeEncoding(bigEndian: false, false)), ("UTF-16BE", new UnicodeEncoding(bigEndian: true, false))];

    /// <summary>All spellings of a text.</summary>
    public static IEnumerable<Spelling> Of(SoughtText text) => Forms(text)
        .Where(form => form.Bytes.Length >= Shortest)
        .DistinctBy(form => Convert.ToHexString(form.Bytes))
        .Select(form => new Spelling(text, form.Name, form.Bytes));

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(SoughtText text)
    {
        foreach (var (form, suffix) in new[] { (NormalizationForm.FormC, ""), (NormalizationForm.FormD, ", decomposed") })
        {
            foreach (var (name, encoding) in Encodings)
            {
                var bytes = encoding.GetBytes(text.Text.Normalize(form));
                yield return (name + suffix, bytes);
                foreach (var (inText, written) in AsText(bytes)) yield return ($"{inText} of {name}{suffix}", Encoding.ASCII.GetBytes(written));
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> AsText(byte[] bytes)
    {
        foreach (var hexadecimal in new[] { Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes) })
        {
            yield return ("hexadecimal", hexadecimal);
            foreach (var separator in new[] { "-", " ", ":" })
                yield return ("hexadecimal", string.Join(separator, hexadecimal.Chunk(2).Select(pair => new string(pair))));
        }

        for (var before = 0; before < 3; before++)
        {
            var base64 = Base64(bytes, before);
            if (base64.Length <= Shortest) continue;
            yield return ("Base64", base64);
            yield return ("Base64", base64.Replace('+', '-').Replace('/', '_'));
        }
    }

    /// <summary>The characters that depend on the bytes alone when they stand behind some others.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var written = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        return written[first..((before + bytes.Length) * 8 / 6)];
    }
}
