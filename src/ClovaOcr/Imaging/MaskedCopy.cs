using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>The masked copy of a card's picture, in memory, with what was covered and why. Says nothing that is printed on the card.</summary>
public sealed record MaskedCopy
{
    /// <summary>The copy, which passed its check.</summary>
    public required MaskedPicture Picture { get; init; }

    /// <summary>The SHA-256 of the source file, 64 lower-case hexadecimal digits.</summary>
    public required string SourceHash { get; init; }

    /// <summary>The SHA-256 of the copy.</summary>
    public required string Hash { get; init; }

    /// <summary>What was to be covered and why, in stored pixels, margin included.</summary>
    public required IReadOnlyList<MaskArea> Areas { get; init; }

    /// <summary>The vendor's names of other fields of which a part is covered too.</summary>
    public required IReadOnlyList<string> AlsoTouched { get; init; }

    /// <summary>What came of the search for a QR code.</summary>
    public required QrCodeFinding QrCode { get; init; }

    /// <summary>What a person should look at, as sentences without personal data.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
