using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Journal;

public sealed class JournalDiskSpecs
{
    private const int Padding = 20_000;

    [Fact]
    public async Task On_a_full_disk_an_answer_fails_the_others_stay_and_a_later_one_finds_room_again()
    {
        using var disk = new TinyDisk(256 * 1024);
        var path = Path.Combine(disk.Path, "cards.journal");
        var filler = Path.Combine(disk.Path, "filler");
        File.WriteAllBytes(filler, new byte[180 * 1024]);
        var written = 0;
        using (var journal = CardJournal.Open(path, TestJournal.Secret))
        {
            ClovaOcrException? problem = null;
            for (long length = 0; problem is null && written < 20; written++)
            {
                length = new FileInfo(path).Length;
                problem = await Record.ExceptionAsync(() => journal.AppendAsync(written, Padding)) as ClovaOcrException;
                if (problem is not null) Assert.Equal(length, new FileInfo(path).Length);
            }

            written--;
            Assert.InRange(written, 1, 6);
            Assert.Equal((ClovaOcrErrorKind.JournalUnwritable, path, true), (problem!.Kind, problem.FilePath, problem.StopsBatch));
            Assert.Equal(written, journal.Count);
            Assert.Null(journal.Find(TestJournal.Key(written)));
            await Assert.ThrowsAsync<ClovaOcrException>(() => journal.AppendAsync(written, Padding));

            File.Delete(filler);
            await journal.AppendAsync(written, Padding);
        }

        using var again = CardJournal.Open(path, TestJournal.Secret);
        Assert.Empty(again.Problems);
        for (var number = 0; number <= written; number++) Assert.Equal(TestJournal.Entry(number, Padding), again.Find(TestJournal.Key(number)));
    }

    [Fact]
    public async Task Answers_added_at_once_on_a_full_disk_each_fail_or_are_kept()
    {
        using var disk = new TinyDisk(256 * 1024);
        var path = Path.Combine(disk.Path, "cards.journal");
        var kept = new bool[40];
        using (var journal = CardJournal.Open(path, TestJournal.Secret))
        {
            await Task.WhenAll(Enumerable.Range(0, kept.Length).Select(number => Task.Run(async () =>
            {
                var problem = await Record.ExceptionAsync(() => journal.AppendAsync(number, Padding));
                kept[number] = problem is null;
                if (problem is not null) Assert.Equal(ClovaOcrErrorKind.JournalUnwritable, Assert.IsType<ClovaOcrException>(problem).Kind);
            })));
        }

        Assert.Contains(false, kept);
        using var again = CardJournal.Open(path, TestJournal.Secret);
        Assert.Empty(again.Problems);
        for (var number = 0; number < kept.Length; number++) Assert.Equal(kept[number], again.Find(TestJournal.Key(number)) is not null);
    }

