namespace HelpPages.Reading;

/// <summary>A link of a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Address">The whole address; null for another help page, which <c>Get-Help</c> finds by the words.</param>
internal sealed record PageLink(string Text, string? Address);
