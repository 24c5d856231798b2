namespace ClovaOcr.Imaging;

/// <summary>What came of the search for a QR code.</summary>
public enum QrCodeFinding
{
    /// <summary>At least one was found, and all that were found are covered.</summary>
    Covered,

    /// <summary>There is none in the picture.</summary>
    NotFound,

    /// <summary>It was not looked for (<see cref="MaskQrCode.Ignore"/>).</summary>
    NotSearched,
}
