using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Journal;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Journal;

public sealed class CardJournalSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "cards.journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answers_are_found_at_once_and_after_opening_again()
    {
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            for (var number = 0; number < 9; number++) await journal.AppendAsync(number);
            journal.AssertHolds(Enumerable.Range(0, 9));
        }

        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        again.AssertHolds(Enumerable.Range(0, 9));
        Assert.Empty(again.Problems);
        Assert.Null(again.Find(TestJournal.Key(9)));
        Assert.Null(again.ResultOf(TestJournal.Key(9)));
    }

    [Fact]
    public async Task A_later_answer_for_a_picture_takes_the_earlier_ones_place()
    {
        var later = new JournalEntry("{}", InferResult.Error, TestJournal.Start.AddYears(-1));
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            await journal.AppendAsync(0);
            await journal.AppendAsync(TestJournal.Key(0), later);
            Assert.Equal((later, InferResult.Error, 1), (journal.Find(TestJournal.Key(0)), journal.ResultOf(TestJournal.Key(0)), journal.Count));
        }

        using var again = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        Assert.Equal((later, InferResult.Error, 1), (again.Find(TestJournal.Key(0)), again.ResultOf(TestJournal.Key(0)), again.Count));
    }

    [Fact]
    public async Task An_answer_for_another_picture_that_was_once_at_its_place_is_not_taken_for_its_own()
    {
        using (var first = CardJournal.Open(FilePath, TestJournal.Secret)) await first.AppendAsync(0);
        var before = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, before[..JournalHeader.Length]);
        using (var second = CardJournal.Open(FilePath, TestJournal.Secret)) await second.AppendAsync(1);
        using var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        journal.AssertHolds(1);
        File.WriteAllBytes(FilePath, before);
        Assert.Equal(ClovaOcrErrorKind.JournalDamaged, Assert.Throws<ClovaOcrException>(() => journal.Find(TestJournal.Key(1))).Kind);
    }

    [Fact]
    public void A_key_is_the_picture_and_whom_it_was_sent_to()
    {
        var expected = new JournalKey(SHA256.HashData(Encoding.UTF8.GetBytes("v1\nhost.example\n100\nabc")));
        Assert.Equal(expected, JournalKey.Of("abc", "HOST.example", "100"));
        Assert.NotEqual(expected, JournalKey.Of("abd", "host.example", "100"));
        Assert.NotEqual(expected, JournalKey.Of("abc", "host.other", "100"));
        Assert.NotEqual(expected, JournalKey.Of("abc", "host.example", "101"));
        Assert.DoesNotContain("abc", expected.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ResponseParser.MaximumSize)]
    [InlineData(3 * ResponseParser.MaximumSize)]
    public async Task An_answer_of_any_size_comes_back_whole(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var entry = new JournalEntry(Encoding.ASCII.GetString([.. bytes.Select(value => (byte)(value & 0x7F))]), InferResult.Success, TestJournal.Start);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            await journal.AppendAsync(TestJournal.Key(0), entry);
            await journal.AppendAsync(1);
        }

        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        Assert.Equal(entry, again.Find(TestJournal.Key(0)));
        Assert.Equal(TestJournal.Entry(1), again.Find(TestJournal.Key(1)));
    }

    [Fact]
    public void A_text_larger_than_any_answer_is_refused_before_anything_is_written()
    {
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        var entry = new JournalEntry(new string('x', (3 * ResponseParser.MaximumSize) + 1), InferResult.Success, TestJournal.Start);
        Assert.Throws<ArgumentException>(() => { _ = journal.AppendAsync(TestJournal.Key(0), entry); });
        Assert.Equal(216, new FileInfo(FilePath).Length);
    }

    [Fact]
    public async Task Nothing_of_answer_key_or_secret_can_be_read_in_the_file()
    {
        await TestJournal.CreateAsync(FilePath, 3, padding: 200);
        var bytes = File.ReadAllBytes(FilePath);
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"v1\nhost.example\n100\n{0:x64}"));
        byte[][] secrets = [.. new[] { TestJournal.SecretText, "HONG", "홍길동", "requestId", "r-0", "host.example", "ClovaOcr" }.Select(Encoding.UTF8.GetBytes), key[..8]];
        foreach (var secret in secrets) Assert.True(bytes.AsSpan().IndexOf(secret) < 0);
    }

    [Fact]
    public async Task The_same_answers_give_other_bytes_each_time()
    {
        var places = await TestJournal.CreateAsync(FilePath, 2);
        await TestJournal.CreateAsync(FilePath + "2", 2);
        var (first, second) = (File.ReadAllBytes(FilePath), File.ReadAllBytes(FilePath + "2"));
        Assert.Equal(first.Length, second.Length);
        Assert.False(first.AsSpan(12, 32).SequenceEqual(second.AsSpan(12, 32)));
        Assert.False(first.AsSpan((int)places[0] + 44, 16).SequenceEqual(second.AsSpan((int)places[0] + 44, 16)));
    }

    [Fact]
    public void What_an_entry_prints_holds_nothing_of_the_answer() =>
        Assert.Equal("Failure 2026-03-01T08:31:00.0000000+09:00", TestJournal.Entry(1).ToString());

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_journal_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await TestJournal.CreateAsync(FilePath, 1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { (byte)'C', (byte)'l', (byte)'o' })]
    [InlineData(new byte[] { (byte)'C', (byte)'l', (byte)'o', (byte)'v', (byte)'a', (byte)'J', (byte)'\r', (byte)'\n', 0, 0, 0, 1, 77 })]
    public async Task A_file_that_is_empty_or_whose_header_was_not_finished_is_begun_anew(byte[] bytes)
    {
        File.WriteAllBytes(FilePath, bytes);
        using (var reader = CardJournal.OpenRead(FilePath, TestJournal.Secret)) Assert.Equal((0, 0), (reader.Count, reader.Problems.Count));
        Assert.Equal(bytes, File.ReadAllBytes(FilePath));

        await TestJournal.CreateAsync(FilePath, 2);
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        journal.AssertHolds(0, 1);
        Assert.Empty(journal.Problems);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(216)]
    [InlineData(100_000)]
    public void A_file_that_is_no_journal_is_refused_and_left_as_it_is(int length)
    {
        var bytes = Enumerable.Repeat((byte)'x', length).ToArray();
        File.WriteAllBytes(FilePath, bytes);
        AssertRefused(ClovaOcrErrorKind.JournalUnreadable, () => CardJournal.Open(FilePath, TestJournal.Secret));
        AssertRefused(ClovaOcrErrorKind.JournalUnreadable, () => CardJournal.OpenRead(FilePath, TestJournal.Secret));
        AssertRefused(ClovaOcrErrorKind.JournalUnreadable, () => CardJournal.Update(FilePath, TestJournal.Secret, new JournalUpdateOptions()));
        Assert.Equal(bytes, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void A_file_of_zeros_that_is_longer_than_a_header_is_no_journal()
    {
        File.WriteAllBytes(FilePath, new byte[217]);
        AssertRefused(ClovaOcrErrorKind.JournalUnreadable, () => CardJournal.Open(FilePath, TestJournal.Secret));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await TestJournal.CreateAsync(FilePath, 1);
        var bytes = File.ReadAllBytes(FilePath);
        bytes[11] = 2;
        SHA256.HashData(bytes.AsSpan(0, 76), bytes.AsSpan(76, 32));
        File.WriteAllBytes(FilePath, bytes);
        var problem = AssertRefused(ClovaOcrErrorKind.JournalUnreadable, () => CardJournal.Open(FilePath, TestJournal.Secret));
        Assert.Contains("newer", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_secret_is_told_from_damage_and_changes_nothing()
    {
        await TestJournal.CreateAsync(FilePath, 3);
        File.AppendAllText(FilePath, "torn");
        var before = File.ReadAllBytes(FilePath);
        foreach (var text in new[] { TestJournal.SecretText + "x", "x" })
        {
            using var secret = TestJournal.SecretOf(text);
            AssertRefused(ClovaOcrErrorKind.JournalWrongSecret, () => CardJournal.Open(FilePath, secret));
            AssertRefused(ClovaOcrErrorKind.JournalWrongSecret, () => CardJournal.OpenRead(FilePath, secret));
            AssertRefused(ClovaOcrErrorKind.JournalWrongSecret, () => CardJournal.Update(FilePath, secret, new JournalUpdateOptions()));
        }

        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void An_empty_secret_is_refused()
    {
        using var empty = TestJournal.SecretOf("");
        AssertRefused(ClovaOcrErrorKind.InvalidSecret, () => CardJournal.Open(FilePath, empty));
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        Assert.Equal(0, journal.Count);
    }

    [Fact]
    public async Task The_secret_is_not_needed_once_the_journal_is_open()
    {
        var secret = TestJournal.SecretOf(TestJournal.SecretText);
        using var journal = CardJournal.Open(FilePath, secret);
        secret.Dispose();
        await journal.AppendAsync(0);
        journal.AssertHolds(0);
    }

    [Fact]
    public void A_journal_that_is_not_there_reads_as_empty_and_is_not_made()
    {
        foreach (var path in new[] { FilePath, Path.Combine(_folder.Path, "gone", "cards.journal") })
        {
            using var journal = CardJournal.OpenRead(path, TestJournal.Secret);
            Assert.Equal((0, 0), (journal.Count, journal.Problems.Count));
            Assert.Null(journal.Find(TestJournal.Key(0)));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_journal_opened_for_reading_finds_answers_and_takes_none()
    {
        await TestJournal.CreateAsync(FilePath, 3);
        var before = File.ReadAllBytes(FilePath);
        using (var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret))
        {
            journal.AssertHolds(0, 1, 2);
            await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync(3));
        }

        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public async Task A_closed_journal_takes_nothing_and_can_be_closed_again()
    {
        var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        await journal.AppendAsync(0);
        journal.Dispose();
        journal.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(1));
        Assert.Throws<ObjectDisposedException>(() => journal.Find(TestJournal.Key(0)));
    }

    [Fact]
    public async Task Closing_waits_for_the_answers_that_were_added()
    {
        var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        var appends = Enumerable.Range(0, 20).Select(number => journal.AppendAsync(number)).ToArray();
        journal.Dispose();
        Assert.All(appends, append => Assert.True(append.IsCompletedSuccessfully));
        await Task.WhenAll(appends);
        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        again.AssertHolds(Enumerable.Range(0, 20));
    }

    [Fact]
    public async Task Answers_added_at_once_from_many_threads_are_all_found()
    {
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(async () =>
            {
                await journal.AppendAsync(number);
                Assert.Equal(TestJournal.Entry(number), journal.Find(TestJournal.Key(number)));
                Assert.Equal(TestJournal.Entry(number).Result, journal.ResultOf(TestJournal.Key(number)));
            })));
            journal.AssertHolds(Enumerable.Range(0, 64));
        }

        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        again.AssertHolds(Enumerable.Range(0, 64));
        Assert.Empty(again.Problems);
    }

    [Fact]
    public async Task An_answer_that_is_confirmed_is_in_the_file()
    {
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        for (var number = 0; number < 5; number++)
        {
            await journal.AppendAsync(number);
            using var reader = CardJournal.OpenRead(FilePath, TestJournal.Secret);
            reader.AssertHolds(Enumerable.Range(0, number + 1));
            Assert.Empty(reader.Problems);
        }
    }

    private static ClovaOcrException AssertRefused(ClovaOcrErrorKind kind, Action open)
    {
        var problem = Assert.Throws<ClovaOcrException>(open);
        Assert.Equal(kind, problem.Kind);
        Assert.EndsWith("cards.journal", problem.FilePath, StringComparison.Ordinal);
        Assert.DoesNotContain(TestJournal.SecretText, problem.ToString(), StringComparison.Ordinal);
        return problem;
    }
}
