using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace ReadingScore;

/// <summary>The most memory that this process and any Tesseract had in use, looked at every few milliseconds until it is disposed.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;

    public PeakMemory() => _watch = WatchAsync();

    /// <summary>Of this process, the emulator in it included; bytes.</summary>
    public static long OwnBytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }

    /// <summary>Of the largest process called <c>tesseract</c> on this machine; bytes, 0 when none was seen.</summary>
    public long TesseractBytes { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token)) Look();
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void Look()
    {
        foreach (var process in Process.GetProcessesByName("tesseract"))
        {
            using (process) TesseractBytes = Math.Max(TesseractBytes, PeakOf(process));
        }
    }

    private static long PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime.
            return 0;
        }
    }
}
