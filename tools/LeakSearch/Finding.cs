namespace LeakSearch;

/// <summary>A sought text in a file.</summary>
/// <param name="File">The file, from the folder that was searched.</param>
/// <param name="Text">What was found; it is not printed.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Position">Where, in bytes; after escapes were undone if <paramref name="Form"/> says so.</param>
internal sealed record Finding(string File, SoughtText Text, string Form, long Position)
{
    /// <summary>What <see cref="Form"/> begins or ends with for the name of the file itself.</summary>
    public const string InName = "the file's name";

    /// <summary>Whether the file is called so, which says nothing of what is in it.</summary>
    public bool IsInName => Form.EndsWith(InName, System.StringComparison.Ordinal);
}
