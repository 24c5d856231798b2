using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ClovaOcr.Emulator;

/// <summary>
/// How many milliseconds answers take: <c>200</c>, <c>100-500</c> (evenly spread) or <c>lognormal:1500,0.5</c> (median and sigma).
/// </summary>
public sealed class Latency
{
    private const double LongestMilliseconds = 600_000;
    private const double LargestSigma = 5;
    private const string LogNormal = "lognormal:";

    private readonly Func<Random, double> _milliseconds;
    private readonly string _text;

    private Latency(string text, Func<Random, double> milliseconds) => (_text, _milliseconds) = (text, milliseconds);

    /// <summary>No longer than reading the picture takes.</summary>
    public static Latency None { get; } = Fixed("0", 0);

    /// <summary>Reads a latency as the option gives it. No answer takes more than ten minutes.</summary>
    /// <exception cref="FormatException">It is none of the three forms.</exception>
    public static Latency Parse(string text) => TryParse(text, out var latency)
        ? latency
        : throw new FormatException($"'{text}' is no latency: write 200, 100-500 or lognormal:1500,0.5.");

    /// <summary>Reads a latency as the option gives it.</summary>
    /// <returns>Whether it is one of the three forms.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Latency? latency)
    {
        latency = null;
        if (text is null) return false;
        if (text.StartsWith(LogNormal, StringComparison.Ordinal))
        {
            if (text[LogNormal.Length..].Split(',') is [var first, var second]
                && IsTime(first, out var median) && IsNumber(second, LargestSigma, out var sigma))
                latency = new(text, random => median * Math.Exp(sigma * Normal(random)));
        }
        else if (text.Split('-') is [var first, var second])
        {
            if (IsTime(first, out var from) && IsTime(second, out var to) && from <= to)
                latency = new(text, random => from + ((to - from) * random.NextDouble()));
        }
        else if (IsTime(text, out var milliseconds))
        {
            latency = Fixed(text, milliseconds);
        }

        return latency is not null;
    }

    /// <summary>The form that it was read from.</summary>
    public override string ToString() => _text;

    internal TimeSpan Draw(Random random) => TimeSpan.FromMilliseconds(Math.Min(_milliseconds(random), LongestMilliseconds));

    private static Latency Fixed(string text, double milliseconds) => new(text, _ => milliseconds);

    private static bool IsTime(string text, out double milliseconds) => IsNumber(text, LongestMilliseconds, out milliseconds);

    private static bool IsNumber(string text, double largest, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number >= 0 && number <= largest;

    // Box and Muller; 1 - x keeps the logarithm finite.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
