using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// Writes records to the end of the file, and flushes once for all that came in while the flush before was under way. A group of records
/// is kept as a whole or taken back as a whole.
/// </summary>
/// <param name="disk">The steps by which it is written.</param>
/// <param name="file">The journal; it is also what its users lock.</param>
/// <param name="cipher">The journal's keys.</param>
/// <param name="end">Where the next record goes.</param>
/// <param name="index">Gets each record once the disk has it.</param>
internal sealed class AppendQueue(Disk disk, FileStream file, JournalCipher cipher, long end, JournalIndex index)
{
    private readonly object _gate = new();
    private List<Waiting> _waiting = [];
    private Task _committing = Task.CompletedTask;
    private bool _isCommitting;
    private bool _isClosed;
    private long _end = end;
    private ClovaOcrException? _failure;

    /// <summary>Adds a record.</summary>
    /// <returns>Done when the disk has it.</returns>
    /// <exception cref="ObjectDisposedException">The queue was closed.</exception>
    public Task Add(JournalKey key, JournalEntry entry)
    {
        var waiting = new Waiting(key, entry.Result, JournalPayload.Write(key, entry));
        lock (_gate)
        {
            if (_isClosed) throw new ObjectDisposedException(nameof(CardJournal));
            _waiting.Add(waiting);
            if (!_isCommitting)
            {
                _isCommitting = true;
                _committing = Task.Run(CommitAll);
            }
        }

        return waiting.Done.Task;
    }

    /// <summary>Takes no more records, and waits until the disk has those that were added.</summary>
    public void Close()
    {
        Task committing;
        lock (_gate)
        {
            _isClosed = true;
            committing = _committing;
        }

        committing.GetAwaiter().GetResult();
    }

    private void CommitAll()
    {
        while (TakeGroup() is { } group)
        {
            try
            {
                Commit(group);
                foreach (var waiting in group) waiting.Done.TrySetResult(true);
            }
            catch (Exception exception)
            {
                // Whatever it is, those who wait must hear of it.
                foreach (var waiting in group) waiting.Done.TrySetException(exception);
            }
        }
    }

    private List<Waiting>? TakeGroup()
    {
        lock (_gate)
        {
            _isCommitting = _waiting.Count > 0;
            if (!_isCommitting) return null;
            var group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private void Commit(List<Waiting> group)
    {
        lock (file)
        {
            if (_failure is not null) throw _failure;
            var position = _end;
            var offsets = new List<long>(group.Count);
            var areWritten = false;
            try
            {
                using var records = new MemoryStream();
                foreach (var waiting in group)
                {
                    offsets.Add(position);
                    var record = JournalRecord.Seal(cipher, position, waiting.Payload);
                    records.Write(record, 0, record.Length);
                    position += record.Length;
                }

                // In one piece: of several, the disk may have a later one and not the one before, which would look like damage.
                disk.Write(file, _end, records.ToArray());
                areWritten = true;
                disk.Flush(file);
            }
            catch (Exception exception)
            {
                // After a flush that failed nobody knows what the disk has, and a second flush may claim what is not so.
                var isTakenBack = TryTakeBack() && !areWritten;
                if (!isTakenBack) _failure = JournalProblem.NotFlushed(exception).ForFile(file.Name);
                if (!JournalFile.IsOfFileSystem(exception)) throw;
                throw _failure ?? JournalProblem.CannotBeWritten(exception).ForFile(file.Name);
            }

            _end = position;
            for (var i = 0; i < group.Count; i++) index.Set(group[i].Key, offsets[i], group[i].Result);
        }
    }

    private bool TryTakeBack()
    {
        try
        {
            disk.SetLength(file, _end);
            disk.Flush(file);
            return true;
        }
        catch (Exception exception) when (JournalFile.IsOfFileSystem(exception))
        {
            return false;
        }
    }

    private sealed record Waiting(JournalKey Key, InferResult Result, byte[] Payload)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
