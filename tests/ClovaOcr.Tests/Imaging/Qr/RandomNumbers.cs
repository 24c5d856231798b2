using System;
using System.Collections.Generic;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>Numbers for scenes; a seeded <see cref="Random"/> gives the same ones on every platform.</summary>
internal static class RandomNumbers
{
    public static double Between(this Random dice, double least, double most) => least + ((most - least) * dice.NextDouble());

    /// <summary>Around 0: about two in three within the deviation.</summary>
    public static double Bell(this Random dice, double deviation) =>
        deviation * 1.73 * (dice.NextDouble() + dice.NextDouble() + dice.NextDouble() + dice.NextDouble() - 2);

    public static T Of<T>(this Random dice, IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    public static bool Chance(this Random dice, double part) => dice.NextDouble() < part;
}
