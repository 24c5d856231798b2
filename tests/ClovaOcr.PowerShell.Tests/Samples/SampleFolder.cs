using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>A folder with the samples' scripts, scans and an environment file: examples run there as printed but for the places.</summary>
internal sealed class SampleFolder : IAsyncDisposable
{
    // Relative ones, so that they need no quotation marks.
    private static readonly (string Printed, string Place)[] Places =
        [("/srv/", "../../"), ("/mnt/", "../../"), ("~/.clova-ocr.env", "../../environment")];

    private readonly Scenario _scenario;

    private SampleFolder(Scenario scenario)
    {
        _scenario = scenario;
        foreach (var file in SampleFile.Scripts()) Lay(file, Place(Path.Combine("samples", Path.GetRelativePath(SampleFile.Folder, file))));
        foreach (var scan in Scans) scenario.Copy(scan, Path.Combine("scans", scan));
        scenario.Copy("ac-07-gray.png", Path.Combine("scans", "below", "ac-07-gray.png"));
        foreach (var scan in Scans[..2]) scenario.Copy(scan, Path.Combine("samples", "scripts", "cards", scan));
        var environment = Place("environment");
        File.WriteAllText(environment, $"CLOVA_OCR_INVOKE_URL={Emulator.InvokeUrl}\nCLOVA_OCR_SECRET={Emulator.Secret}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(environment, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Evidence.MayHold(TellTale.Secrets, environment, "it is the environment file that a job is given");
    }

    /// <summary>The pictures in the folder of scans by name; each can be masked. A folder below has one more.</summary>
    public static string[] Scans { get; } = ["ac-01-english.jpg", "ac-02-korean.jpg", "ac-04-exif-6.jpg", "ac-12-new-layout.jpg"];

    public CardOcrEmulator Emulator => _scenario.Emulator;

    /// <summary>What was printed.</summary>
    public string Screen => _scenario.Screen;

    /// <summary>Every file there is.</summary>
    public string[] Files => [.. Directory.GetFiles(_scenario.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static async Task<SampleFolder> StartAsync()
    {
        var scenario = await Scenario.StartAsync();
        var tests = Path.Combine(Checkout.Root, "tests", "ClovaOcr.PowerShell.Tests");
        foreach (var folder in new[] { "Examples", "Samples" })
            scenario.Session.Invoke(await File.ReadAllTextAsync(Path.Combine(tests, folder, "StandIns.ps1")));
        return new SampleFolder(scenario);
    }

    public string Place(string name) => Path.Combine(_scenario.Folder, name);

    public object? Global(string variable) => _scenario.Session.State.GetVariable(variable);

    /// <summary>Runs an example in its script's folder.</summary>
    public Run Run(SampleExample example)
    {
        _scenario.Session.State.Path.SetLocation(Place(Path.Combine("samples", example.Folder)));
        var code = Places.Aggregate(example.Code, (text, place) => text.Replace(place.Printed, place.Place, StringComparison.Ordinal));
        return _scenario.Run(code + "\n");
    }

    public ValueTask DisposeAsync() => _scenario.DisposeAsync();

    private static void Lay(string file, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
}
