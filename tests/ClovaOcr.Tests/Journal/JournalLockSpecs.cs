using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Journal;

public sealed class JournalLockSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "cards.journal");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_writer_is_refused_at_once_and_let_in_when_the_first_has_ended(bool isNew)
    {
        if (!isNew) await TestJournal.CreateAsync(FilePath, 1);
        using (var first = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            AssertLocked(() => CardJournal.Open(FilePath, TestJournal.Secret));
            AssertLocked(() => CardJournal.Update(FilePath, TestJournal.Secret, new JournalUpdateOptions()));
            await first.AppendAsync(0);
            AssertLocked(() => CardJournal.Open(FilePath, TestJournal.Secret));
        }

        using var second = CardJournal.Open(FilePath, TestJournal.Secret);
        second.AssertHolds(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_writer_in_another_process_is_refused(bool isNew)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && TinyDisk.TryRun("flock", "--version"), "flock is not there.");
        if (!isNew) await TestJournal.CreateAsync(FilePath, 1);
        using (CardJournal.Open(FilePath, TestJournal.Secret)) Assert.False(TinyDisk.TryRun("flock", "-n", FilePath, "true"));
        Assert.True(TinyDisk.TryRun("flock", "-n", FilePath, "true"));
    }

    [Fact]
    public async Task A_writer_in_another_process_is_respected()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && TinyDisk.TryRun("flock", "--version"), "flock is not there.");
        await TestJournal.CreateAsync(FilePath, 1);
        using (var other = Process.Start(new ProcessStartInfo("flock", [FilePath, "sh", "-c", "echo locked; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!)
        {
            Assert.Equal("locked", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            AssertLocked(() => CardJournal.Open(FilePath, TestJournal.Secret));
            other.StandardInput.Close();
            await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        journal.AssertHolds(0);
    }

    [Fact]
    public async Task Readers_read_beside_the_writer_and_each_other_and_shut_nobody_out()
    {
        await TestJournal.CreateAsync(FilePath, 2);
        using var early = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        using var writer = CardJournal.Open(FilePath, TestJournal.Secret);
        await writer.AppendAsync(2);
        using var late = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        early.AssertHolds(0, 1);
        late.AssertHolds(0, 1, 2);
        Assert.Equal(3, CardJournal.Update(FilePath, TestJournal.Secret, new JournalUpdateOptions { IsDryRun = true }).Kept);
    }

    [Fact]
    public async Task A_reader_keeps_what_it_opened_when_the_journal_is_rewritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be replaced there.");
        await TestJournal.CreateAsync(FilePath, 3);
        using var reader = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        CardJournal.Update(FilePath, TestJournal.Secret, new JournalUpdateOptions { OlderThan = DateTimeOffset.MaxValue });
        reader.AssertHolds(0, 1, 2);
        using var later = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        Assert.Equal(0, later.Count);
    }

    [Fact]
    public async Task No_answer_goes_to_a_file_that_a_rewrite_replaced_while_it_was_opened()
    {
        await TestJournal.CreateAsync(FilePath, 1);
        var added = new List<int> { 0 };
        using var done = new CancellationTokenSource();
        var rewriting = Task.Run(() =>
        {
            while (!done.IsCancellationRequested) Unlocked(() => CardJournal.Update(FilePath, TestJournal.Secret, new JournalUpdateOptions()));
        }, TestContext.Current.CancellationToken);
        for (var number = 1; number <= 150; number++)
        {
            CardJournal? journal;
            do journal = Unlocked(() => CardJournal.Open(FilePath, TestJournal.Secret));
            while (journal is null);
            await journal.AppendAsync(number);
            journal.Dispose();
            added.Add(number);
        }

        await done.CancelAsync();
        await rewriting;
        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        again.AssertHolds(added);
        Assert.Empty(again.Problems);
    }

    private static T? Unlocked<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.JournalLocked)
        {
            return null;
        }
    }

    private void AssertLocked(Action open)
    {
        var problem = Assert.Throws<ClovaOcrException>(open);
        Assert.Equal((ClovaOcrErrorKind.JournalLocked, FilePath), (problem.Kind, problem.FilePath));
    }
}
