using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using ClovaOcr.Platform;

namespace ClovaOcr.JournaledRun;

/// <summary>Takes each step for real, and kills its own process before one of them.</summary>
internal sealed class SuddenDisk : Disk
{
    private int _stepsLeft;

    private SuddenDisk(int steps) => _stepsLeft = steps;

    public static SuddenDisk EndingAt(string step) => new(int.Parse(step, CultureInfo.InvariantCulture));

    public override FileStream CreateNew(string path)
    {
        EndOrGoOn();
        return base.CreateNew(path);
    }

    public override void CreateFolder(string path)
    {
        EndOrGoOn();
        base.CreateFolder(path);
    }

    public override void Write(FileStream file, long offset, byte[] bytes)
    {
        EndOrGoOn();
        base.Write(file, offset, bytes[..(bytes.Length / 2)]);
        EndOrGoOn();
        base.Write(file, offset, bytes);
    }

    public override void Flush(FileStream file)
    {
        EndOrGoOn();
        base.Flush(file);
    }

    public override void FlushFolderOf(string path)
    {
        EndOrGoOn();
        base.FlushFolderOf(path);
    }

    public override void Move(string from, string to)
    {
        EndOrGoOn();
        base.Move(from, to);
    }

    public override void Replace(string from, string to)
    {
        EndOrGoOn();
        base.Replace(from, to);
    }

    public override void Delete(string path)
    {
        EndOrGoOn();
        base.Delete(path);
    }

    private void EndOrGoOn()
    {
        if (Interlocked.Decrement(ref _stepsLeft) != 0) return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
