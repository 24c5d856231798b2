using System;
using System.IO;

namespace ClovaOcr.Tests;

/// <summary>What a test run and the search of tools/LeakSearch agree on: where evidence lies, and what it is called.</summary>
internal static class EvidenceFolder
{
    /// <summary>The environment variable that names the folder; without it, tests keep nothing.</summary>
    public const string Variable = "CLOVAOCR_EVIDENCE";

    /// <summary>Errors, warnings, verbose, debug, information and progress: neither names nor numbers belong there.</summary>
    public const string Streams = "streams";

    /// <summary>Dumps of what pipelines gave, and what hosts printed: names belong there.</summary>
    public const string Objects = "objects";

    /// <summary>Transcripts of sessions, whose tables have names too.</summary>
    public const string Transcripts = "transcripts";

    /// <summary>Dumps of what pipelines gave that were asked for numbers.</summary>
    public const string AskedFor = "asked-for";

    /// <summary>One file for each file that may hold something: what, its path, why.</summary>
    public const string Marks = "marks";

    /// <summary>The folder of the run; null when nothing is kept.</summary>
    public static string? OfThisRun { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
}
