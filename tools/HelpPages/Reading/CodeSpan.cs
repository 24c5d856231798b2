namespace HelpPages.Reading;

/// <summary>Code in a sentence.</summary>
/// <param name="Text">The code.</param>
/// <param name="Line">The line of its paragraph, from 1.</param>
internal sealed record CodeSpan(string Text, int Line);
