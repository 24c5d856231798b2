using System;
using System.Globalization;
using System.IO;
using System.Linq;
using SharpFuzz;

namespace ClovaOcr.Fuzz;

/// <summary>
/// <c>targets</c> lists them with the longest input of each; <c>replay TARGET FILE…</c> tells what becomes of files;
/// <c>instrument FOLDER</c> prepares a copy of the build; <c>run TARGET</c> is for afl-fuzz;
/// <c>distil TARGET BYTES FOUND INTO HAVE…</c> keeps of what was found what goes a new way.
/// </summary>
internal static class Program
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(4);

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["targets"]:
                foreach (var target in FuzzTargets.All) Console.WriteLine($"{target.Name} {target.MaximumLength}");
                return 0;
            case ["instrument", var folder]:
                Instrumentation.Apply(folder);
                return 0;
            case ["run", var name]:
                StandBack();
                NarrowThread.Run(() => Fuzzer.OutOfProcess.Run(stream => RunOnce(FuzzTargets.Named(name), stream)));
                return 0;
            case ["replay", var name, .. { Length: > 0 } files]:
                var failures = 0;
                NarrowThread.Run(() => failures = files.Count(file => !Replay(FuzzTargets.Named(name), file)));
                return failures == 0 ? 0 : 1;
            case ["distil", var name, var longest, var found, var into, .. var have]:
                NarrowThread.Run(() => Console.WriteLine(
                    $"{name}: {new Distillation(FuzzTargets.Named(name)).Run(have, found, into, int.Parse(longest, CultureInfo.InvariantCulture))} kept"));
                return 0;
            default:
                Console.Error.WriteLine("targets | replay TARGET FILE... | instrument FOLDER | run TARGET | distil TARGET BYTES FOUND INTO HAVE...");
                return 2;
        }
    }

    /// <summary>afl-fuzz gives each target a session of its own, and Linux each session its share of the cores, whatever the processes' priority.</summary>
    private static void StandBack()
    {
        const string Session = "/proc/self/autogroup";
        if (File.Exists(Session)) File.WriteAllText(Session, "10");
    }

    /// <summary>
    /// Time of the processor and not of the clock: on a machine that has other work to do, a clock says that all are slow. What has no end
    /// at all is afl-fuzz's to stop.
    /// </summary>
    private static void RunOnce(FuzzTarget target, Stream stream)
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        if (input.Length > target.MaximumLength) return;
        var before = Environment.CpuUsage.TotalTime;
        target.Run(input.ToArray());
        Promise.Holds(Environment.CpuUsage.TotalTime - before < MostTime, $"No input takes more than {MostTime.TotalSeconds} seconds.");
    }

    private static bool Replay(FuzzTarget target, string file)
    {
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: holds, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms");
            return true;
        }
        catch (Exception finding)
        {
            Console.WriteLine($"{file}: {finding}");
            return false;
        }
    }
}
