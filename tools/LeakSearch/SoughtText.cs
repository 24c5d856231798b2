using ClovaOcr.Tests;

namespace LeakSearch;

/// <summary>A text that must not be where it does not belong.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Owner">Whose it is, to be printed in its place.</param>
internal sealed record SoughtText(TellTale Kind, string Text, string Owner);
