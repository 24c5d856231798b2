namespace Bench;

/// <summary>A value and how it is printed.</summary>
/// <param name="Value">The value, in the unit that the format says.</param>
/// <param name="Format">A composite format for it.</param>
internal readonly record struct Measure(double Value, string Format)
{
    public static Measure Ratio(double value, double against) => new(value / against, "{0:0.00} x");

    public static Measure Share(int part, int whole) => new(100.0 * part / whole, "{0:0.0} %");

    public static Measure Megabytes(double bytes) => new(bytes / 1_000_000, "{0:0.0} MB");

    public static Measure Milliseconds(double value) => new(value, "{0:0.0} ms");

    public static Measure Count(int value) => new(value, "{0:0}");

    public override string ToString() => string.Format(null, Format, Value);
}
