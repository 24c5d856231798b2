using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ClovaOcr.Tests;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Writes down what a session gave, told and keeps in mind, for the search of tools/LeakSearch.</summary>
internal static class SessionEvidence
{
    // These members are the path of a file as it was given, whatever the file is called, and say so.
    private static readonly Regex GivenPath = new(
        """^(FilePath|TargetObject|SourcePath|Path|LiteralPath): .*$|<S N="(FilePath|TargetObject|SourcePath|Path|LiteralPath)">[^<]*</S>""", RegexOptions.Multiline);

    /// <summary>What a script wrote to each stream.</summary>
    public static void Keep(Run run, bool isNumberAskedFor)
    {
        if (!Evidence.IsKept) return;
        Evidence.Keep(isNumberAskedFor ? EvidenceFolder.AskedFor : EvidenceFolder.Objects, TextOf(run.Output));
        Keep(run.Streams);
        if (run.Terminating is { } terminating) Evidence.Keep(EvidenceFolder.Streams, TextOf([terminating]));
    }

    /// <summary>What a pipeline wrote to every stream but the first.</summary>
    public static void Keep(PSDataStreams streams)
    {
        if (!Evidence.IsKept) return;
        var records = streams.Error.Concat<object>(streams.Warning).Concat(streams.Verbose).Concat(streams.Debug).Concat(streams.Information).Concat(streams.Progress);
        Evidence.Keep(EvidenceFolder.Streams, TextOf(records));
    }

    /// <summary>What is left when a session ends: its screen, its progress bars, <c>$Error</c>, and every variable that holds an object of the module's.</summary>
    public static void Keep(ModuleSession session, string screen)
    {
        if (!Evidence.IsKept) return;
        Evidence.Keep(EvidenceFolder.Objects, screen);
        Evidence.Keep(EvidenceFolder.Streams, string.Join('\n', session.Host.Progress.Select(record => record.ToString())));
        var errors = (IEnumerable<object>)((System.Collections.ArrayList)session.State.GetVariable("Error")).ToArray()!;
        Evidence.Keep(EvidenceFolder.Streams, TextOf(errors));
    }

    private static string TextOf(IEnumerable<object> values) =>
        GivenPath.Replace(string.Join('\n', values.Where(value => value is not null).SelectMany(value => ObjectDump.Of(PSObject.AsPSObject(value)))), "");
}
