using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>What a person should look at before relying on a reading. No sentence holds what is printed on the card.</summary>
public static class CardWarnings
{
    // Numbers issued from then on are reported to have no check digit (API page, The registration number).
    private static readonly CardDate CheckDigitsEnd = new(2020, 10, 1);

    /// <summary>The warnings for a successful reading of an alien registration card; none for any other.</summary>
    public static IEnumerable<string> For(CardReading reading)
    {
        if (reading.Validation is ValidationResult.Invalid or ValidationResult.Error)
            yield return $"the service's validity check says {reading.Validation.ToString()!.ToUpperInvariant()}";
        if (reading.Result != InferResult.Success || reading.CardType != CardType.AlienRegistrationCard) yield break;

        foreach (var warning in reading.Warnings) yield return warning;
        if (reading.IsConfident == false) yield return "the service is not confident";
        foreach (var warning in ForNumber(reading)) yield return warning;
        if (reading.First("issueDate") is not null && reading.IssueDate is null) yield return "the issue date is not one date";
    }

    private static IEnumerable<string> ForNumber(CardReading reading)
    {
        var entries = reading.Entries(IdentityFields.AlienRegistrationNumber).ToArray();
        if (entries.Length > 1) yield return $"{entries.Length} registration numbers were read";
        if (reading.First(IdentityFields.AlienRegistrationNumber) is not { } entry)
        {
            yield return "no registration number was read";
            yield break;
        }

        if (AlienRegistrationNumber.TryParse(entry.Best) is not { } number)
        {
            yield return "the registration number has not the form of one";
            yield break;
        }

        if (number.HasLegacyCheckDigit == false && reading.IssueDate < CheckDigitsEnd)
            yield return "the registration number's check digit does not fit";
        if (CardSex.From(reading.First("sex")?.Best) is { } printed && printed != number.Sex)
            yield return "the printed sex is not that of the registration number";
    }
}
