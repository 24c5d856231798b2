using System;
using System.Linq;
using System.Text.Json;
using ClovaOcr.Cards;
using ClovaOcr.Service;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>
/// An answer's body, on the whole way that the client and the commands take with it. It is a reading or
/// <see cref="ClovaOcrErrorKind.UnexpectedResponse"/>; no credential and no control character is in it; no identity number is left in what was masked; what masking needs of the card survives
/// as text; and the sentences about it repeat nothing of it.
/// </summary>
internal sealed class ResponseTarget() : FuzzTarget("response", 16 * 1024)
{
    private const long MostPerByte = 4096;
    private const long MostOfAny = 4 << 20;

    private const string Key = "a-key-to-be-scrubbed";

    private static readonly CredentialMask Credentials = new(Key);

    /// <inheritdoc/>
    public override void Run(byte[] input) => Promise.Within(MostOfAny + (input.Length * MostPerByte), () =>
    {
        var reading = Promise.MadeOrRefused(
            () => ResponseParser.Parse(input, Credentials.Apply), ClovaOcrErrorKind.UnexpectedResponse);
        if (reading is null) return false;

        CheckTexts(reading);
        CheckMasking(reading);
        CheckRow(reading);
        CheckAreas(reading);
        return true;
    });

    private static void CheckTexts(CardReading reading)
    {
        using var answer = JsonDocument.Parse(reading.Json);
        foreach (var text in JsonTexts.Of(answer.RootElement))
        {
            Promise.Holds(!text.Contains(Key, StringComparison.Ordinal), "No text holds a credential of the call.");
            Promise.Holds(!text.Any(character => char.IsControl(character) && character is not ('\t' or '\n')), "No text commands a terminal.");
        }
    }

    private static void CheckMasking(CardReading reading)
    {
        var mask = NumberMask.Of(reading);
        var masked = ResponseMask.Apply(reading, mask);
        using var answer = JsonDocument.Parse(masked);
        var numbers = reading.Fields
            .Where(field => IdentityFields.Contains(field.Name))
            .SelectMany(field => new[] { field.Text, field.Value })
            .OfType<string>()
            .Where(RegistrationNumbers.IsPrinted)
            .ToArray();
        foreach (var text in JsonTexts.Of(answer.RootElement)) CheckHidden(text, numbers);
        foreach (var field in reading.Fields.Select(mask.Apply))
            foreach (var text in new[] { field.Text, field.Value, field.KeyText }.OfType<string>()) CheckHidden(text, numbers);
        foreach (var text in new[] { reading.Message, reading.RequestId, reading.Uid, reading.ValidationMessage })
            if (mask.Apply(text) is { } shown) CheckHidden(shown, numbers);
    }

    private static void CheckHidden(string text, string[] numbers)
    {
        Promise.Holds(IdentityNumber.MaskWithin(text) == text, "A masked text holds no number.");
        foreach (var number in numbers)
        {
            Promise.Holds(!text.Contains(number, StringComparison.Ordinal), "A masked text does not hold a number of the answer.");
            Promise.Holds(!text.Contains(number[^7..], StringComparison.Ordinal), "A masked text does not hold the hidden end of a number.");
        }
    }

    private static void CheckRow(CardReading reading)
    {
        _ = CardWarnings.For(reading).ToArray();
        foreach (var field in reading.Fields)
        {
            _ = AlienRegistrationNumber.TryParse(field.Best);
            _ = CardSex.From(field.Best);
            _ = VisaCode.From(field.Best);
        }

        _ = reading.IssueDate;
    }

    private static void CheckAreas(CardReading reading)
    {
        var regions = reading.Regions();
        foreach (var region in regions)
        {
            var text = region.ToString();
            Promise.Holds(CardRegion.Parse(text).ToString() == text, "A region survives as text.");
        }

        var moved = reading.MapAreas(area => area.Select(point => new PixelPoint(point.Y, point.X)));
        Promise.Holds(moved.Regions().Count == regions.Count, "Moving the areas loses none.");
        Promise.Holds(reading.WithoutAreas("x").Regions().All(region => region.Kind == CardRegionKind.Unlocated), "No area is left when none may be used.");
    }
}
