namespace LeakSearch;

/// <summary>A sought text in a file.</summary>
/// <param name="File">The file, from the folder that was searched.</param>
/// <param name="Text">What was found; it is not printed.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Position">Where, in bytes; after escapes were undone if <paramref name="Form"/> says so.</param>
internal sealed record Finding(string File, SoughtText Text, string Form, long Position);
