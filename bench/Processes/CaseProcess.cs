using System;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Tasks;
using Bench.Cases;

namespace Bench.Processes;

/// <summary>One case in a process of its own, so that CPU time and memory are that case's alone; warmed up when it has started.</summary>
internal sealed class CaseProcess<TFigures> : IDisposable
{
    private readonly Process _process;

    private CaseProcess(Process process) => _process = process;

    /// <param name="name">The case.</param>
    /// <param name="job">What it is to do.</param>
    /// <param name="emulator">What it calls; null when it makes no calls.</param>
    public static async Task<CaseProcess<TFigures>> StartAsync(string name, object job, EmulatorProcess? emulator = null)
    {
        var started = new CaseProcess<TFigures>(
            DotnetProgram.Start("Bench.dll", [CaseProtocol.Verb, name, JsonSerializer.Serialize(job)], emulator));
        try
        {
            await started.ReadAsync();
            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>Does the work that is measured, once more each time.</summary>
    public async Task<TFigures> MeasureAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<TFigures>(await ReadAsync())!;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A case ended before it was measured; see above.");
}
