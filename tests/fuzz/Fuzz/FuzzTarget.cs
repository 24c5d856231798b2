using System;

namespace ClovaOcr.Fuzz;

/// <summary>A part of the library that is handed bytes, and what must hold whatever they are.</summary>
/// <param name="name">The word for it on the command line and the name of its corpus' folder.</param>
/// <param name="maximumLength">Bytes: the longest input that is tried.</param>
public abstract class FuzzTarget(string name, int maximumLength)
{
    /// <summary>The word for it on the command line and the name of its corpus' folder.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes: the longest input that is tried.</summary>
    public int MaximumLength { get; } = maximumLength;

    /// <summary>Hands bytes to the part.</summary>
    /// <exception cref="BrokenPromiseException">Something that must hold does not.</exception>
    /// <exception cref="Exception">Any other is a finding as well.</exception>
    public abstract void Run(byte[] input);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
