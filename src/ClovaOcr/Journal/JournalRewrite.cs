using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// Writes a journal anew beside the old one and puts it in its place in one step (docs/journal-format.md, Rewriting). The old file stays
/// locked meanwhile; on Windows, where an open file cannot be replaced, the lock ends just before that step.
/// </summary>
internal static class JournalRewrite
{
    // One name for all runs, so that the next one finds what a killed one left behind, and none that another program would give.
    private const string Extension = ".clova-ocr-rewriting";

    /// <summary>Removes what a killed run left beside a journal. Whoever has the journal's lock may, as no rewriting is under way.</summary>
    public static void RemoveAbandoned(Disk disk, string path)
    {
        try
        {
            var beside = LinkTarget.Of(path) + Extension;
            if (File.Exists(beside)) disk.Delete(beside);
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            // The journal is none the worse for it, and the next run tries again.
        }
    }

    public static JournalUpdate Run(Disk disk, string path, SecureString secret, JournalUpdateOptions options)
    {
        // A connection would refuse it, and then nothing could open the journal.
        if (options.NewSecret is not null) ServiceSecret.EnsureSendable(options.NewSecret, "secret");
        using var file = options.IsDryRun ? JournalFile.OpenRead(path) : JournalFile.OpenExisting(disk, path);
        try
        {
            if (!options.IsDryRun) RemoveAbandoned(disk, path);
            var start = file is null ? [] : JournalFile.ReadStart(file);
            if (file is null && !File.Exists(path)) throw JournalProblem.NotThere();
            if (file is null || JournalHeader.HoldsNothing(start, file.Length))
                return new JournalUpdate(0, 0, 0, 0, BytesBefore: start.Length, BytesAfter: start.Length);

            using var cipher = (JournalHeader.Read(start) ?? throw JournalProblem.NoJournal()).OpenWith(secret);
            var update = Plan(file, cipher, options.OlderThan, out var kept);
            if (!options.IsDryRun) Replace(disk, path, file, cipher, options.NewSecret ?? secret, kept);
            return update;
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            throw JournalProblem.CannotBeRead(exception);
        }
    }

    /// <summary>Counts, and lists the places of the records to keep, in the order of the file.</summary>
    private static JournalUpdate Plan(FileStream file, JournalCipher cipher, DateTimeOffset? olderThan, out IReadOnlyList<long> kept)
    {
        var records = 0;
        var damaged = 0;
        var last = new Dictionary<JournalKey, FileStretch>();
        foreach (var stretch in JournalScan.Read(file, cipher))
        {
            if (stretch.Kind == StretchKind.Damaged) damaged++;
            if (stretch.Kind != StretchKind.Record) continue;
            records++;
            last[stretch.Summary.Key] = stretch;
        }

        var young = last.Values.Where(record => !(record.Summary.AnsweredAt < olderThan)).OrderBy(record => record.Offset).ToArray();
        kept = [.. young.Select(record => record.Offset)];
        return new JournalUpdate(
            young.Length,
            last.Count - young.Length,
            records - last.Count,
            damaged,
            file.Length,
            JournalHeader.Length + young.Sum(record => record.Length));
    }

    private static void Replace(
        Disk disk, string path, FileStream file, JournalCipher cipher, SecureString secret, IReadOnlyList<long> kept)
    {
        string? beside = null;
        try
        {
            path = LinkTarget.Of(path);
            using (var target = disk.CreateNew(path + Extension))
            {
                beside = path + Extension;
                Copy(disk, file, cipher, target, secret, kept);
            }

            if (!Libc.IsThere) file.Dispose();
            disk.Replace(beside, path);

            // From here on a file of this name is another run's.
            beside = null;
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            throw JournalProblem.NotRewritten(exception);
        }
        finally
        {
            if (beside is not null) Remove(disk, beside);
        }

        try
        {
            disk.FlushFolderOf(path);
        }
        catch (IOException exception)
        {
            throw JournalProblem.NotConfirmed(exception);
        }
    }

    private static void Copy(
        Disk disk, FileStream file, JournalCipher cipher, FileStream target, SecureString secret, IReadOnlyList<long> kept)
    {
        var salt = JournalHeader.NewSalt();
        using var targetCipher = new JournalCipher(secret, salt);
        var header = JournalHeader.Write(salt, targetCipher);
        disk.Write(target, 0, header);
        foreach (var offset in kept)
        {
            var payload = JournalRecord.Open(cipher, file, offset) ?? throw JournalProblem.DamagedSince(offset);
            var record = JournalRecord.Seal(targetCipher, target.Position, payload);
            disk.Write(target, target.Position, record);
        }

        disk.Flush(target);
    }

    private static void Remove(Disk disk, string beside)
    {
        try
        {
            disk.Delete(beside);
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            // What kept it from being written keeps it from being removed too; that error is the one to report.
        }
    }
}