    [Fact]
    public async Task On_a_full_disk_a_journal_is_not_rewritten_and_nothing_is_left_beside_it()
    {
        using var disk = new TinyDisk(256 * 1024);
        var path = Path.Combine(disk.Path, "cards.journal");
        await TestJournal.CreateAsync(path, 10, Padding);
        var before = File.ReadAllBytes(path);
        var problem = Assert.Throws<ClovaOcrException>(() => CardJournal.Update(path, TestJournal.Secret, new JournalUpdateOptions()));
        Assert.Equal(ClovaOcrErrorKind.JournalUnwritable, problem.Kind);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(disk.Path));
    }

    [Fact]
    public async Task On_a_disk_that_is_not_to_be_written_a_journal_is_read_only()
    {
        using var disk = new TinyDisk(64 * 1024);
        var path = Path.Combine(disk.Path, "cards.journal");
        await TestJournal.CreateAsync(path, 2);
        disk.MakeReadOnly();
        await AssertReadOnlyAsync(path);
        AssertUnwritable(() => CardJournal.Open(path + "2", TestJournal.Secret));
    }

    [Fact]
    public async Task A_file_that_is_not_to_be_written_is_read_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "cards.journal");
        await TestJournal.CreateAsync(path, 2);
        using var fixedFile = new FixedFile(path);
        await AssertReadOnlyAsync(path);
    }

    [Fact]
    public async Task In_a_folder_that_is_not_to_be_written_no_journal_is_made_or_rewritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "cards.journal");
        await TestJournal.CreateAsync(path, 2);
        using var fixedFolder = new FixedFile(folder.Path);
        AssertUnwritable(() => CardJournal.Open(path + "2", TestJournal.Secret));
        AssertUnwritable(() => CardJournal.Update(path, TestJournal.Secret, new JournalUpdateOptions()));
        using var journal = CardJournal.Open(path, TestJournal.Secret);
        await journal.AppendAsync(2);
        journal.AssertHolds(0, 1, 2);
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/null")]
    public void A_device_is_no_place_for_a_journal(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such device.");
        var mode = OperatingSystem.IsLinux() ? File.GetUnixFileMode(path) : default;
        AssertUnwritable(() => CardJournal.Open(path, TestJournal.Secret));
        using (var journal = CardJournal.OpenRead(path, TestJournal.Secret)) Assert.Equal(0, journal.Count);
        Assert.Equal(mode, OperatingSystem.IsLinux() ? File.GetUnixFileMode(path) : default);
    }

    [Fact]
    public void A_pipe_is_no_place_for_a_journal()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "pipe");
        Assert.SkipUnless(TinyDisk.TryRun("mkfifo", path), "There are no such pipes.");
        AssertUnwritable(() => CardJournal.Open(path, TestJournal.Secret));
        using var journal = CardJournal.OpenRead(path, TestJournal.Secret);
        Assert.Equal(0, journal.Count);
    }

    [Fact]
    public void A_folder_is_no_place_for_a_journal_and_a_missing_one_neither()
    {
        using var folder = new TemporaryFolder();
        AssertUnwritable(() => CardJournal.Open(folder.Path, TestJournal.Secret));
        AssertUnwritable(() => CardJournal.Open(Path.Combine(folder.Path, "gone", "cards.journal"), TestJournal.Secret));
        Assert.Equal(
            ClovaOcrErrorKind.JournalUnreadable,
            Assert.Throws<ClovaOcrException>(() => CardJournal.OpenRead(folder.Path, TestJournal.Secret)).Kind);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static async Task AssertReadOnlyAsync(string path)
    {
        var before = File.ReadAllBytes(path);
        AssertUnwritable(() => CardJournal.Open(path, TestJournal.Secret));
        AssertUnwritable(() => CardJournal.Update(path, TestJournal.Secret, new JournalUpdateOptions()));
        using (var journal = CardJournal.OpenRead(path, TestJournal.Secret)) journal.AssertHolds(0, 1);
        Assert.Equal(2, CardJournal.Update(path, TestJournal.Secret, new JournalUpdateOptions { IsDryRun = true }).Kept);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    private static void AssertUnwritable(Action open) =>
        Assert.Equal(ClovaOcrErrorKind.JournalUnwritable, Assert.Throws<ClovaOcrException>(open).Kind);

    /// <summary>A file or folder that even the superuser, whom permissions do not bind, cannot change; without the right to it the test is skipped.</summary>
    private sealed class FixedFile : IDisposable
    {
        private readonly string _path;
        private readonly UnixFileMode _mode;

        public FixedFile(string path)
        {
            _path = path;
            if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Windows has no file modes.");
            _mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, _mode & ~UnixFileMode.UserWrite);
            if (Environment.IsPrivilegedProcess && !TinyDisk.TryRun("chattr", "+i", path)) Assert.Skip("Permissions do not bind this user, and chattr is not possible.");
        }

        public void Dispose()
        {
            if (OperatingSystem.IsWindows()) return;
            if (Environment.IsPrivilegedProcess) Assert.True(TinyDisk.TryRun("chattr", "-i", _path));
            File.SetUnixFileMode(_path, _mode);
        }
    }
}
