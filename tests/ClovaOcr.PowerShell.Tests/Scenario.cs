using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>An emulator, a session with the module, a screen to read afterwards, and a folder of the test's own.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    private static readonly SpecimenSet KnownSpecimens = SpecimenSet.Load(SpecimenSet.DefaultFolder);

    private readonly StringWriter _screen = new();

    private Scenario(CardOcrEmulator emulator)
    {
        Emulator = emulator;
        Session = new ModuleSession(_screen);
        Folder = Directory.CreateTempSubdirectory("clova-ocr-").FullName;
        Session.State.SetVariable("url", emulator.InvokeUrl);
        Session.State.SetVariable("secret", emulator.Secret);
        Session.State.SetVariable("secretKey", emulator.SecretKey);
        Session.State.SetVariable("folder", Folder);
        Session.State.SetVariable("cards", Checkout.Cards);
    }

    public CardOcrEmulator Emulator { get; }

    public ModuleSession Session { get; }

    public string Folder { get; }

    /// <summary>All that was printed, every stream that is shown included.</summary>
    public string Screen => _screen.ToString();

    /// <summary>The last part of the invoke URL, which is a credential.</summary>
    public string InvokeKey => Emulator.InvokeUrl.Split('/', StringSplitOptions.RemoveEmptyEntries).Last();

    /// <summary>An emulator that knows the specimens and nothing else.</summary>
    public static Task<Scenario> StartAsync(bool connect = true, EmulatorOptions? options = null, params string[] faults) =>
        StartOnAsync(connect, (options ?? new EmulatorOptions()) with { Reader = ReaderChoice.Specimens, Faults = [.. faults.Select(FaultSpec.Parse)] });

    /// <summary>An emulator that reads every picture with Tesseract; the test is skipped where that is not installed.</summary>
    public static async Task<Scenario> StartWithTesseractAsync()
    {
        try
        {
            return await StartOnAsync(connect: true, new EmulatorOptions { Reader = ReaderChoice.Tesseract });
        }
        catch (TesseractMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }

    /// <summary>What is printed on a specimen and where.</summary>
    public static JsonNode Truth(string specimen) => JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Cards, Path.ChangeExtension(specimen, ".json"))))!;

    /// <summary>The text of a specimen's field.</summary>
    public static string Printed(string specimen, string field) => (string)Truth(specimen)["fields"]![field]![0]!["text"]!;

    /// <summary>The specimens' pictures whose names begin so, in order.</summary>
    public static string[] Specimens(string beginning = "") =>
        [.. Directory.EnumerateFiles(Checkout.Cards).Select(file => Path.GetFileName(file)!)
            .Where(name => Path.GetExtension(name) is ".jpg" or ".png" && name.StartsWith(beginning, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Copies a specimen into the folder under a name of the test's.</summary>
    public string Copy(string specimen, string name)
    {
        var copy = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Path.Combine(Checkout.Cards, specimen), copy);
        return copy;
    }

    /// <summary>Puts small cards of different bytes into the folder, called <c>card-0000.jpg</c> and so on.</summary>
    public void WriteCards(int count)
    {
        var card = File.ReadAllBytes(Path.Combine(Checkout.Cards, "ac-10-etc-small-gray.jpg"));
        for (var i = 0; i < count; i++) File.WriteAllBytes(Path.Combine(Folder, $"card-{i:0000}.jpg"), [.. card, .. BitConverter.GetBytes(i)]);
    }

    /// <summary>Runs a script and returns what it wrote to each stream, of which a search for leaks gets a copy.</summary>
    public Run Run(string script, params object?[] arguments)
    {
        var run = RunUnkept(script, arguments);
        SessionEvidence.Keep(run, isNumberAskedFor: script.Contains("IncludeNumber", StringComparison.Ordinal));
        return run;
    }

    /// <summary>Runs a script of so much output that its test looks for leaks by itself.</summary>
    public Run RunUnkept(string script, params object?[] arguments)
    {
        // Without the try, an error that ends a command would end only its statement.
        using var shell = Session.Create($"try {{ {script} }} catch {{ throw }}", arguments);
        var output = new List<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            terminating = exception.ErrorRecord;
        }

        return new Run(output, [.. shell.Streams.Error], terminating, shell.Streams);
    }

    public async ValueTask DisposeAsync()
    {
        SessionEvidence.Keep(Session, Screen);
        Session.Dispose();
        await Emulator.DisposeAsync();
        Evidence.Delete(Folder);
    }

    private static async Task<Scenario> StartOnAsync(bool connect, EmulatorOptions options)
    {
        var scenario = new Scenario(await CardOcrEmulator.StartAsync(options with
        {
            Specimens = KnownSpecimens,
            Secret = options.Secret ?? TellTaleSecret.Secret,
            InvokeKey = TellTaleSecret.InvokeKey,
        }));
        if (connect) scenario.Session.Invoke("Connect-ClovaOcr -InvokeUrl $url -Secret $secret");
        return scenario;
    }
}
