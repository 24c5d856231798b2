using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using SharpFuzz;

namespace ClovaOcr.Fuzz;

/// <summary>
/// <c>targets</c> lists them with the longest input of each; <c>replay TARGET FILE…</c> tells what becomes of files;
/// <c>instrument FOLDER</c> prepares a copy of the build; <c>run TARGET</c> is for afl-fuzz.
/// </summary>
internal static class Program
{
    // What the system gives a thread of its own where it gives least, so that a depth that is too much for that is too much here.
    private const int StackSize = 1 << 20;

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
                OnSmallStack(() => Fuzzer.OutOfProcess.Run(stream => RunOnce(FuzzTargets.Named(name), stream)));
                return 0;
            case ["replay", var name, .. { Length: > 0 } files]:
                var failures = 0;
                OnSmallStack(() => failures = files.Count(file => !Replay(FuzzTargets.Named(name), file)));
                return failures == 0 ? 0 : 1;
            default:
                Console.Error.WriteLine("targets | replay TARGET FILE... | instrument FOLDER | run TARGET");
                return 2;
        }
    }

    private static void OnSmallStack(ThreadStart work)
    {
        var thread = new Thread(work, StackSize);
        thread.Start();
        thread.Join();
    }

    private static void RunOnce(FuzzTarget target, Stream stream)
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        if (input.Length <= target.MaximumLength) target.Run(input.ToArray());
    }

    private static bool Replay(FuzzTarget target, string file)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: holds, {clock.ElapsedMilliseconds} ms");
            return true;
        }
        catch (Exception finding)
        {
            Console.WriteLine($"{file}: {finding}");
            return false;
        }
    }
}
