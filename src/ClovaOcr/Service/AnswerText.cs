using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClovaOcr.Cards;

namespace ClovaOcr.Service;

/// <summary>
/// Looks at every name, text and value of an answer before any of it is used: that there are no more than a card's answer can have, that
/// each is Unicode, and that none holds what must not be shown. Terminals obey control characters, and invisible ones hide a number from
/// who looks for it.
/// </summary>
internal sealed class AnswerText
{
    /// <summary>The most values, arrays and objects included. The answer for a card has some 700.</summary>
    public const int MaximumValues = 20_000;

    /// <summary>The most texts in fields for numbers, each of which is looked for in every other text. The answer for a card has four.</summary>
    public const int MaximumNumbers = 100;

    private readonly Func<string, string>? _scrub;
    private int _values;
    private int _numbers;
    private bool _isClean = true;

    private AnswerText(Func<string, string>? scrub) => _scrub = scrub;

    /// <summary>The answer's JSON without what must not be shown; the very same text when there is nothing of it.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="json">Its text.</param>
    /// <param name="scrub">What else is taken out of each text; null for nothing.</param>
    /// <exception cref="InvalidOperationException">System.Text.Json's word for half a surrogate pair.</exception>
    /// <exception cref="ClovaOcrException">It holds more values than any answer of the service.</exception>
    public static string Clean(JsonElement root, string json, Func<string, string>? scrub)
    {
        var text = new AnswerText(scrub);
        text.Look(root, isNumber: false);
        return text._isClean ? json : text.Rewrite(root);
    }

    private void Look(JsonElement element, bool isNumber)
    {
        if (++_values > MaximumValues) throw TooMany("values");
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Look(member.Value, IdentityFields.Contains(Shown(member.Name)) || isNumber);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Look(item, isNumber);
                break;
            case JsonValueKind.String:
                if (isNumber && ++_numbers > MaximumNumbers) throw TooMany("numbers");
                Shown(element.GetString()!);
                break;
        }
    }

    private string Rewrite(JsonElement root)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(root, writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(Shown(member.Name));
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shown(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private string Shown(string text)
    {
        var shown = Visible(text);
        if (_scrub is not null) shown = _scrub(shown);
        if (!ReferenceEquals(shown, text) && shown != text) _isClean = false;
        return shown;
    }

    /// <summary>A text without the characters that no eye sees and a terminal may obey. Tabs and line ends stay.</summary>
    private static string Visible(string text)
    {
        StringBuilder? visible = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (text[i] is not ('\t' or '\n') && ShownText.IsHidden(text, i)) visible ??= new StringBuilder(text, 0, i, text.Length);
            else visible?.Append(text, i, length);
            i += length - 1;
        }

        return visible?.ToString() ?? text;
    }

    private static ClovaOcrException TooMany(string what) => new(
        ClovaOcrErrorKind.UnexpectedResponse,
        $"The answer holds more {what} than any answer of the service does. Check the invoke URL and the proxy.");
}
