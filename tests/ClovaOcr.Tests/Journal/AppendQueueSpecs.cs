using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Journal;
using ClovaOcr.Platform;
using Xunit;

namespace ClovaOcr.Tests.Journal;

public sealed class AppendQueueSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly JournalCipher _cipher = new(TestJournal.Secret, JournalHeader.NewSalt());
    private readonly JournalIndex _index = new();

    public void Dispose()
    {
        _cipher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_that_come_while_a_flush_is_under_way_share_the_next_one()
    {
        using var file = new WatchedFile(Path.Combine(_folder.Path, "f"));
        var queue = new AppendQueue(Disk.Real, file, _cipher, 0, _index);
        file.HoldFlush();
        var first = Add(queue, 0);
        await file.FlushBegan;
        var others = Enumerable.Range(1, 10).Select(number => Add(queue, number)).ToArray();
        Assert.Equal((false, 0), (first.IsCompleted, _index.Count));

        file.LetFlush();
        await Task.WhenAll([first, .. others]);
        Assert.Equal((2, 11), (file.Flushes, _index.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_a_flush_that_failed_nothing_is_kept_and_nothing_more_is_taken(int failures)
    {
        using var file = new WatchedFile(Path.Combine(_folder.Path, "f"));
        var queue = new AppendQueue(Disk.Real, file, _cipher, 0, _index);
        await Add(queue, 0);
        var length = file.Length;

        file.FailuresLeft = failures;
        await AssertUnwritableAsync(Add(queue, 1));
        Assert.Equal((length, 1), (file.Length, _index.Count));

        await AssertUnwritableAsync(Add(queue, 2));
        Assert.Equal((length, 1), (file.Length, _index.Count));
    }

    private static async Task AssertUnwritableAsync(Task append)
    {
        var problem = await Assert.ThrowsAsync<ClovaOcrException>(() => append);
        Assert.Equal((ClovaOcrErrorKind.JournalUnwritable, true), (problem.Kind, problem.StopsBatch));
    }

    private static Task Add(AppendQueue queue, int number) => queue.Add(TestJournal.Key(number), TestJournal.Entry(number));

    /// <summary>A file whose flushes are counted, and can be held up or fail.</summary>
    private sealed class WatchedFile(string path) : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1)
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _mayFlush = new(true);

        public Task FlushBegan => _began.Task;

        public int Flushes { get; private set; }

        public int FailuresLeft { get; set; }

        public void HoldFlush() => _mayFlush.Reset();

        public void LetFlush() => _mayFlush.Set();

        public override void Flush(bool flushToDisk)
        {
            _began.TrySetResult();
            _mayFlush.Wait();
            if (FailuresLeft-- > 0) throw new IOException("The disk is broken.");
            Flushes++;
            base.Flush(flushToDisk);
        }

        protected override void Dispose(bool disposing)
        {
            _mayFlush.Set();
            base.Dispose(disposing);
            if (disposing) _mayFlush.Dispose();
        }
    }
}
