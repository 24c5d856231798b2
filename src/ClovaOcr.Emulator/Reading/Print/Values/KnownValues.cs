using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>All that a field may say, where that is known.</summary>
internal sealed class KnownValues
{
    private readonly (string Value, string Bare)[] _values;
    private readonly int _margin;
    private readonly int _lettersForAnError;

    /// <param name="values">The values.</param>
    /// <param name="margin">By how many letters the nearest value must be nearer than any other; values that are much alike need more.</param>
    /// <param name="lettersForAnError">One of so many letters may be read wrong; long values need a stricter measure.</param>
    public KnownValues(IEnumerable<string> values, int margin = 1, int lettersForAnError = 5)
    {
        _values = [.. values.Distinct().Select(value => (value, Likeness.Bare(value)))];
        (_margin, _lettersForAnError) = (margin, lettersForAnError);
    }

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
        var near = _values.Select(known => (known.Value, known.Bare, Distance: Likeness.Distance(bare, known.Bare))).ToArray();
        var best = near.MinBy(known => known.Distance);
        if (best.Distance > best.Bare.Length / _lettersForAnError) return null;
        if (near.Any(known => known.Bare != best.Bare && best.Distance > 0 && known.Distance < best.Distance + _margin)) return null;

        // Of values that differ in spaces and marks only, the one that was read is meant.
        return near.Where(known => known.Bare == best.Bare).MinBy(known => Likeness.Distance(read, known.Value)).Value;
    }
}
