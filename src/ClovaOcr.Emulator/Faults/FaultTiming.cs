using System;
using System.Globalization;

namespace ClovaOcr.Emulator.Faults;

/// <summary>Which calls a fault meets.</summary>
internal sealed class FaultTiming
{
    private readonly Func<long, Random, bool> _meets;

    private FaultTiming(Func<long, Random, bool> meets, bool isOfEach = false) => (_meets, IsOfEach) = (meets, isOfEach);

    /// <summary>Whether calls are counted for each picture apart.</summary>
    public bool IsOfEach { get; }

    /// <summary>Reads <c>always</c>, <c>first N</c>, <c>first N of each</c>, <c>every N</c> or <c>P%</c>.</summary>
    /// <returns>Null when it is none of them.</returns>
    public static FaultTiming? Read(string[] words) => words switch
    {
        ["always"] => new((_, _) => true),
        ["first", var text] when IsCount(text, out var count) => new((call, _) => call <= count),
        ["first", var text, "of", "each"] when IsCount(text, out var count) => new((call, _) => call <= count, isOfEach: true),
        ["every", var text] when IsCount(text, out var count) => new((call, _) => call % count == 0),
        [[.. var text, '%']] when IsPercentage(text, out var percentage) => new((_, random) => random.NextDouble() * 100 < percentage),
        _ => null,
    };

    /// <summary>Whether it meets a call, by its number from 1 among all calls, or among its picture's.</summary>
    public bool Meets(long call, Random random) => _meets(call, random);

    private static bool IsCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    private static bool IsPercentage(string text, out double percentage) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percentage)
        && percentage is >= 0 and <= 100;
}
