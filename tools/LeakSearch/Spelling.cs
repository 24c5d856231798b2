namespace LeakSearch;

/// <summary>The bytes of a sought text in one encoding.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">What the encoding is called.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record Spelling(SoughtText Text, string Encoding, byte[] Bytes);
