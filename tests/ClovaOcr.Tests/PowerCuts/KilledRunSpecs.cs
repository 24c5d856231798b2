using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using ClovaOcr.Tests.Journal;
using Xunit;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>Processes that are killed before each of their steps in turn, and the next run.</summary>
public sealed class KilledRunSpecs : IDisposable
{
    private const int TooMany = 200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_masking_run_leaves_whole_copies_only_and_the_next_one_leaves_nothing_else()
    {
        var (folder, destination) = (Path.Combine(_folder.Path, "in"), Path.Combine(_folder.Path, "out"));
        Directory.CreateDirectory(folder);
        for (var number = 0; number < 2; number++) File.WriteAllBytes(Path.Combine(folder, $"{number}.jpg"), [1, (byte)number, 3]);
        var kills = 0;
        for (var isOver = false; !isOver; kills++)
        {
            if (Directory.Exists(destination)) Directory.Delete(destination, recursive: true);
            if (kills % 2 == 1)
            {
                Directory.CreateDirectory(destination);
                File.WriteAllText(Path.Combine(destination, "1.jpg"), "another file");
            }

            var (done, code) = await RunAsync("mask", folder, destination, $"{kills + 1}");
            isOver = code == 0;
            if (!isOver && Directory.Exists(destination)) AssertWhole(folder, destination, done);

            // The next run, in this process.
            using (var output = new ClovaOcr.Imaging.MaskOutput(overwrite: true))
            {
                foreach (var source in Directory.GetFiles(folder))
                {
                    using var staged = output.Stage(Imaging.HandmadeCopy.Of([.. File.ReadAllBytes(source).Reverse()]), Path.Combine(destination, Path.GetFileName(source)));
                    output.MoveIntoPlace(staged);
                }
            }

            AssertWhole(folder, destination, ["0.jpg", "1.jpg"]);
            Assert.Equal(2, Directory.GetFileSystemEntries(destination).Length);
            Assert.InRange(kills, 0, TooMany);
        }

        Assert.True(kills > 15);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills - 1} kills.");
    }

    [Fact]
    public async Task A_killed_rewriting_leaves_the_old_journal_or_the_new_one_and_the_next_run_nothing_else()
    {
        var path = Path.Combine(_folder.Path, "cards.journal");
        var kills = 0;
        for (var isOver = false; !isOver; kills++)
        {
            File.Delete(path);
            await TestJournal.CreateAsync(path, 2);
            isOver = (await RunAsync("update", path, $"{kills + 1}")).Code == 0;
            using (var journal = CardJournal.Open(path, TestJournal.Secret))
            {
                if (isOver || journal.Count == 0) journal.AssertHolds();
                else journal.AssertHolds(0, 1);
                Assert.Empty(journal.Problems);
            }

            Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
            Assert.InRange(kills, 0, TooMany);
        }

        Assert.True(kills > 5);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills - 1} kills.");
    }

    private static void AssertWhole(string folder, string destination, string[] done)
    {
        foreach (var name in new[] { "0.jpg", "1.jpg" })
        {
            var copy = Path.Combine(destination, name);
            if (!done.Contains(name) && (!File.Exists(copy) || File.ReadAllText(copy) == "another file")) continue;
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder, name)).Reverse(), File.ReadAllBytes(copy));
        }
    }

    private static async Task<(string[] Lines, int Code)> RunAsync(params string[] arguments)
    {
        using var run = RunProcess.Start(arguments, ("CLOVA_OCR_SECRET", TestJournal.SecretText));
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), run.ExitCode);
    }
}
