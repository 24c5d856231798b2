using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>What is to be covered on a card.</summary>
public sealed record MaskOptions
{
    /// <summary>How much of the registration number.</summary>
    public MaskDigits Digits { get; init; } = MaskDigits.Last7;

    /// <summary>The vendor's names of further fields.</summary>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>What is done about a QR code.</summary>
    public MaskQrCode QrCode { get; init; } = MaskQrCode.Auto;
}
