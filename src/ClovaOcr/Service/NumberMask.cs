using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ClovaOcr.Cards;

namespace ClovaOcr.Service;

/// <summary>
/// Masks the numbers of one answer wherever they stand: in the fields for numbers, and in any other text, where OCR may have put them
/// whole or in part.
/// </summary>
public sealed class NumberMask
{
    // A shorter run of characters is found by chance in other texts.
    private const int ShortestNumber = 4;
    private const int TailLength = 7;

    private readonly string[] _numbers;

    private NumberMask(IEnumerable<string> numbers) => _numbers =
    [
        .. numbers
            .Select(number => number.Trim())
            .SelectMany(number => number.Length > TailLength + 3 ? new[] { number, number.Substring(number.Length - TailLength) } : [number])
            .Where(number => number.Length >= ShortestNumber)
            .Distinct()
            .OrderByDescending(number => number.Length),
    ];

    /// <summary>The mask for one answer, from every identity number that it holds, in fields and in members that this version does not know.</summary>
    public static NumberMask Of(CardReading reading)
    {
        using var document = JsonDocument.Parse(reading.Json);
        return new NumberMask(Numbers(document.RootElement, isNumber: false));
    }

    /// <summary>The mask for one answer, from the identity numbers that are known of it.</summary>
    internal static NumberMask Of(IEnumerable<string> numbers) => new(numbers);

    /// <summary>A text of the answer as it may be shown.</summary>
    /// <param name="text">The text; null comes back as it is.</param>
    /// <param name="field">The vendor's name of the field it belongs to; null for none.</param>
    public string? Apply(string? text, string? field = null)
    {
        if (text is null) return null;
        if (field is not null && IdentityFields.Contains(field)) return IdentityNumber.Mask(text);
        foreach (var number in _numbers)
            if (text.IndexOf(number, StringComparison.Ordinal) >= 0) text = text.Replace(number, IdentityNumber.Mask(number));
        return IdentityNumber.MaskWithin(text);
    }

    /// <summary>An entry of a field as it may be shown.</summary>
    public CardField Apply(CardField field) => field with
    {
        Text = Apply(field.Text, field.Name),
        Value = Apply(field.Value, field.Name),
        KeyText = Apply(field.KeyText, field.Name),
    };

    private static IEnumerable<string> Numbers(JsonElement element, bool isNumber) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(member => Numbers(member.Value, isNumber || IdentityFields.Contains(member.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Numbers(item, isNumber)),
        JsonValueKind.String when isNumber => [element.GetString()!],
        _ => [],
    };
}
