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
    // One name for all runs, so that the next one finds what a killed one left behind.
    private const string Extension = ".rewriting";

    public static JournalUpdate Run(string path, SecureString secret, JournalUpdateOptions options)
    {
        using var file = options.IsDryRun ? JournalFile.OpenRead(path) : JournalFile.OpenExisting(path);
        try
        {
            var start = file is null ? [] : JournalFile.ReadStart(file);
            if (file is null && !File.Exists(path)) throw JournalProblem.NotThere();
            if (file is null || JournalHeader.HoldsNothing(start, file.Length))
                return new JournalUpdate(0, 0, 0, 0, BytesBefore: start.Length, BytesAfter: start.Length);

            using var cipher = (JournalHeader.Read(start) ?? throw JournalProblem.NoJournal()).OpenWith(secret);
            var update = Plan(file, cipher, options.OlderThan, out var kept);
            if (!options.IsDryRun) Replace(path, file, cipher, options.NewSecret ?? secret, kept);
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

    private static void Replace(string path, FileStream file, JournalCipher cipher, SecureString secret, IReadOnlyList<long> kept)
    {
        var beside = path + Extension;
        try
        {
            path = LinkTarget.Of(path);
            beside = path + Extension;
            File.Delete(beside);
            using (var target = OwnerOnlyFile.CreateNew(beside))
            {
                Copy(file, cipher, target, secret, kept);
            }

            if (!Libc.IsThere) file.Dispose();
            File.Replace(beside, path, destinationBackupFileName: null);
            FolderFlush.FlushFolderOf(path);
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            throw JournalProblem.NotRewritten(exception);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void Copy(FileStream file, JournalCipher cipher, FileStream target, SecureString secret, IReadOnlyList<long> kept)
    {
        var salt = JournalHeader.NewSalt();
        using var targetCipher = new JournalCipher(secret, salt);
        var header = JournalHeader.Write(salt, targetCipher);
        target.Write(header, 0, header.Length);
        foreach (var offset in kept)
        {
            var payload = JournalRecord.Open(cipher, file, offset) ?? throw JournalProblem.DamagedSince(offset);
            var record = JournalRecord.Seal(targetCipher, target.Position, payload);
            target.Write(record, 0, record.Length);
        }

        target.Flush(flushToDisk: true);
    }

    private static void Remove(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            // What kept it from being written keeps it from being removed too; that error is the one to report.
        }
    }
}
