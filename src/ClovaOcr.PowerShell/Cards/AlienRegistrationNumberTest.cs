using System.Runtime.CompilerServices;
using ClovaOcr.Cards;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>What <c>Test-AlienRegistrationNumber</c> found.</summary>
public sealed class AlienRegistrationNumberTest
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<CardDate?> _birthDate = new();

    private AlienRegistrationNumberTest()
    {
    }

    /// <summary>The text, masked.</summary>
    public string? Number { get; private set; }

    /// <summary>Whether it has the form of an alien registration number and begins with a day that exists.</summary>
    public bool IsValid { get; private set; }

    /// <summary>The date of birth; null when the number is not valid.</summary>
    public CardDate? BirthDate { get => _birthDate.Value; private set => _birthDate.Value = value; }

    /// <summary><c>M</c> or <c>F</c>; null when the number is not valid.</summary>
    public string? Sex { get; private set; }

    /// <summary>
    /// Whether the last digit is the legacy check digit; null when the number is masked or not valid. Numbers issued since October 2020
    /// are reported to have none.
    /// </summary>
    public bool? HasLegacyCheckDigit { get; private set; }

    /// <summary>What is wrong, or worth a look; null when nothing is.</summary>
    public string? Message { get; private set; }

    internal static AlienRegistrationNumberTest From(string? text, AlienRegistrationNumber? number, string? problem) => new()
    {
        Number = number?.ToString() ?? IdentityNumber.Mask(text),
        IsValid = number is not null,
        BirthDate = number?.BirthDate,
        Sex = number?.Sex,
        HasLegacyCheckDigit = number?.HasLegacyCheckDigit,
        Message = number?.HasLegacyCheckDigit == false
            ? "The last digit is not the legacy check digit. Numbers issued since October 2020 have none, so this is no proof of an error."
            : problem,
    };
}
