using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.Loader;
using System.Security;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Journal;
using Quickstart;

namespace Bench.Cases;

/// <summary>Writes answers of the usual length to a journal, one after the other and many at a time, and opens it again.</summary>
internal static class JournalCase
{
    public const string Name = "journal";

    public static Func<JournalFigures> Prepare(JournalJob job)
    {
        // The library that the module loads, without the module.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            context.LoadFromAssemblyPath(Path.Combine(Checkout.Root, "lib", name.Name + ".dll"));
        Journaling.Run(job with { Path = job.Path + ".warm-up", Answers = 200 });
        return () => Journaling.Run(job);
    }

    private static class Journaling
    {
        private static readonly string Answer = File.ReadAllText(Path.Combine(Checkout.Root, "tests", "data", "vendor", "success.json"));
        private static readonly SecureString Secret = new NetworkCredential("", "bench").SecurePassword;

        public static JournalFigures Run(JournalJob job)
        {
            var alone = job.Answers / 20;
            double aloneSeconds;
            double togetherSeconds;
            using (var journal = CardJournal.Open(job.Path, Secret))
            {
                aloneSeconds = Seconds(() => Append(journal, 0, alone));
                togetherSeconds = Seconds(() => Task.WhenAll(Enumerable.Range(0, job.Writers).Select(writer =>
                {
                    var (from, to) = (Share(writer), Share(writer + 1));
                    return Append(journal, from, to);
                })));
            }

            var opening = Stopwatch.StartNew();
            using var opened = CardJournal.Open(job.Path, Secret);
            var openMilliseconds = opening.Elapsed.TotalMilliseconds;
            if (opened.Count != job.Answers) throw new InvalidDataException($"The journal has {opened.Count} answers of {job.Answers}.");
            return new JournalFigures(alone / aloneSeconds, (job.Answers - alone) / togetherSeconds, openMilliseconds, new FileInfo(job.Path).Length);

            int Share(int writer) => alone + ((job.Answers - alone) * writer / job.Writers);
        }

        private static double Seconds(Func<Task> work)
        {
            var clock = Stopwatch.StartNew();
            work().GetAwaiter().GetResult();
            return clock.Elapsed.TotalSeconds;
        }

        private static async Task Append(CardJournal journal, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var key = JournalKey.Of($"{i:x64}", "127.0.0.1", "1");
                await journal.AppendAsync(key, new JournalEntry(Answer, InferResult.Success, DateTimeOffset.UnixEpoch));
            }
        }
    }
}
