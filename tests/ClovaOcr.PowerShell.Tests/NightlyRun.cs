using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>A folder of scans for the nightly script, an emulator with options of the test's, and what a run left.</summary>
internal sealed class NightlyRun : IAsyncDisposable
{
    private readonly Scenario _scenario;

    private NightlyRun(Scenario scenario, CardOcrEmulator emulator)
    {
        (_scenario, Emulator) = (scenario, emulator);
        Environment = Place("environment");
        Directory.CreateDirectory(Scans);
        WriteEnvironment(emulator.Secret);
    }

    /// <summary>The script's file.</summary>
    public static string Script { get; } = Path.Combine(Checkout.Root, "samples", "scripts", "Invoke-NightlyCardOcr.ps1");

    public CardOcrEmulator Emulator { get; }

    public string Scans => Place("scans");

    public string Output => Place("output");

    public string Masked => Place("masked");

    /// <summary>The file for <c>-EnvironmentFile</c>.</summary>
    public string Environment { get; }

    /// <summary>What the last run printed.</summary>
    public string Screen { get; private set; } = "";

    public static async Task<NightlyRun> StartAsync(EmulatorOptions? options = null) =>
        new(await Scenario.StartAsync(connect: false), await CardOcrEmulator.StartAsync((options ?? new EmulatorOptions()) with
        {
            Reader = ReaderChoice.Specimens,
            Secret = TellTaleSecret.Secret,
            InvokeKey = TellTaleSecret.InvokeKey,
        }));

    public string Place(string name) => Path.Combine(_scenario.Folder, name);

    /// <summary>Puts a specimen among the scans.</summary>
    public string Scan(string specimen, string name) => _scenario.Copy(specimen, Path.Combine("scans", name));

    /// <summary>A PNG specimen that says it has an animation of one frame: the service reads it, and masking refuses it.</summary>
    public string ScanUnmaskable(string name)
    {
        const int afterHeader = 33;
        var scan = Scan(Scenario.Specimens("ac").First(specimen => specimen.EndsWith(".png", StringComparison.Ordinal)), name);
        var bytes = File.ReadAllBytes(scan);
        File.WriteAllBytes(scan, [.. bytes[..afterHeader], 0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 1, 0, 0, 0, 0, 0xB4, 0x2D, 0xE9, 0xA0, .. bytes[afterHeader..]]);
        return scan;
    }

    public void WriteEnvironment(string secret, string? invokeUrl = null)
    {
        File.WriteAllText(Environment, $"# for the night\nCLOVA_OCR_INVOKE_URL={invokeUrl ?? Emulator.InvokeUrl}\nCLOVA_OCR_SECRET=\"{secret}\"\n");
        SetEnvironmentMode(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Evidence.MayHold(TellTale.Secrets, Environment, "it is the environment file that a job is given");
    }

    public void OpenEnvironmentToGroup() => SetEnvironmentMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

    /// <summary>Runs the script as a job would, and returns its exit code.</summary>
    /// <param name="arguments">What stands behind its name, besides the scans, the output and the environment file.</param>
    /// <param name="before">A script to run first in the same session.</param>
    public int Run(string arguments = "", string before = "")
    {
        return RunLine($"{before}; & $args[0] -Path $args[1] -OutputDirectory $args[2] -EnvironmentFile $args[3] {arguments}; $LASTEXITCODE");
    }

    /// <summary>Runs a script that runs the nightly one, and returns the exit code that is its last result.</summary>
    public int RunLine(string script)
    {
        var printed = _scenario.Screen.Length;
        var run = _scenario.Run(script, Script, Scans, Output, Environment);
        Screen = _scenario.Screen[printed..];
        foreach (var table in Directory.Exists(Output) ? Directory.GetFiles(Output, "*.csv", SearchOption.AllDirectories) : [])
            Evidence.MayHold(TellTale.Names | TellTale.Numbers, table, "the table names its files as they are called");
        return run.Terminating is null ? (int)run.Output[^1].BaseObject : throw run.Terminating.Exception;
    }

    /// <summary>The one file of the output whose name begins so, of the last run.</summary>
    public string Read(string beginning) =>
        File.ReadAllText(Directory.GetFiles(Output, beginning + "-*").MaxBy(File.GetLastWriteTimeUtc)!);

    /// <summary>The rows of a CSV file of the last run, without its head; for cells without line breaks.</summary>
    public IReadOnlyList<string[]> Rows(string beginning) =>
        [.. Read(beginning).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r')[1..^1].Split("\",\""))];

    /// <summary>The values of a global variable of the session that is a list of lists.</summary>
    public IEnumerable<IEnumerable<object>> Global(string variable) =>
        LanguagePrimitives.GetEnumerable(_scenario.Session.State.GetVariable(variable)).Cast<object>()
            .Select(list => LanguagePrimitives.GetEnumerable(list).Cast<object>());

    /// <summary>A global variable of the session that is a hash table.</summary>
    public Hashtable GlobalTable(string variable) => (Hashtable)_scenario.Session.State.GetVariable(variable);

    /// <summary>Every file and folder there is.</summary>
    public IEnumerable<string> Files() => Directory.GetFileSystemEntries(_scenario.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The modes of files; none on Windows.</summary>
    public static IEnumerable<string> Modes(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows()) yield return File.GetUnixFileMode(file).ToString();
        }
    }

    private void SetEnvironmentMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Environment, mode);
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        await _scenario.DisposeAsync();
    }
}
