using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using ClovaOcr.Platform;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Journal;

/// <summary>Whatever happens to the file, it opens with the right word, the rest is intact, and new answers are kept.</summary>
public sealed class JournalRecoverySpecs : IDisposable
{
    private const int New = 99;

    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "cards.journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cut_at_any_byte_of_its_last_two_records_only_what_was_cut_is_lost()
    {
        var places = await TestJournal.CreateAsync(FilePath, 4);
        var whole = File.ReadAllBytes(FilePath);
        for (var length = places[2]; length <= places[4]; length++)
        {
            File.WriteAllBytes(FilePath, whole[..(int)length]);
            var left = Enumerable.Range(0, places.Count(place => place > places[0] && place <= length)).ToArray();
            await AssertRecoversAsync(left, ClovaOcrErrorKind.JournalTorn, places.Contains(length) ? null : places[left.Length], length, isGoneAfterwards: true);
        }
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public async Task Any_byte_changed_in_its_last_two_records_costs_that_record_only(byte change)
    {
        var places = await TestJournal.CreateAsync(FilePath, 4);
        var whole = File.ReadAllBytes(FilePath);
        for (var at = places[2]; at < places[4]; at++)
        {
            File.WriteAllBytes(FilePath, With(whole, at, change));
            var damaged = at < places[3] ? 2 : 3;
            int[] left = [.. Enumerable.Range(0, 4).Where(number => number != damaged)];
            await AssertRecoversAsync(left, ClovaOcrErrorKind.JournalDamaged, places[damaged], places[damaged + 1], isGoneAfterwards: false);
        }
    }

    [Fact]
    public async Task Any_byte_changed_in_its_header_costs_nothing()
    {
        var places = await TestJournal.CreateAsync(FilePath, 2);
        var whole = File.ReadAllBytes(FilePath);
        for (var at = 0; at < places[0]; at++)
        {
            File.WriteAllBytes(FilePath, With(whole, at, 0x10));
            var copy = at < 108 ? 0 : 108;
            await AssertRecoversAsync([0, 1], ClovaOcrErrorKind.JournalDamaged, copy, copy + 108, isGoneAfterwards: false);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(4096)]
    [InlineData(200_000)]
    public async Task Zeros_behind_the_last_record_are_a_torn_tail(int zeros)
    {
        var places = await TestJournal.CreateAsync(FilePath, 2);
        File.WriteAllBytes(FilePath, [.. File.ReadAllBytes(FilePath), .. new byte[zeros]]);
        await AssertRecoversAsync([0, 1], ClovaOcrErrorKind.JournalTorn, places[2], places[2] + zeros, isGoneAfterwards: true);
    }

    [Fact]
    public async Task A_last_record_whose_end_are_zeros_is_a_torn_tail()
    {
        var places = await TestJournal.CreateAsync(FilePath, 2);
        var whole = File.ReadAllBytes(FilePath);
        for (var written = places[1] + 1; written <= places[2] - 20; written++)
        {
            foreach (var more in new[] { 0, 5000 })
            {
                File.WriteAllBytes(FilePath, [.. whole[..(int)written], .. new byte[places[2] - written + more]]);
                await AssertRecoversAsync([0], ClovaOcrErrorKind.JournalTorn, places[1], places[2] + more, isGoneAfterwards: true);
            }
        }
    }

    [Fact]
    public async Task A_last_record_with_fewer_zeros_at_its_end_than_a_disk_leaves_is_damaged()
    {
        var places = await TestJournal.CreateAsync(FilePath, 1);
        File.WriteAllBytes(FilePath, [.. File.ReadAllBytes(FilePath)[..^8], .. new byte[8]]);
        await AssertRecoversAsync([], ClovaOcrErrorKind.JournalDamaged, places[0], places[1], isGoneAfterwards: false);
    }

    [Fact]
    public async Task A_record_of_zeros_before_an_intact_one_is_damage()
    {
        var places = await TestJournal.CreateAsync(FilePath, 3);
        var bytes = File.ReadAllBytes(FilePath);
        bytes.AsSpan((int)places[1]..(int)places[2]).Clear();
        File.WriteAllBytes(FilePath, bytes);
        await AssertRecoversAsync([0, 2], ClovaOcrErrorKind.JournalDamaged, places[1], places[2], isGoneAfterwards: false);
    }

    [Fact]
    public async Task A_record_in_another_place_is_not_believed()
    {
        var places = await TestJournal.CreateAsync(FilePath, 3);
        var whole = File.ReadAllBytes(FilePath);
        Assert.Equal(places[2] - places[1], places[3] - places[2]);
        File.WriteAllBytes(FilePath, [.. whole[..(int)places[1]], .. whole[(int)places[2]..], .. whole[(int)places[1]..(int)places[2]]]);
        await AssertRecoversAsync([0], ClovaOcrErrorKind.JournalDamaged, places[1], places[3], isGoneAfterwards: false);
    }

    [Fact]
    public async Task A_record_of_another_journal_is_not_believed()
    {
        var places = await TestJournal.CreateAsync(FilePath, 2);
        await TestJournal.CreateAsync(FilePath + "2", 2);
        File.WriteAllBytes(FilePath, [.. File.ReadAllBytes(FilePath)[..(int)places[1]], .. File.ReadAllBytes(FilePath + "2")[(int)places[1]..]]);
        await AssertRecoversAsync([0], ClovaOcrErrorKind.JournalDamaged, places[1], places[2], isGoneAfterwards: false);
    }

    [Fact]
    public async Task Damage_full_of_markers_and_longer_than_any_buffer_costs_what_it_covers_only()
    {
        var places = await TestJournal.CreateAsync(FilePath, 3, padding: 300_000);
        var bytes = File.ReadAllBytes(FilePath);
        for (var at = places[1] + 3; at < places[2] - 8; at += 8) bytes.AsSpan((int)places[0], 8).CopyTo(bytes.AsSpan((int)at));
        File.WriteAllBytes(FilePath, bytes);
        using var journal = CardJournal.Open(FilePath, TestJournal.Secret);
        Assert.Equal(2, journal.Count);
        Assert.Equal(TestJournal.Entry(2, 300_000), journal.Find(TestJournal.Key(2)));
        Assert.Contains($" {places[1]},", Assert.Single(journal.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_tail_is_left_when_the_journal_is_only_read()
    {
        var places = await TestJournal.CreateAsync(FilePath, 3);
        var bytes = File.ReadAllBytes(FilePath)[..^1];
        File.WriteAllBytes(FilePath, bytes);
        using (var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret))
        {
            journal.AssertHolds(0, 1);
            var problem = Assert.Single(journal.Problems);
            Assert.Equal(ClovaOcrErrorKind.JournalTorn, problem.Kind);
            Assert.DoesNotContain("cut off", problem.Message, StringComparison.Ordinal);
            Assert.Contains($" {places[2]},", problem.Message, StringComparison.Ordinal);
        }

        Assert.Equal(bytes, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public async Task An_earlier_answer_counts_again_when_the_later_one_is_damaged()
    {
        await TestJournal.CreateAsync(FilePath, 2);
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret)) await journal.AppendAsync(TestJournal.Key(1), TestJournal.Entry(5));
        var bytes = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, With(bytes, bytes.Length - 1, 1));
        using var again = CardJournal.Open(FilePath, TestJournal.Secret);
        again.AssertHolds(0, 1);
    }

    [Fact]
    public async Task An_answer_damaged_after_opening_is_an_error_and_the_rest_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Nobody can write beside an open journal there.");
        var places = await TestJournal.CreateAsync(FilePath, 3);
        using var journal = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        var bytes = File.ReadAllBytes(FilePath);
        foreach (var at in new[] { places[1] + 9, places[1] + 40, places[2] - 1 })
        {
            File.WriteAllBytes(FilePath, With(bytes, at, 4));
            var problem = Assert.Throws<ClovaOcrException>(() => journal.Find(TestJournal.Key(1)));
            Assert.Equal(ClovaOcrErrorKind.JournalDamaged, problem.Kind);
            Assert.Contains($" {places[1]} ", problem.Message, StringComparison.Ordinal);
            Assert.Equal(TestJournal.Entry(2), journal.Find(TestJournal.Key(2)));
        }
    }

    [Property(MaxTest = 200)]
    public Property After_any_appends_cuts_and_damage_it_holds_what_a_dictionary_would() => Prop.ForAll(
        (from step in Gen.Choose(0, 3) from key in Gen.Choose(0, 4) from place in Gen.Choose(0, 9999) select (step, key, place))
        .NonEmptyListOf().ToArbitrary(),
        steps => RunAsync([.. steps]).GetAwaiter().GetResult());

    /// <summary>Of four steps two append; one cuts the file at a place in ten thousand, one changes the byte there.</summary>
    private async Task<bool> RunAsync((int Step, int Key, int Place)[] steps)
    {
        var path = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"));
        var appended = new List<(int Key, JournalEntry Entry, int Start, byte[] Bytes)>();
        var journal = CardJournal.Open(path, TestJournal.Secret);
        for (var i = 0; i < steps.Length; i++)
        {
            var (step, key, place) = steps[i];
            var start = (int)new FileInfo(path).Length;
            if (step < 2)
            {
                await journal.AppendAsync(TestJournal.Key(key), TestJournal.Entry(i));
                using var reader = UnlockedFile.OpenRead(path);
                var record = new byte[reader.Length - start];
                reader.Position = start;
                reader.ReadExactly(record);
                appended.Add((key, TestJournal.Entry(i), start, record));
                continue;
            }

            journal.Dispose();
            var bytes = File.ReadAllBytes(path);
            var at = 216 + (int)((start - 216L) * place / 10_000);
            if (step == 2) bytes = bytes[..at];
            else if (at < bytes.Length) bytes[at] ^= (byte)(1 + key);
            File.WriteAllBytes(path, bytes);
            journal = CardJournal.Open(path, TestJournal.Secret);
        }

        journal.Dispose();
        using var again = CardJournal.OpenRead(path, TestJournal.Secret);
        var file = File.ReadAllBytes(path);
        var expected = appended
            .Where(record => record.Start < file.Length && file.AsSpan(record.Start).StartsWith(record.Bytes))
            .GroupBy(record => record.Key)
            .ToDictionary(records => records.Key, records => records.Last().Entry);
        return again.Count == expected.Count
            && Enumerable.Range(0, 5).All(key => again.Find(TestJournal.Key(key)) == expected.GetValueOrDefault(key));
    }

    private static byte[] With(byte[] bytes, long at, byte change)
    {
        var changed = bytes.ToArray();
        changed[at] ^= change;
        return changed;
    }

    private async Task AssertRecoversAsync(int[] left, ClovaOcrErrorKind kind, long? from, long to, bool isGoneAfterwards)
    {
        using (var journal = CardJournal.Open(FilePath, TestJournal.Secret))
        {
            AssertReported(journal, kind, from, to);
            journal.AssertHolds(left);
            await journal.AppendAsync(New);
        }

        using var again = CardJournal.OpenRead(FilePath, TestJournal.Secret);
        again.AssertHolds([.. left, New]);
        AssertReported(again, kind, isGoneAfterwards ? null : from, to);
    }

    private void AssertReported(CardJournal journal, ClovaOcrErrorKind kind, long? from, long to)
    {
        if (from is null)
        {
            Assert.Empty(journal.Problems);
            return;
        }

        var problem = Assert.Single(journal.Problems);
        Assert.Equal((kind, FilePath), (problem.Kind, problem.FilePath));
        Assert.Contains($" at byte {from}, ", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"{to - from} bytes", problem.Message, StringComparison.Ordinal);
    }
}
