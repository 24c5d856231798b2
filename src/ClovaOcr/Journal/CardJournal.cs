using System;
using System.Collections.Generic;
using System.IO;
using System.Security;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// The answers that were paid for, in a file that is only ever appended to, encrypted with keys from the service's secret. A later answer
/// for the same picture takes the earlier one's place. Safe to use from many threads; one process writes at a time. The format is that of
/// docs/journal-format.md.
/// </summary>
public sealed class CardJournal : IDisposable
{
    private readonly string _path;
    private readonly Disk _disk;
    private readonly FileStream? _file;
    private readonly JournalCipher? _cipher;
    private readonly JournalIndex _index = new();
    private readonly List<ClovaOcrException> _problems = [];
    private readonly AppendQueue? _appends;
    private bool _isDisposed;

    private CardJournal(string path, Disk disk, FileStream? file, SecureString secret, bool isWriter)
    {
        (_path, _disk, _file) = (path, disk, file);
        if (file is null) return;
        try
        {
            if (isWriter) JournalRewrite.RemoveAbandoned(disk, path);
            var start = JournalFile.ReadStart(file);
            if (isWriter && start.Length > file.Length) throw JournalProblem.NoFile();
            if (!JournalHeader.HoldsNothing(start, file.Length)) _cipher = Load(file, start, secret, isWriter);
            else if (isWriter) _cipher = JournalFile.Begin(disk, file, secret);
            if (isWriter) _appends = new AppendQueue(disk, file, _cipher!, Math.Max(file.Length, JournalHeader.Length), _index);
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            Dispose();
            throw JournalProblem.CannotBeRead(exception);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many pictures there is an answer for.</summary>
    public int Count => _index.Count;

    /// <summary>
    /// What was found on opening: each damaged stretch of the file, which stays as it is while all else can be read
    /// (<see cref="ClovaOcrErrorKind.JournalDamaged"/>), and a record at the end that was not finished
    /// (<see cref="ClovaOcrErrorKind.JournalTorn"/>).
    /// </summary>
    public IReadOnlyList<ClovaOcrException> Problems => _problems;

    /// <summary>
    /// Opens a journal for writing. It is made, for its owner alone to read and write, if it is not there. A record that was not finished
    /// is cut off.
    /// </summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="secret">The service's secret, which need not be kept for the journal's sake.</param>
    /// <exception cref="ClovaOcrException">
    /// It cannot be written or read, is no journal, is in use by another writer, or was written with another secret.
    /// </exception>
    public static CardJournal Open(string path, SecureString secret) => Open(path, secret, Disk.Real);

    /// <summary>
    /// Opens a journal for reading, beside a writer if there is one. Nothing is made or changed; a file that is not there is a journal
    /// without answers.
    /// </summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="secret">The service's secret, which need not be kept for the journal's sake.</param>
    /// <exception cref="ClovaOcrException">It cannot be read, is no journal, or was written with another secret.</exception>
    public static CardJournal OpenRead(string path, SecureString secret) =>
        AboutFile(path, () => new CardJournal(path, Disk.Real, JournalFile.OpenRead(path), secret, isWriter: false));

    /// <summary>
    /// Writes a journal anew, without what is too old, superseded or damaged, with fresh keys from the same secret or from a new one. The
    /// new file takes the old one's place in one step, or the old one stays as it was.
    /// </summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="secret">The secret that the journal was written with.</param>
    /// <param name="options">What to drop, the new secret, and whether to count only.</param>
    /// <exception cref="ClovaOcrException">
    /// There is no such journal, it cannot be written or read, is in use by another writer, or was written with another secret.
    /// </exception>
    public static JournalUpdate Update(string path, SecureString secret, JournalUpdateOptions options) =>
        Update(path, secret, options, Disk.Real);

    /// <summary>How the service fared with a picture, without reading the answer.</summary>
    /// <returns>Null when there is no answer for it.</returns>
    public InferResult? ResultOf(JournalKey key) => _index.TryFind(key, out _, out var result) ? result : null;

    /// <summary>Reads one answer from the disk.</summary>
    /// <returns>Null when there is no answer for the picture.</returns>
    /// <exception cref="ClovaOcrException">It cannot be read any longer.</exception>
    /// <exception cref="ObjectDisposedException">The journal was closed.</exception>
    public JournalEntry? Find(JournalKey key)
    {
        if (_file is null || _cipher is null || !_index.TryFind(key, out var offset, out _)) return null;
        try
        {
            lock (_file)
            {
                if (_isDisposed) throw new ObjectDisposedException(nameof(CardJournal));
                return JournalRecord.Open(_cipher, _file, offset) is { } payload && JournalPayload.Read(payload, key) is { } entry
                    ? entry
                    : throw JournalProblem.DamagedSince(offset).ForFile(_path);
            }
        }
        catch (IOException exception)
        {
            throw JournalProblem.CannotBeRead(exception).ForFile(_path);
        }
    }

    /// <summary>Adds an answer.</summary>
    /// <returns>Done when the disk has it. Answers that are added at the same time share one flush.</returns>
    /// <exception cref="ClovaOcrException">
    /// <see cref="ClovaOcrErrorKind.JournalUnwritable"/>: the answer is not in the journal. When the disk was full, a later one may find
    /// room again; when the disk did not confirm what was written, every later one fails too.
    /// </exception>
    /// <exception cref="InvalidOperationException">The journal was opened for reading.</exception>
    /// <exception cref="ObjectDisposedException">The journal was closed.</exception>
    public Task AppendAsync(JournalKey key, JournalEntry entry) =>
        (_appends ?? throw new InvalidOperationException("The journal was opened for reading.")).Add(key, entry);

    /// <summary>Waits until the disk has what was added, lets another writer in, and clears the keys.</summary>
    public void Dispose()
    {
        if (_file is null) return;
        _appends?.Close();
        lock (_file)
        {
            _isDisposed = true;
            _file.Dispose();
            _cipher?.Dispose();
        }
    }

    internal static CardJournal Open(string path, SecureString secret, Disk disk) =>
        AboutFile(path, () => new CardJournal(path, disk, JournalFile.OpenOrCreate(disk, path), secret, isWriter: true));

    internal static JournalUpdate Update(string path, SecureString secret, JournalUpdateOptions options, Disk disk) =>
        AboutFile(path, () => JournalRewrite.Run(disk, path, secret, options));

    private JournalCipher Load(FileStream file, byte[] start, SecureString secret, bool isWriter)
    {
        var header = JournalHeader.Read(start) ?? throw JournalProblem.NoJournal();
        var cipher = header.OpenWith(secret);
        try
        {
            if (header.DamagedCopy is { } copy) Report(JournalProblem.DamagedHeader(copy, JournalHeader.CopyLength));
            foreach (var stretch in JournalScan.Read(file, cipher)) Take(stretch, file, isWriter);
            return cipher;
        }
        catch
        {
            cipher.Dispose();
            throw;
        }
    }

    private void Take(FileStretch stretch, FileStream file, bool isWriter)
    {
        switch (stretch.Kind)
        {
            case StretchKind.Record:
                _index.Set(stretch.Summary.Key, stretch.Offset, stretch.Summary.Result);
                break;
            case StretchKind.Damaged:
                Report(JournalProblem.Damaged(stretch.Offset, stretch.Length));
                break;
            case StretchKind.Torn:
                if (isWriter) JournalFile.CutAt(_disk, file, stretch.Offset);
                Report(JournalProblem.Torn(stretch.Offset, stretch.Length, isWriter));
                break;
        }
    }

    private void Report(ClovaOcrException problem) => _problems.Add(problem.ForFile(_path));

    private static T AboutFile<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ClovaOcrException exception) when (exception.FilePath is null)
        {
            throw exception.ForFile(path);
        }
    }
}
