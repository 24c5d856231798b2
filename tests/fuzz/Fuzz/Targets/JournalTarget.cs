using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security;
using ClovaOcr.Cards;
using ClovaOcr.Journal;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>
/// A journal's file. The first byte chooses: the bytes as they are; a whole journal changed by them, in threes of a place and what is added
/// to the byte there, so that it ends where a three says more than there is; or payloads, each behind its length, that the right keys
/// seal. A journal opens or is refused for a documented reason; of a changed one every record is found that was not touched, before
/// the damage and after it; it can be appended to and written anew, and nothing is lost by either.
/// </summary>
internal sealed class JournalTarget() : FuzzTarget("journal", 16 * 1024)
{
    private const int Records = 4;
    private const int MostPayloads = 64;
    private const long MostMemory = 128 << 20;

    private static readonly SecureString Secret = new NetworkCredential("", "c2VjcmV0LW9mLXRoZS1zZXJ2aWNl").SecurePassword;
    private static readonly SecureString NewSecret = new NetworkCredential("", "bmV3LXNlY3JldA").SecurePassword;
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly ClovaOcrErrorKind[] Unopened = [ClovaOcrErrorKind.JournalUnreadable, ClovaOcrErrorKind.JournalWrongSecret];

    /// <inheritdoc/>
    public override void Run(byte[] input) => Promise.Within(MostMemory, () =>
    {
        if (input.Length == 0) return false;
        var rest = input.AsSpan(1);
        (byte[] File, int[] Places)? whole = input[0] % 3 == 1 ? Whole() : null;
        var payloads = input[0] % 3 == 2 ? Payloads(rest) : [];
        byte[] file = (input[0] % 3) switch { 0 => rest.ToArray(), 1 => Changed(whole!.Value.File, rest), _ => Sealed(payloads) };
        int[] intact = whole is var (before, places) ? [.. Enumerable.Range(0, Records).Where(i => IsIntact(before, file, places[i], places[i + 1]))] : [];
        if (file.Length == 0) return false;

        using var scratch = new ScratchFile(file);
        var read = Promise.MadeOrRefused(() => CardJournal.OpenRead(scratch.Path, Secret), Unopened);
        if (read is null)
        {
            Promise.Holds(CanBeRefused(input[0], file, payloads), "A journal with a whole header is opened.");
            return false;
        }

        using (read)
        {
            CheckFound(read, intact);
            foreach (var key in payloads.Where(payload => payload.Length > JournalKey.Length).Select(payload => new JournalKey(payload.AsSpan(1))))
                Promise.MadeOrRefused(() => read.Find(key), ClovaOcrErrorKind.JournalDamaged);
        }

        CheckUpdate(scratch.Path, intact, read.Count, new JournalUpdateOptions { IsDryRun = true }, Secret);
        CheckAppend(scratch.Path, intact, read.Count);
        CheckUpdate(scratch.Path, [.. intact, Records], read.Count + 1, new JournalUpdateOptions { NewSecret = NewSecret }, NewSecret);
        return true;
    });

    private static (byte[] File, int[] Places) Whole()
    {
        using var cipher = new JournalCipher(Secret, Salt);
        byte[] file = JournalHeader.Write(Salt, cipher);
        var places = new int[Records + 1];
        for (var number = 0; number < Records; number++)
        {
            places[number] = file.Length;
            file = [.. file, .. JournalRecord.Seal(cipher, file.Length, JournalPayload.Write(Key(number), Entry(number)))];
        }

        places[Records] = file.Length;
        return (file, places);
    }

    private static byte[] Changed(byte[] whole, ReadOnlySpan<byte> changes)
    {
        var file = (byte[])whole.Clone();
        for (; changes.Length >= 3; changes = changes[3..])
        {
            var place = BinaryPrimitives.ReadUInt16BigEndian(changes);
            if (place >= file.Length) return file[..(file.Length - Math.Min(file.Length, place - file.Length))];
            file[place] += changes[2];
        }

        return file;
    }

    private static List<byte[]> Payloads(ReadOnlySpan<byte> rest)
    {
        var payloads = new List<byte[]>();
        while (rest.Length > 2 && payloads.Count < MostPayloads)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(rest), rest.Length - 2);
            payloads.Add(rest.Slice(2, length).ToArray());
            rest = rest[(2 + length)..];
        }

        return payloads;
    }

    private static byte[] Sealed(List<byte[]> payloads)
    {
        using var cipher = new JournalCipher(Secret, Salt);
        List<byte> file = [.. JournalHeader.Write(Salt, cipher)];
        foreach (var payload in payloads) file.AddRange(JournalRecord.Seal(cipher, file.Count, payload));
        return [.. file];
    }

    // Of bytes as they are nothing is known, and a payload may be of a version to come.
    private static bool CanBeRefused(byte mode, byte[] file, List<byte[]> payloads) => (mode % 3) switch
    {
        0 => true,
        1 => JournalHeader.Read(file.AsSpan(0, Math.Min(file.Length, JournalHeader.Length)).ToArray()) is null,
        _ => payloads.Any(payload => payload is [not 1, ..]),
    };

    private static void CheckFound(CardJournal journal, int[] intact)
    {
        foreach (var number in intact)
        {
            Promise.Holds(journal.ResultOf(Key(number)) == Entry(number).Result, "A record that was not touched is listed.");
            Promise.Holds(journal.Find(Key(number)) == Entry(number), "A record that was not touched is read.");
        }

        for (var number = 0; number < Records; number++)
            Promise.MadeOrRefused(() => journal.Find(Key(number)), ClovaOcrErrorKind.JournalDamaged);
        foreach (var problem in journal.Problems)
            Promise.Holds(problem.Kind is ClovaOcrErrorKind.JournalDamaged or ClovaOcrErrorKind.JournalTorn, "A problem is damage or a torn end.");
    }

    private static void CheckAppend(string path, int[] intact, int count)
    {
        using (var writer = CardJournal.Open(path, Secret))
        {
            Promise.Holds(writer.Count == count, "A writer finds what a reader finds.");
            writer.AppendAsync(Key(Records), Entry(Records)).GetAwaiter().GetResult();
        }

        using var reader = CardJournal.OpenRead(path, Secret);
        CheckFound(reader, [.. intact, Records]);
        Promise.Holds(reader.Count == count + 1, "Appending loses nothing.");
        Promise.Holds(reader.Problems.All(problem => problem.Kind != ClovaOcrErrorKind.JournalTorn), "A torn end is cut off by a writer.");
    }

    private static void CheckUpdate(string path, int[] intact, int count, JournalUpdateOptions options, SecureString secret)
    {
        CardJournal.Update(path, Secret, options);
        using var updated = CardJournal.OpenRead(path, secret);
        CheckFound(updated, intact);
        Promise.Holds(updated.Count == count, "Writing a journal anew loses no answer.");
        Promise.Holds(options.IsDryRun || updated.Problems.Count == 0, "A journal that was written anew is whole.");
    }

    private static bool IsIntact(byte[] before, byte[] after, int from, int to) =>
        to <= after.Length && before.AsSpan(from, to - from).SequenceEqual(after.AsSpan(from, to - from));

    private static JournalKey Key(int number) => JournalKey.Of($"{number:x64}", "host.example", "100");

    private static JournalEntry Entry(int number) => new(
        $$"""{"requestId":"r-{{number}}","name":"홍길동 HONG","padding":"{{new string('x', 40 * number)}}"}""",
        (InferResult)(number % 3),
        new DateTimeOffset(2026, 3, 1, 8, number, 0, TimeSpan.Zero));
}
