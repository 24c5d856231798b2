using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using ClovaOcr.Emulator;

namespace Bench.Processes;

/// <summary>The emulator in a process of its own, so that its CPU time and memory are not counted as its callers'.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    public const string UrlVariable = "CLOVA_OCR_INVOKE_URL";
    public const string SecretVariable = "CLOVA_OCR_SECRET";

    private readonly Process _process;

    private EmulatorProcess(Process process, string invokeUrl, string secret) => (_process, InvokeUrl, Secret) = (process, invokeUrl, secret);

    public string InvokeUrl { get; }

    public string Secret { get; }

    public static async Task<EmulatorProcess> StartAsync(int latencyMilliseconds, int? cap = null)
    {
        string[] arguments = ["--port", "0", "--reader", "specimens", "--latency", $"{latencyMilliseconds}"];
        var process = DotnetProgram.Start("ClovaOcr.Emulator.dll", cap is null ? arguments : [.. arguments, "--concurrency-cap", $"{cap}"]);
        try
        {
            var url = await ReadAsync(process.StandardOutput, UrlVariable);
            return new EmulatorProcess(process, url, await ReadAsync(process.StandardOutput, SecretVariable));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>Gives a program that is about to start the address and the secret, as a scheduled job gets them.</summary>
    public void TellTo(ProcessStartInfo start)
    {
        start.Environment[UrlVariable] = InvokeUrl;
        start.Environment[SecretVariable] = Secret;
        start.Environment["NO_PROXY"] = "*";
    }

    public Task<EmulatorStats> StatsAsync() => ServiceStats.ReadAsync(InvokeUrl);

    public void Dispose() => End(_process);

    private static async Task<string> ReadAsync(TextReader output, string variable) =>
        await output.ReadLineAsync() is { } line && line.StartsWith(variable + "=", StringComparison.Ordinal)
            ? line[(variable.Length + 1)..]
            : throw new InvalidOperationException("The emulator did not start.");

    private static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
