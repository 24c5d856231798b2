using System;
using System.Buffers.Binary;
using ClovaOcr.Cards;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Journal;

/// <summary>Records that the journal's own keys sealed and that yet say what no writer says: a fault of some version, found by fuzzing.</summary>
public sealed class SealedPayloadSpecs
{
    private const int TimeAt = 33;
    private const int ResultAt = 41;
    private const int LengthAt = 42;

    public static TheoryData<string> Unlisted => new("time below zero", "time past the end", "result unknown");

    public static TheoryData<string> Unreadable => new(
        "length below zero", "length of gigabytes", "length too small", "length too large", "nothing deflated", "cut off");

    [Theory]
    [MemberData(nameof(Unlisted))]
    public void A_record_with_an_impossible_summary_is_damage_and_the_others_are_read(string fault)
    {
        using var folder = new TemporaryFolder();
        using var journal = Open(folder, Faulty(fault));
        Assert.Equal(ClovaOcrErrorKind.JournalDamaged, Assert.Single(journal.Problems).Kind);
        Assert.Null(journal.Find(TestJournal.Key(1)));
        journal.AssertHolds(0, 2);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_record_whose_answer_is_not_as_it_says_is_an_error_of_its_own_and_takes_no_memory(string fault)
    {
        using var folder = new TemporaryFolder();
        using var journal = Open(folder, Faulty(fault));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(ClovaOcrErrorKind.JournalDamaged, Assert.Throws<ClovaOcrException>(() => journal.Find(TestJournal.Key(1))).Kind);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2L * JournalPayload.MaximumText);
        Assert.Equal(TestJournal.Entry(0), journal.Find(TestJournal.Key(0)));
        Assert.Equal(TestJournal.Entry(2), journal.Find(TestJournal.Key(2)));
    }

    private static CardJournal Open(TemporaryFolder folder, byte[] faulty)
    {
        var salt = JournalHeader.NewSalt();
        using var cipher = new JournalCipher(TestJournal.Secret, salt);
        byte[] file = JournalHeader.Write(salt, cipher);
        foreach (var payload in new[] { Valid(0), faulty, Valid(2) }) file = [.. file, .. JournalRecord.Seal(cipher, file.Length, payload)];
        return CardJournal.OpenRead(folder.Write("cards.journal", file), TestJournal.Secret);
    }

    private static byte[] Valid(int number) => JournalPayload.Write(TestJournal.Key(number), TestJournal.Entry(number));

    private static byte[] Faulty(string fault)
    {
        var payload = Valid(1);
        var length = BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(LengthAt));
        switch (fault)
        {
            case "time below zero":
                BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan(TimeAt), -1);
                break;
            case "time past the end":
                BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan(TimeAt), long.MaxValue);
                break;
            case "result unknown":
                payload[ResultAt] = (byte)InferResult.Error + 1;
                break;
            case "length below zero":
                BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(LengthAt), -1);
                break;
            case "length of gigabytes":
                BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(LengthAt), int.MaxValue);
                break;
            case "length too small":
                BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(LengthAt), length - 1);
                break;
            case "length too large":
                BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(LengthAt), length + 1);
                break;
            case "nothing deflated":
                payload.AsSpan(JournalPayload.SummaryLength).Fill(0xFF);
                break;
            default:
                return payload[..(JournalPayload.SummaryLength - 2)];
        }

        return payload;
    }
}
