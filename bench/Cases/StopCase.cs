using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Bench.Processes;
using ClovaOcr.Emulator;
using Quickstart;

namespace Bench.Cases;

/// <summary>Ends pipelines while all their calls are in flight.</summary>
internal static class StopCase
{
    public const string Name = "stop";

    private const string Pipeline = "$args[0] | Invoke-AlienCardOcr -ThrottleLimit $args[1]";

    // The way to end a pipeline from below without the Utility module's Select-Object: commands are disposed and not stopped.
    private const string EndedPipeline = $"do {{ {Pipeline} | ForEach-Object {{ $end.Invoke(); break }} }} while ($false)";

    public static Func<StopFigures> Prepare(StopJob job)
    {
        var session = new ModuleSession(TextWriter.Null);
        var way = new Way(session, job, Environment.GetEnvironmentVariable(EmulatorProcess.UrlVariable)!);
        way.Stop();
        way.Dispose();
        return () =>
        {
            using (session)
                return new StopFigures(Repeat(job, way.Stop), Repeat(job, way.Dispose));
        };
    }

    private static Ending[] Repeat(StopJob job, Func<Ending> way) => [.. Enumerable.Range(0, job.Repeats).Select(_ => way())];

    private sealed class Way(ModuleSession session, StopJob job, string invokeUrl)
    {
        // More than are ever begun: the window is filled twice at the most.
        private readonly FileInfo[] _files =
            [.. CardFolder.Paths(job.Folder, new CardRange(0, job.ThrottleLimit * 4)).Select(path => new FileInfo(path))];

        public Ending Stop()
        {
            using var shell = session.Create(Pipeline, _files, job.ThrottleLimit);
            var running = shell.BeginInvoke();
            var calls = AwaitFullWindow();
            var clock = Stopwatch.StartNew();
            shell.Stop();
            var elapsed = clock.Elapsed;
            try
            {
                shell.EndInvoke(running);
            }
            catch (PipelineStoppedException)
            {
                // As it is to be.
            }

            return End(elapsed, calls);
        }

        public Ending Dispose()
        {
            var calls = 0;
            var clock = new Stopwatch();
            session.State.SetVariable("end", () =>
            {
                calls = AwaitFullWindow();
                clock.Start();
            });
            session.Invoke(EndedPipeline, _files, job.ThrottleLimit);
            return End(clock.Elapsed, calls);
        }

        /// <summary>Waits until as many calls are in flight as may be.</summary>
        /// <returns>The calls that came to the service so far.</returns>
        private int AwaitFullWindow()
        {
            while (true)
            {
                var stats = Stats();
                if (stats.UnderWay == job.ThrottleLimit) return stats.Calls;
                Thread.Sleep(2);
            }
        }

        private Ending End(TimeSpan elapsed, int callsBefore)
        {
            // A call that was started all the same would have reached the service by then, and be answered.
            Thread.Sleep(job.LatencyMilliseconds * 3 / 2);
            var stats = Stats();
            return new Ending(elapsed.TotalMilliseconds, stats.Calls - callsBefore, stats.UnderWay);
        }

        private EmulatorStats Stats() => ServiceStats.ReadAsync(invokeUrl).GetAwaiter().GetResult();
    }
}
