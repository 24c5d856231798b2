using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using Quickstart;

namespace Bench.Cases;

/// <summary>
/// Reads cards through the module, as <c>Get-ChildItem | Invoke-AlienCardOcr</c> does. Files come one by one from a lazy list, as
/// PowerShell's own Get-ChildItem gives them, and cards are let go as soon as they come out.
/// </summary>
internal static class ReadCase
{
    public const string Name = "read";

    public static Func<ReadFigures> Prepare(ReadJob job)
    {
        var session = new ModuleSession(TextWriter.Null);
        var warmUp = job with { Cards = CardFolder.WarmUp, GrowthFrom = null, JournalPath = job.JournalPath is { } path ? path + ".warm-up" : null };
        new Reading(session, warmUp).Run();
        return () =>
        {
            using (session) return new Reading(session, job).Run();
        };
    }

    private static MemoryLook Look()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return new MemoryLook(heap, process.WorkingSet64);
    }

    private sealed class Reading(ModuleSession session, ReadJob job)
    {
        private int _paths;
        private int _pathsAtFirstCard;
        private int _out;
        private int _read;
        private MemoryLook? _early;
        private MemoryLook? _late;

        public ReadFigures Run()
        {
            using var shell = session.Create("$args[0] | Invoke-AlienCardOcr @parameters", Files());
            session.State.SetVariable("parameters", Parameters());
            using var input = new PSDataCollection<PSObject>();
            using var output = new PSDataCollection<PSObject>();
            input.Complete();
            output.DataAdded += (_, _) =>
            {
                foreach (var card in output.ReadAll()) Take(card);
            };

            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            shell.EndInvoke(shell.BeginInvoke(input, output));
            var (seconds, wholeCpu) = (clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime);
            using var process = Process.GetCurrentProcess();
            return new ReadFigures
            {
                Read = _read,
                Seconds = seconds,
                CpuSeconds = (wholeCpu - cpu).TotalSeconds,
                WholeCpuSeconds = wholeCpu.TotalSeconds,
                PeakMemory = process.PeakWorkingSet64,
                PathsAtFirstCard = _pathsAtFirstCard,
                Early = _early,
                Late = _late ?? Look(),
            };
        }

        private Dictionary<string, object> Parameters()
        {
            var parameters = new Dictionary<string, object> { ["ThrottleLimit"] = job.ThrottleLimit };
            if (job.JournalPath is not null) parameters["JournalPath"] = job.JournalPath;
            if (job.Share is not null) (parameters["ShardIndex"], parameters["ShardCount"]) = (job.Share.Index, job.Share.Count);
            return parameters;
        }

        private IEnumerable<FileInfo> Files()
        {
            foreach (var path in CardFolder.Paths(job.Folder, job.Cards))
            {
                _paths++;
                yield return new FileInfo(path);
            }
        }

        private void Take(PSObject card)
        {
            if (_out++ == 0) _pathsAtFirstCard = _paths;
            if (card.Properties["Status"].Value.ToString() == "Success") _read++;
            if (_out == job.GrowthFrom) _early = Look();
            if (_out == job.Cards.Count && job.GrowthFrom is not null) _late = Look();
        }
    }
}
