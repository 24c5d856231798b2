namespace HelpPages;

/// <summary>What is wrong with a page, printed so that MSBuild takes it for an error with its place.</summary>
/// <param name="File">The page.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record Problem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): error HELP: {Message}";
}
