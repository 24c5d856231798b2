using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Platform;

/// <summary>
/// Compares authentication codes in a time that does not tell how much of them agrees; netstandard2.0 has no such comparison.
/// </summary>
internal static class FixedTime
{
    /// <summary>Whether the bytes are the same.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length) return false;
        var difference = 0;
        for (var i = 0; i < left.Length; i++) difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
