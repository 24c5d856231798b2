using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Journal;

/// <summary>Journals with invented answers.</summary>
internal static class TestJournal
{
    public const string SecretText = "c2VjcmV0LW9mLXRoZS1zZXJ2aWNl";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(9));

    public static SecureString Secret { get; } = SecretOf(SecretText);

    public static SecureString SecretOf(string text) => new NetworkCredential("", text).SecurePassword;

    public static JournalKey Key(int number) => JournalKey.Of($"{number:x64}", "host.example", "100");

    public static JournalEntry Entry(int number, int padding = 0) => new(
        $$"""{"requestId":"r-{{number}}","name":"홍길동 HONG","padding":"{{Noise(number, padding)}}"}""",
        (InferResult)(number % 3),
        Start.AddMinutes(number));

    public static Task AppendAsync(this CardJournal journal, int number, int padding = 0) => journal.AppendAsync(Key(number), Entry(number, padding));

    /// <summary>Makes a journal with the entries 0 to count - 1.</summary>
    /// <returns>The place of each record, and the file's length.</returns>
    public static async Task<long[]> CreateAsync(string path, int count, int padding = 0)
    {
        using var journal = CardJournal.Open(path, Secret);
        var places = new List<long>();
        for (var number = 0; number < count; number++)
        {
            places.Add(new FileInfo(path).Length);
            await journal.AppendAsync(number, padding);
        }

        return [.. places, new FileInfo(path).Length];
    }

    /// <summary>Checks that just these of the entries are there, whole.</summary>
    public static void AssertHolds(this CardJournal journal, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Assert.Equal(Entry(number), journal.Find(Key(number)));
            Assert.Equal(Entry(number).Result, journal.ResultOf(Key(number)));
        }

        Assert.Equal(numbers.Count(), journal.Count);
    }

    // Letters that deflate cannot shorten much.
    private static string Noise(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return Convert.ToBase64String(bytes)[..length];
    }
}
