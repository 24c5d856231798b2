using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>A program that runs beside the tests, and ends with them at the latest.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public int Id => _process.Id;

    public TextReader Output => _process.StandardOutput;

    /// <summary>All that it writes to stderr, once it has ended.</summary>
    public Task<string> Errors { get; }

    /// <summary>The emulator as it was built.</summary>
    public static ChildProcess Emulator(IEnumerable<string> arguments, string? folder = null, string? path = null) => Start(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "ClovaOcr.Emulator.dll"), .. arguments],
        folder,
        path);

    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working folder; null for the tests'.</param>
    /// <param name="path">Its variable PATH; null for the tests'.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string? folder = null, string? path = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
            Environment = { ["NO_PROXY"] = "*" },
        };
        if (path is not null) start.Environment["PATH"] = path;
        return new ChildProcess(Process.Start(start)!);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop where that can be asked, and ends it elsewhere.</summary>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill();
            return;
        }

        using var kill = Start("kill", ["-TERM", $"{Id}"]);
        Assert.Equal(0, await kill.EndAsync());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
