using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using ClovaOcr.Platform;
using ClovaOcr.Tests.Journal;
using Xunit;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>Whatever of the journal's steps a power cut leaves, nothing is lost that somebody was told of, and the work goes on.</summary>
public sealed class JournalPowerCutSpecs : IDisposable
{
    private const int Padding = 700;
    private const int Updated = 100;
    private const int New = 99;

    private static readonly ImpatientDisk Impatient = new();

    private readonly TemporaryFolder _folder = new();
    private readonly SecureString _newSecret = TestJournal.SecretOf("bmV3LXNlY3JldA==");
    private string _root = "";
    private int _states;

    private string FilePath => Path.Combine(_root, "cards.journal");

    public void Dispose()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{_states} states of the disk.");
        _newSecret.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_answer_that_somebody_was_told_of_is_there_after_a_power_cut_at_any_step(bool withHoles)
    {
        var disk = Record();
        await AppendAsync(disk, 0, 1);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret, disk))
        {
            await Task.WhenAll(Enumerable.Range(2, 5).Select(async number =>
            {
                await journal.AppendAsync(number, Padding);
                disk.Claim(number);
            }));
        }

        await AppendAsync(disk, 7);
        ClovaOcrErrorKind[] kinds = withHoles ? [ClovaOcrErrorKind.JournalTorn, ClovaOcrErrorKind.JournalDamaged] : [ClovaOcrErrorKind.JournalTorn];
        foreach (var cut in PowerCut.Of(disk, tearing: withHoles ? Tearing.AnySectors : Tearing.Beginnings)) await AssertGoesOnAsync(cut, cut.Claims, kinds);
    }

    [Fact]
    public async Task A_torn_tail_that_is_cut_off_takes_nothing_with_it_when_the_power_is_cut_then()
    {
        _root = NewFolder();
        await TestJournal.CreateAsync(FilePath, 3, Padding);
        using (var file = File.OpenWrite(FilePath)) file.SetLength(file.Length - 100);
        var disk = new RecordingDisk(_root);
        await AppendAsync(disk, 3, 4);
        foreach (var cut in PowerCut.Of(disk)) await AssertGoesOnAsync(cut, [0, 1, .. cut.Claims], ClovaOcrErrorKind.JournalTorn);
    }

    [Fact]
    public async Task What_a_killed_run_left_unflushed_is_not_built_upon()
    {
        for (var steps = 0; ; steps++)
        {
            var disk = Record();
            var isOver = await DieAsync(disk, steps, () => AppendAsync(disk, 0));
            var killedAt = disk.Steps.Count;
            await AppendAsync(disk, 1);
            foreach (var cut in PowerCut.Of(disk, killedAt)) await AssertGoesOnAsync(cut, cut.Claims, ClovaOcrErrorKind.JournalTorn);
            if (isOver) break;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_journal_that_was_written_anew_is_the_old_one_or_the_new_one(bool hasNewSecret)
    {
        for (var steps = 0; ; steps++)
        {
            _root = NewFolder();
            await TestJournal.CreateAsync(FilePath, 4, Padding);
            var disk = new RecordingDisk(_root);
            var isOver = await DieAsync(disk, steps, () =>
            {
                CardJournal.Update(FilePath, TestJournal.Secret, Options(hasNewSecret), disk);
                disk.Claim(Updated);
                return Task.CompletedTask;
            });
            var killedAt = disk.Steps.Count;
            using (var journal = OpenWithEither(disk)) await AppendAsync(disk, journal, 4);
            foreach (var cut in PowerCut.Of(disk, isOver ? 0 : killedAt, isOver ? Tearing.Beginnings : Tearing.None)) AssertIsOldOrNew(cut, hasNewSecret);
            if (isOver) break;
        }
    }

    private JournalUpdateOptions Options(bool hasNewSecret) =>
        new() { OlderThan = TestJournal.Entry(2).AnsweredAt, NewSecret = hasNewSecret ? _newSecret : null };

    /// <summary>Runs until the process is killed.</summary>
    /// <returns>Whether it came to its end before.</returns>
    private static async Task<bool> DieAsync(RecordingDisk disk, int steps, Func<Task> run)
    {
        disk.StepsLeft = steps;
        var problem = await Xunit.Record.ExceptionAsync(run);
        disk.StepsLeft = int.MaxValue;
        return problem is null;
    }

    private static async Task AppendAsync(RecordingDisk disk, CardJournal journal, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            await journal.AppendAsync(number, Padding);
            disk.Claim(number);
        }
    }

    private async Task AppendAsync(RecordingDisk disk, params int[] numbers)
    {
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret, disk);
        await AppendAsync(disk, journal, numbers);
    }

    private async Task AssertGoesOnAsync(PowerCut cut, IReadOnlyList<int> expected, params ClovaOcrErrorKind[] kinds)
    {
        Replay(cut);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret, Impatient))
        {
            AssertHas(journal, expected);
            Assert.All(journal.Problems, problem => Assert.Contains(problem.Kind, kinds));
            await journal.AppendAsync(New, Padding);
        }

        using var again = CardJournal.Open(FilePath, TestJournal.Secret, Impatient);
        AssertHas(again, [.. expected, New]);
        Assert.DoesNotContain(again.Problems, problem => problem.Kind == ClovaOcrErrorKind.JournalTorn);
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_root));
    }

    private void AssertIsOldOrNew(PowerCut cut, bool hasNewSecret)
    {
        Replay(cut);
        using var journal = OpenWithEither(Impatient);
        Assert.All(journal.Problems, problem => Assert.Equal(ClovaOcrErrorKind.JournalTorn, problem.Kind));
        AssertHas(journal, [2, 3, .. cut.Claims.Where(number => number != Updated)]);
        if (cut.Claims.Contains(Updated)) Assert.Null(journal.Find(TestJournal.Key(0)));
        Assert.Equal(journal.Find(TestJournal.Key(0)) is null, journal.Find(TestJournal.Key(1)) is null);
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_root));
        if (hasNewSecret && cut.Claims.Contains(Updated))
            Assert.Equal(ClovaOcrErrorKind.JournalWrongSecret, Assert.Throws<ClovaOcrException>(() => CardJournal.OpenRead(FilePath, TestJournal.Secret)).Kind);
    }

    private CardJournal OpenWithEither(Disk disk)
    {
        try
        {
            return CardJournal.Open(FilePath, TestJournal.Secret, disk);
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.JournalWrongSecret)
        {
            return CardJournal.Open(FilePath, _newSecret, disk);
        }
    }

    private static void AssertHas(CardJournal journal, IEnumerable<int> numbers)
    {
        foreach (var number in numbers) Assert.Equal(TestJournal.Entry(number, Padding), journal.Find(TestJournal.Key(number)));
    }

    private RecordingDisk Record()
    {
        _root = NewFolder();
        return new RecordingDisk(_root);
    }

    private void Replay(PowerCut cut)
    {
        _states++;
        var recorded = cut.Image.Folders.First();
        _root = NewFolder();
        cut.Image.WriteTo(recorded, _root);
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"))).FullName;
}
