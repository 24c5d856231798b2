using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ClovaOcr.Emulator.Faults;

namespace ClovaOcr.Emulator;

/// <summary>What goes wrong and with which calls: <c>WHEN: WHAT</c> or <c>WHEN: WHAT|WHAT</c>, as in <c>first 2: 0500</c>.</summary>
/// <remarks>docs/emulator.md lists every WHEN and WHAT.</remarks>
public sealed class FaultSpec
{
    private readonly string _text;
    private readonly Fault[] _faults;

    private FaultSpec(string text, FaultTiming timing, Fault[] faults) => (_text, Timing, _faults) = (text, timing, faults);

    internal FaultTiming Timing { get; }

    /// <summary>Reads a spec.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static FaultSpec Parse(string text) => TryParse(text, out var spec)
        ? spec
        : throw new FormatException($"'{text}' is no fault. Write 'first 2: 0500', 'every 10: 503 retry-after 2', '20%: truncated|hang'.");

    /// <summary>Reads a spec.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out FaultSpec? spec)
    {
        spec = null;
        if (text?.Split(':') is not [var when, var what] || FaultTiming.Read(Words(when)) is not { } timing) return false;
        var faults = what.Split('|').Select(one => Fault.Read(Words(one))).OfType<Fault>().ToArray();
        if (faults.Length <= what.Count(character => character == '|')) return false;

        // Which picture it is, is not known before the body was read.
        if (timing.IsOfEach && faults.Any(fault => fault.IsBeforeReading)) return false;
        spec = new FaultSpec(text, timing, faults);
        return true;
    }

    /// <summary>The text that it was read from.</summary>
    public override string ToString() => _text;

    internal Fault Choose(Random random) => _faults[random.Next(_faults.Length)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
