using System;
using System.Collections.Generic;

namespace ClovaOcr.Cards;

/// <summary>Which of the service's fields hold an identity number, whatever their case.</summary>
public static class IdentityFields
{
    /// <summary>The field of the alien registration number.</summary>
    public const string AlienRegistrationNumber = "alienRegNum";

    /// <summary>The field of what stands beside the alien registration number.</summary>
    public const string AlienRegistrationNumberEtc = "alienRegNumEtc";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        AlienRegistrationNumber,
        AlienRegistrationNumberEtc,
        "personalNum", // ID card and driver's licence
        "num", // driver's licence and passport
        "code", // the driver's licence's serial number, which proves possession of the card
        "mrz", "mrz1", "mrz2", // the machine-readable lines of a passport repeat its numbers
    };

    /// <summary>Whether a field of the service holds an identity number.</summary>
    public static bool Contains(string field) => Names.Contains(field);
}
