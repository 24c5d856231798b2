using System;
using System.Text.Json;

namespace ReadingScore;

/// <summary>One text of a card, printed or answered.</summary>
/// <param name="Text">With single spaces; a date as <c>year-month-day</c>, however it is printed.</param>
/// <param name="Box">Where it stands.</param>
internal sealed record FieldText(string Text, Corners? Box)
{
    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The date of an object that has <c>year</c>, <c>month</c> and <c>day</c>.</summary>
    public static string DateOf(JsonElement parts) => $"{parts.GetProperty("year")}-{parts.GetProperty("month")}-{parts.GetProperty("day")}";
}
