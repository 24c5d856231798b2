using System;
using System.Collections.Generic;
using System.Linq;

namespace ReadingScore;

/// <summary>Some numbers and what is said of them.</summary>
internal sealed class Figures
{
    private readonly double[] _sorted;

    public Figures(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public double Largest => At(1);

    /// <summary>The number that such a part of all does not exceed (the nearest rank); not a number when there are none.</summary>
    public double At(double part) => Count == 0 ? double.NaN : _sorted[Math.Max(0, (int)Math.Ceiling(part * Count) - 1)];

    /// <summary>How many do not exceed a number.</summary>
    public int Within(double most) => _sorted.Count(value => value <= most);

    public static string Percent(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.0} %";
}
