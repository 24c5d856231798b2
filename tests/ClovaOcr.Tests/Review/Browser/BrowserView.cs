namespace ClovaOcr.Tests.Review.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Language">The browser's language.</param>
/// <param name="Scheme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record BrowserView(string Language = "en-US", string Scheme = "light", int Width = 1400, int Height = 900);
