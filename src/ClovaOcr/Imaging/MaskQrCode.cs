namespace ClovaOcr.Imaging;

/// <summary>
/// What is done about the QR code of cards issued since 2023-04-01, which may hold the full number and of which the service says nothing.
/// </summary>
public enum MaskQrCode
{
    /// <summary>
    /// Covers every code that is found, refuses a picture with something that may be one but cannot be located surely, and warns when a
    /// card of the new layout shows none.
    /// </summary>
    Auto,

    /// <summary>As <see cref="Auto"/>, but a card of the new layout that shows none is refused.</summary>
    Require,

    /// <summary>Looks for no code.</summary>
    Ignore,
}
