using System;
using System.IO;
using System.Text;

namespace ClovaOcr.Tests;

/// <summary>
/// What tests leave for the search of tools/LeakSearch when it runs them: the files they would delete, and what was written to streams.
/// Otherwise tests delete what they made and write nothing down.
/// </summary>
internal static class Evidence
{
    /// <summary>Whether this run is searched.</summary>
    public static bool IsKept => EvidenceFolder.OfThisRun is not null;

    /// <summary>Deletes a test's folder and what is in it, unless it is to be searched.</summary>
    public static void Delete(string folder)
    {
        if (!IsKept) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes a text down if this run is searched.</summary>
    /// <param name="kind">The folder, one of those that <see cref="EvidenceFolder"/> names.</param>
    /// <param name="text">What was written, printed or given.</param>
    public static void Keep(string kind, string text)
    {
        if (EvidenceFolder.OfThisRun is { } folder && text.Length > 0) Write(Path.Combine(folder, kind), text);
    }

    /// <summary>Says that a file holds something because the test put it there or asked for it.</summary>
    public static void MayHold(TellTale what, string file, string why)
    {
        if (EvidenceFolder.OfThisRun is { } folder) Write(Path.Combine(folder, EvidenceFolder.Marks), $"{what}\n{Path.GetFullPath(file)}\n{why}\n");
    }

    private static void Write(string folder, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{Guid.NewGuid():N}.txt"), text, Encoding.UTF8);
    }
}
