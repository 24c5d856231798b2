using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>
/// The statuses of stay, A-1 to H-2 (Enforcement Decree of the Immigration Act, Annexes 1 to 1-3), with their Korean and usual English names.
/// </summary>
internal static partial class VisaTypes
{
    private static readonly Dictionary<string, KnownValues> English = [];
    private static readonly Dictionary<string, KnownValues> Korean = [];

    static VisaTypes()
    {
        foreach (var line in KnownValues.Lines("VisaTypes.txt"))
        {
            var parts = line.Split('\t');
            Korean.Add(parts[0], new KnownValues([parts[1]]));
            English.Add(parts[0], new KnownValues(parts[2].Split('|')));
        }
    }

    /// <summary>The code in brackets at the end of a reading, as in <c>E-7-4</c>.</summary>
    /// <returns>Null when there is none, or none that exists.</returns>
    public static string? CodeIn(string read)
    {
        var form = CodeForm().Match(read);
        if (!form.Success) return null;
        var code = $"{form.Groups["letter"].Value}-{form.Groups["number"].Value}";
        if (!English.ContainsKey(code)) return null;
        return form.Groups["part"].Success ? $"{code}-{form.Groups["part"].Value}" : code;
    }

    /// <summary>The name before the code, if it is one that goes with it.</summary>
    public static string? NameIn(string code, string read)
    {
        var status = string.Join('-', code.Split('-').Take(2));
        var name = NameBefore(read);
        if (Hangul.Share(name) > 0) return Korean[status].Snap(name);
        return English[status].Snap(name) is not { } usual ? null : IsCapital(name) ? usual.ToUpperInvariant() : usual;
    }

    /// <summary>The English name before the code, if it is none of the usual ones, of which each goes with its own code.</summary>
    public static string? FurtherNameIn(string read) =>
        NameBefore(read) is var name && NameForm().IsMatch(name) && English.Values.All(names => names.Snap(name) is null) ? name : null;

    private static string NameBefore(string read)
    {
        var syllables = string.Concat(Agreement.Squeezed(read).TakeWhile(Hangul.IsSyllable));
        if (syllables.Length > 0) return syllables;
        var bracket = read.LastIndexOfAny(['(', '[', '{']);
        return (bracket < 0 ? read : read[..bracket]).Trim();
    }

    private static bool IsCapital(string text) => text.Count(char.IsUpper) > text.Count(char.IsLower);

    // A Korean name of two syllables comes to a few Latin letters.
    [GeneratedRegex(@"^(?=.{6})[A-Z][A-Za-z]+([ /-][A-Za-z]+)*\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"[(\[{]\s*(?<letter>[A-H])\s*[-~]\s*(?<number>[1-9][0-9]?)(\s*[-~]\s*(?<part>[1-9][0-9]?))?\s*[)\]}]?\s*$")]
    private static partial Regex CodeForm();
}
