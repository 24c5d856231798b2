using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>All that a field may say, where that is known.</summary>
internal sealed class KnownValues
{
    // One letter in five may be read wrong, if nothing else on the list is as near.
    private const int LettersForAnError = 5;

    private readonly (string Value, string Bare)[] _values;

    public KnownValues(IEnumerable<string> values) => _values = [.. values.Distinct().Select(value => (value, Likeness.Bare(value)))];

    /// <summary>The lines of a list beside the program's code.</summary>
    public static string[] Lines(string list)
    {
        using var stream = typeof(KnownValues).Assembly.GetManifestResourceStream(list)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The value that a reading must be.</summary>
    /// <returns>Null when none is near enough, or several are equally near.</returns>
    public string? Snap(string read)
    {
        var bare = Likeness.Bare(read);
        if (bare.Length == 0) return null;
        var near = _values
            .Select(known => (known.Value, known.Bare, Distance: Likeness.Distance(bare, known.Bare)))
            .Where(known => known.Distance <= known.Bare.Length / LettersForAnError)
            .GroupBy(known => known.Distance)
            .OrderBy(group => group.Key)
            .FirstOrDefault();

        // Values that differ in spaces and marks only are as near as each other: the one that was read is meant.
        var best = near?.ToArray() ?? [];
        return best.Length == 1 ? best[0].Value
            : best.Select(known => known.Bare).Distinct().Count() == 1 ? best.MinBy(known => Likeness.Distance(read, known.Value)).Value
            : null;
    }
}
