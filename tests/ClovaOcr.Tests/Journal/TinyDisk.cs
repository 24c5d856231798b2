using System;
using System.Diagnostics;
using Xunit;

namespace ClovaOcr.Tests.Journal;

/// <summary>A file system of its own with little room, which takes Linux and the right to mount; without them the test is skipped.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyDisk(int size)
    {
        if (TryRun("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _folder.Path)) return;
        _folder.Dispose();
        Assert.Skip("Mounting a small file system is not allowed here.");
    }

    public string Path => _folder.Path;

    public void MakeReadOnly() => Assert.True(TryRun("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Assert.True(TryRun("umount", Path));
        _folder.Dispose();
    }

    /// <summary>Runs a program, and says whether it was there and succeeded.</summary>
    public static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
