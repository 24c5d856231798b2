using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Journal;

public sealed class JournalUpdateSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "cards.journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_secret_that_no_connection_could_have_is_refused_and_the_journal_is_as_it_was()
    {
        await TestJournal.CreateAsync(FilePath, 1);
        foreach (var text in new[] { "", "new secret ", "비밀" })
        {
            var refusal = Assert.Throws<ClovaOcrException>(() => Update(new JournalUpdateOptions { NewSecret = TestJournal.SecretOf(text) }));
            Assert.Equal(ClovaOcrErrorKind.InvalidSecret, refusal.Kind);
        }

        using var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        journal.AssertHolds(0);
    }

    [Fact]
    public async Task Answers_from_before_a_time_are_dropped_and_those_of_that_moment_kept()
    {
        var places = await TestJournal.CreateAsync(FilePath, 6);
        var update = Update(new JournalUpdateOptions { OlderThan = TestJournal.Entry(4).AnsweredAt });
        Assert.Equal(new JournalUpdate(2, 4, 0, 0, places[6], 216 + places[6] - places[4]), update);
        Assert.Equal(update.BytesAfter, new FileInfo(FilePath).Length);
        AssertHolds(4, 5);
    }

    [Fact]
    public async Task Superseded_answers_are_gone_and_an_old_one_does_not_come_back_with_them()
    {
        await TestJournal.CreateAsync(FilePath, 3);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            await journal.AppendAsync(1);
            await journal.AppendAsync(TestJournal.Key(2), TestJournal.Entry(2) with { AnsweredAt = DateTimeOffset.MinValue });
        }

        var update = Update(new JournalUpdateOptions { OlderThan = TestJournal.Start });
        Assert.Equal((2, 1, 2, 0), (update.Kept, update.Dropped, update.Superseded, update.Damaged));
        AssertHolds(0, 1);
    }

    [Fact]
    public async Task Damage_and_a_torn_tail_are_gone_afterwards()
    {
        var places = await TestJournal.CreateAsync(FilePath, 5);
        var bytes = File.ReadAllBytes(FilePath);
        bytes[3] ^= 1;
        bytes[places[1] + 50] ^= 1;
        bytes[places[3] + 5] ^= 1;
        File.WriteAllBytes(FilePath, bytes[..^1]);
        var update = Update(new JournalUpdateOptions());
        Assert.Equal((2, 0, 0, 2), (update.Kept, update.Dropped, update.Superseded, update.Damaged));
        AssertHolds(0, 2);
    }

    [Fact]
    public async Task A_new_secret_opens_it_and_the_old_one_does_not()
    {
        await TestJournal.CreateAsync(FilePath, 3);
        using var secret = TestJournal.SecretOf("another-secret");
        Update(new JournalUpdateOptions { NewSecret = secret });
        Assert.Equal(
            ClovaOcrErrorKind.JournalWrongSecret,
            Assert.Throws<ClovaOcrException>(() => CardJournal.Open(FilePath, TestJournal.Secret)).Kind);
        using var journal = CardJournal.Open(FilePath, secret);
        journal.AssertHolds(0, 1, 2);
    }

    [Fact]
    public async Task The_same_secret_gives_fresh_keys()
    {
        var places = await TestJournal.CreateAsync(FilePath, 1);
        var before = File.ReadAllBytes(FilePath);
        Update(new JournalUpdateOptions());
        var after = File.ReadAllBytes(FilePath);
        Assert.Equal(before.Length, after.Length);
        Assert.False(before.AsSpan(12, 32).SequenceEqual(after.AsSpan(12, 32)));
        Assert.False(before.AsSpan((int)places[0] + 44).SequenceEqual(after.AsSpan((int)places[0] + 44)));
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_writes_nothing()
    {
        await TestJournal.CreateAsync(FilePath, 6);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret)) await journal.AppendAsync(5);
        File.AppendAllText(FilePath, "torn");
        var before = File.ReadAllBytes(FilePath);
        var options = new JournalUpdateOptions { OlderThan = TestJournal.Entry(2).AnsweredAt };
        var counted = Update(options with { IsDryRun = true });
        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(counted, Update(options));
        Assert.Equal((4, 2, 1), (counted.Kept, counted.Dropped, counted.Superseded));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_killed_rewriting_left_is_gone_after_the_next_run_and_a_users_own_file_is_not(bool isUpdate)
    {
        await TestJournal.CreateAsync(FilePath, 2);
        File.WriteAllText(FilePath + ".clova-ocr-rewriting", "what was written until then");
        File.WriteAllText(FilePath + ".rewriting", "mine");
        if (isUpdate) Update(new JournalUpdateOptions());
        else CardJournal.Open(FilePath, TestJournal.Secret).Dispose();
        Assert.Equal([FilePath, FilePath + ".rewriting"], Directory.GetFileSystemEntries(_folder.Path).Order());
        AssertHolds(0, 1);
    }

    [Fact]
    public async Task An_empty_new_secret_is_refused_and_the_journal_stays_as_it_was()
    {
        await TestJournal.CreateAsync(FilePath, 2);
        var before = File.ReadAllBytes(FilePath);
        using var empty = TestJournal.SecretOf("");
        var problem = Assert.Throws<ClovaOcrException>(() => Update(new JournalUpdateOptions { NewSecret = empty }));
        Assert.Equal(ClovaOcrErrorKind.InvalidSecret, problem.Kind);
        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_journal_that_is_not_there_is_an_error(bool isDryRun)
    {
        var problem = Assert.Throws<ClovaOcrException>(() => Update(new JournalUpdateOptions { IsDryRun = isDryRun }));
        Assert.Equal((ClovaOcrErrorKind.JournalUnreadable, FilePath), (problem.Kind, problem.FilePath));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_journal_that_was_not_begun_has_nothing_to_drop(bool isDryRun)
    {
        File.WriteAllBytes(FilePath, []);
        Assert.Equal(new JournalUpdate(0, 0, 0, 0, 0, 0), Update(new JournalUpdateOptions { IsDryRun = isDryRun }));
        Assert.Empty(File.ReadAllBytes(FilePath));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_rewritten_journal_is_for_its_owner_alone_even_if_it_was_not_before()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await TestJournal.CreateAsync(FilePath, 2);
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Update(new JournalUpdateOptions());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public async Task Behind_a_link_the_journal_itself_is_rewritten_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        var real = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "real")).FullName, "j");
        await TestJournal.CreateAsync(real, 3);
        File.CreateSymbolicLink(FilePath, real);
        Update(new JournalUpdateOptions { OlderThan = TestJournal.Entry(2).AnsweredAt });
        Assert.Equal(real, new FileInfo(FilePath).LinkTarget);
        Assert.Equal([real], Directory.GetFileSystemEntries(Path.GetDirectoryName(real)!));
        using var journal = CardJournal.OpenRead(real, TestJournal.Secret);
        journal.AssertHolds(2);
        AssertHolds(2);
    }

    [Fact]
    public async Task New_answers_go_on_behind_a_rewritten_journal()
    {
        await TestJournal.CreateAsync(FilePath, 4);
        Update(new JournalUpdateOptions { OlderThan = TestJournal.Entry(2).AnsweredAt });
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret)) await journal.AppendAsync(4);
        AssertHolds(2, 3, 4);
    }

    private JournalUpdate Update(JournalUpdateOptions options) => CardJournal.Update(FilePath, TestJournal.Secret, options);

    private void AssertHolds(params int[] numbers)
    {
        using var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        journal.AssertHolds(numbers);
        Assert.Empty(journal.Problems);
    }
}
