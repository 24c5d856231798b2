using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ClovaOcr.Tests;

namespace LeakSearch;

/// <summary>
/// A command that runs with every folder for temporary files, settings, caches and history being one of ours, that leaves its evidence
/// there, and whose output is written down as well as shown. A real PowerShell writes a transcript of each session, by the settings it finds
/// there; on Windows the system's policies decide that. The engine that tests host has not the commands that a transcript needs.
/// </summary>
internal sealed class WatchedRun(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] TemporaryVariables = ["TMPDIR", "TMP", "TEMP"];

    // What PowerShell and .NET keep for a user; on Windows they ask the system, not a variable, for most of it.
    private static readonly (string Variable, string Folder)[] UserVariables =
        [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_STATE_HOME", "state"), ("LOCALAPPDATA", "local"), ("APPDATA", "roaming")];

    /// <summary>Runs the command and returns its exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. Reporting(command)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[EvidenceFolder.Variable] = folder;
        foreach (var variable in TemporaryVariables) start.Environment[variable] = Made("temporary");
        foreach (var (variable, name) in UserVariables)
            if (!OperatingSystem.IsWindows() || start.Environment.ContainsKey(variable)) start.Environment[variable] = Made(Path.Combine("user", name));

        if (!IsTest(command)) await WriteSettingsAsync();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var copies = Task.WhenAll(
            CopyAsync(process.StandardOutput, Console.Out, "output.txt"), CopyAsync(process.StandardError, Console.Error, "errors.txt"));
        await process.WaitForExitAsync();

        // Servers that a build leaves running hold the other end open; what the command itself wrote is there by now.
        await Task.WhenAny(copies, Task.Delay(Patience));
        return process.ExitCode;
    }

    private static bool IsTest(IReadOnlyList<string> command) => command is ["dotnet", "test", ..];

    private Task WriteSettingsAsync() => File.WriteAllTextAsync(
        Path.Combine(Made("user/config/powershell"), "powershell.config.json"),
        JsonSerializer.Serialize(new
        {
            PowerShellPolicies = new
            {
                Transcription = new { EnableTranscripting = true, EnableInvocationHeader = true, OutputDirectory = Made(EvidenceFolder.Transcripts) },
            },
        }));

    private IEnumerable<string> Reporting(IReadOnlyList<string> command) => IsTest(command)
        ? ["--logger", "trx", "--results-directory", Made("results")]
        : [];

    private string Made(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private async Task CopyAsync(TextReader from, TextWriter shown, string name)
    {
        await using var written = new StreamWriter(Path.Combine(Made("console"), name)) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } line)
        {
            await shown.WriteLineAsync(line);
            await written.WriteLineAsync(line);
        }
    }
}
