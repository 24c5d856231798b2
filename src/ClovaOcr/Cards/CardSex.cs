using System.Collections.Generic;

namespace ClovaOcr.Cards;

/// <summary>The sex that is printed on cards issued before 2023, in English or Korean.</summary>
public static class CardSex
{
    private static readonly Dictionary<string, string> Printed = new()
    {
        ["M"] = "M",
        ["MALE"] = "M",
        ["남"] = "M",
        ["남자"] = "M",
        ["F"] = "F",
        ["FEMALE"] = "F",
        ["여"] = "F",
        ["여자"] = "F",
    };

    /// <summary><c>M</c> or <c>F</c>; null when the text says neither.</summary>
    public static string? From(string? text) =>
        Printed.TryGetValue((text ?? "").Trim().ToUpperInvariant(), out var sex) ? sex : null;
}
