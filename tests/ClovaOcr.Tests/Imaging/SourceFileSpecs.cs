using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Journal;
using ClovaOcr.Tests.Journal;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public sealed class SourceFileSpecs : IDisposable
{
    private const int Limit = 100_000_000;

    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "card.jpg");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for(bool isLinked)
    {
        var pipe = isLinked ? Path.Combine(_folder.Path, "pipe") : FilePath;
        Assert.SkipUnless(TinyDisk.TryRun("mkfifo", pipe), "There are no such pipes.");
        if (isLinked) File.CreateSymbolicLink(FilePath, pipe);
        AssertUnreadable(ClovaOcrErrorKind.FileUnreadable);
        if (isLinked) Assert.Throws<ClovaOcrException>(() => CardJournal.OpenRead(FilePath, TestJournal.Secret));
        Assert.Throws<ClovaOcrException>(() => CardJournal.Open(FilePath, TestJournal.Secret));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/random")]
    [InlineData("/dev/null")]
    public void A_device_behind_a_link_is_a_file_without_bytes(string device)
    {
        Assert.SkipUnless(File.Exists(device), "There is no such device.");
        File.CreateSymbolicLink(FilePath, device);
        AssertUnreadable(ClovaOcrErrorKind.FileEmpty);
    }

    [Fact]
    public void A_link_to_itself_is_unreadable_and_one_to_nowhere_is_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        File.CreateSymbolicLink(FilePath, FilePath);
        AssertUnreadable(ClovaOcrErrorKind.FileUnreadable);
        File.Delete(FilePath);
        File.CreateSymbolicLink(FilePath, FilePath + "2");
        AssertUnreadable(ClovaOcrErrorKind.FileNotFound);
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_an_error_and_not_a_part_of_it()
    {
        File.WriteAllBytes(FilePath, new byte[500_000]);
        using var done = new CancellationTokenSource();
        await using var writer = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is being written cannot be opened there.");
        var writing = Task.Run(() =>
        {
            while (!done.IsCancellationRequested && writer.Length < Limit / 2) writer.Write([1]);
        }, TestContext.Current.CancellationToken);
        try
        {
            ClovaOcrException? problem = null;
            for (var attempt = 0; problem is null && attempt < 1000; attempt++)
                problem = Record.Exception(() => SourceFile.ReadBytes(FilePath, Limit)) as ClovaOcrException;
            Assert.Equal((ClovaOcrErrorKind.FileUnreadable, true), (problem?.Kind, problem?.Message.Contains("longer", StringComparison.Ordinal)));
        }
        finally
        {
            await done.CancelAsync();
            await writing;
        }
    }

    [Fact]
    public void A_large_file_that_took_the_pictures_place_is_found_out_before_there_is_room_made_for_it()
    {
        using (var file = File.Create(FilePath)) file.SetLength(SourceFile.DefaultMaximumSize + 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => SourceFile.ReadAgain(FilePath, new string('0', 64)));
        Assert.Equal(ClovaOcrErrorKind.ImageChanged, problem.Kind);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void What_is_masked_is_what_was_hashed()
    {
        File.WriteAllBytes(FilePath, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8]);
        var source = SourceFile.Read(FilePath, Limit);
        Assert.Equal(source.Hash, SourceFile.HashOf(source.Bytes));
        Assert.Equal(source.Bytes, SourceFile.ReadAgain(FilePath, source.Hash).Bytes);
        File.AppendAllText(FilePath, "x");
        Assert.Equal(ClovaOcrErrorKind.ImageChanged, Assert.Throws<ClovaOcrException>(() => SourceFile.ReadAgain(FilePath, source.Hash)).Kind);
    }

    private void AssertUnreadable(ClovaOcrErrorKind kind)
    {
        var problem = Assert.Throws<ClovaOcrException>(() => SourceFile.ReadBytes(FilePath, Limit));
        Assert.Equal((kind, FilePath), (problem.Kind, problem.FilePath));
    }
}
