using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Examples;

/// <summary>
/// The examples of every page, as printed: each page from top to bottom in one session, in a folder with some specimens. Those that need
/// a whole PowerShell, or Windows, say so at their fence; they are checked for what they call, and Pester runs them.
/// </summary>
public sealed class ExampleSpecs
{
    // What a reader fills in.
    private const string PlaceholderUrl = "https://<id>.apigw.ntruss.com/custom/v1/<domain>/<invoke key>";

    private static readonly string[] OfTheSessionAlone = ["Connect-ClovaOcr", "Disconnect-ClovaOcr"];

    private static readonly string[] Specimens = ["ac-01-english.jpg", "ac-02-korean.jpg", "ac-12-new-layout.jpg", "ac-07-gray.png"];

    private static readonly string StandIns = Path.Combine(Checkout.Root, "tests", "ClovaOcr.PowerShell.Tests", "Examples", "StandIns.ps1");

    public static TheoryData<string> PagesWithExamples => [.. MarkdownExample.Pages.Where(page => MarkdownExample.Of(page).Any(example => example.RunsInTheEngine))];

    public static TheoryData<string> AllPages => [.. MarkdownExample.Pages.Where(page => MarkdownExample.Of(page).Count > 0)];

    [Theory]
    [MemberData(nameof(PagesWithExamples))]
    public async Task A_pages_examples_run_as_printed_from_top_to_bottom(string page)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Session.Invoke(await File.ReadAllTextAsync(StandIns, TestContext.Current.CancellationToken));
        Lay(scenario);
        var commands = CommandsOf(scenario);
        foreach (var example in MarkdownExample.Of(page).Where(example => example.RunsInTheEngine))
        {
            scenario.Session.State.Path.SetLocation(example.RunsInTheCheckout ? Checkout.Root : scenario.Folder);
            scenario.Session.Invoke("Connect-ClovaOcr -InvokeUrl $url -Secret $secret");
            var before = Traces(scenario);
            var run = scenario.RunUnkept(example.Code.Replace(PlaceholderUrl, scenario.Emulator.InvokeUrl, StringComparison.Ordinal) + "\n");
            Assert.Equal("", string.Join('\n', run.Errors.Append(run.Terminating).OfType<ErrorRecord>().Select(error => $"{example}: {error}")));
            foreach (var shown in Directory.EnumerateFiles(scenario.Folder, "*.html", SearchOption.AllDirectories))
                Evidence.MayHold(TellTale.Names, shown, "a page on which names are checked");
            Assert.True(run.Output.Count > 0 || Traces(scenario) != before || !CallsForSomethingToSee(example, commands), $"{example} does nothing.");
        }
    }

    /// <summary>A misspelt parameter is found in examples that cannot be run here, too.</summary>
    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task A_pages_examples_call_what_there_is(string page)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var commands = CommandsOf(scenario);
        foreach (var example in MarkdownExample.Of(page))
        {
            Assert.Subset(MarkdownExample.KnownWords.ToHashSet(), example.Words.ToHashSet());
            var script = Parser.ParseInput(example.Code, out _, out var errors);
            Assert.Equal("", string.Join('\n', errors.Select(error => $"{example}: {error.Message}")));
            foreach (var call in script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                if (call.GetCommandName() is not { } name || !commands.TryGetValue(name, out var command)) continue;
                foreach (var parameter in call.CommandElements.OfType<CommandParameterAst>())
                    Assert.True(IsKnown(command, parameter.ParameterName), $"{example}: {name} has no -{parameter.ParameterName}.");
            }
        }
    }

    /// <summary>The folder that the examples speak of, after a first run that kept a journal, a table and somebody's marks.</summary>
    private static void Lay(Scenario scenario)
    {
        foreach (var specimen in Specimens) scenario.Copy(specimen, Path.Combine("cards", specimen));
        var scripts = Directory.CreateDirectory(Path.Combine(scenario.Folder, "samples", "scripts")).FullName;
        foreach (var script in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "samples", "scripts")))
            File.Copy(script, Path.Combine(scripts, Path.GetFileName(script)));
        scenario.Session.Invoke("""
            Connect-ClovaOcr -InvokeUrl $url -Secret $secret
            $card = Invoke-AlienCardOcr $folder/cards/ac-01-english.jpg -JournalPath $folder/cards.journal
            $card | Export-Csv $folder/staff.csv
            [pscustomobject] @{ ImageHash = $card.ImageHash; Checked = $true } | Export-Csv $folder/marks.csv
            """);
    }

    private static bool IsKnown(CommandInfo command, string parameter) =>
        command.Parameters.Values.Any(known => known.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase)
            || known.Aliases.Contains(parameter, StringComparer.OrdinalIgnoreCase));

    /// <summary>What an example changed where one can see it: the screen, and the folder's files.</summary>
    private static string Traces(Scenario scenario) =>
        string.Join('\n', Directory.EnumerateFiles(scenario.Folder, "*", SearchOption.AllDirectories)
            .Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file).Ticks}").Order(StringComparer.Ordinal).Append(scenario.Screen));

    /// <summary>Whether a command of the module is called whose effect is neither in a variable nor in the session alone.</summary>
    private static bool CallsForSomethingToSee(MarkdownExample example, Dictionary<string, CommandInfo> commands)
    {
        var script = Parser.ParseInput(example.Code, out _, out _);
        return script.Find(node => node is AssignmentStatementAst, searchNestedScriptBlocks: false) is null
            && script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
                .Any(call => call.GetCommandName() is { } name && commands.ContainsKey(name) && !OfTheSessionAlone.Contains(name));
    }

    private static Dictionary<string, CommandInfo> CommandsOf(Scenario scenario) =>
        scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CommandInfo)command.BaseObject)
            .ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
}
