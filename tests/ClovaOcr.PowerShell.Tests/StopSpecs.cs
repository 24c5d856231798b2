using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Ctrl+C at each moment of a run: between any two objects, and while the first calls are under way.</summary>
public sealed class StopSpecs
{
    private const int Cards = 4;

    private const string Pipeline =
        "Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 3 -JournalPath $folder/cards.journal | ForEach-Object { & $seen; $_ }"
        + " | ConvertTo-MaskedImage $folder/masked -Force | ForEach-Object { & $seen; $_ }";

    [Fact]
    public async Task Stopped_after_any_event_nothing_escapes_nothing_is_half_done_and_the_session_goes_on()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(Cards);
        for (var stopAfter = 0; stopAfter < 2 * Cards; stopAfter++)
        {
            await StopAsync(scenario, stopAfter);
            Assert.Equal(0, scenario.Emulator.Stats.UnderWay);
            AssertWhole(scenario);
            Directory.Delete(Path.Combine(scenario.Folder, "masked"), recursive: true);
            if (stopAfter % 4 == 3) File.Delete(Path.Combine(scenario.Folder, "cards.journal"));
        }

        var run = scenario.Run("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal | ConvertTo-MaskedImage $folder/masked");
        Assert.Equal((Cards, 0), (run.Output.Count, run.Errors.Count));
        Assert.Equal(Cards, Directory.GetFiles(Path.Combine(scenario.Folder, "masked")).Length);
    }

    [Fact]
    public async Task Stopped_while_calls_hang_the_next_pipeline_of_the_session_works_and_pays_for_no_answer_twice()
    {
        await using var scenario = await Scenario.StartAsync(faults: "every 2: hang");
        scenario.WriteCards(Cards);
        using var shell = scenario.Session.Create("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 2 -TimeoutSec 3600 -JournalPath $folder/cards.journal");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.Faults.Values.Sum() == 2);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);

        var kept = scenario.Run("Update-AlienCardJournal $folder/cards.journal -WhatIf; Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal -TimeoutSec 1 -MaximumRetryCount 9 -RetryIntervalSec 1");
        Assert.Equal((Cards, 0), (kept.Output.Count, kept.Errors.Count));
        Assert.Equal(Cards, scenario.Emulator.Stats.Success);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sixteen_runspaces_use_all_commands_at_once(bool isShared)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(2);
        var shared = isShared ? scenario.Run("Connect-ClovaOcr $url $secret -PassThru").Output.Single() : null;
        var sessions = Enumerable.Range(0, 16).Select(_ => new ModuleSessionOfPool(scenario, shared)).ToArray();
        try
        {
            var results = await Task.WhenAll(sessions.Select((session, i) => session.RunAsync(i)));
            Assert.All(results, result => Assert.Equal("2 read, 2 masked, 2 replayed, 2 kept, 0 errors", result));
            Assert.Equal(16 * 2, scenario.Emulator.Stats.Success);
        }
        finally
        {
            foreach (var session in sessions) session.Dispose();
        }
    }

    /// <summary>Stops the pipeline when so many objects passed one of its two places, from another thread, as Ctrl+C does.</summary>
    private static async Task StopAsync(Scenario scenario, int stopAfter)
    {
        using var shell = scenario.Session.Create("$seen = { $pass.Invoke() }; " + Pipeline);
        using var output = new PSDataCollection<PSObject>();
        var passed = 0;
        Task? stopping = null;
        scenario.Session.State.SetVariable("pass", (Action)(() =>
        {
            if (++passed == stopAfter) stopping = Task.Run(shell.Stop);
        }));
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        if (stopAfter == 0) stopping = Task.Run(shell.Stop);
        try
        {
            shell.EndInvoke(running);
        }
        catch (PipelineStoppedException)
        {
            // What stopping looks like to whoever waits for the pipeline.
        }

        if (stopping is not null) await stopping;
        var given = output.Count;
        SessionEvidence.Keep(shell.Streams);
        Assert.Empty(shell.Streams.Error);
        Assert.Contains(shell.InvocationStateInfo.State, (PSInvocationState[])[PSInvocationState.Stopped, PSInvocationState.Completed]);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);
        Assert.Equal(given, output.Count);
        Directory.CreateDirectory(Path.Combine(scenario.Folder, "masked"));
    }

    /// <summary>No half copy under a final name, no temporary file, and a journal that opens without a complaint.</summary>
    private static void AssertWhole(Scenario scenario)
    {
        foreach (var copy in Directory.GetFiles(Path.Combine(scenario.Folder, "masked")))
        {
            Assert.EndsWith(".masked.jpg", copy, StringComparison.Ordinal);
            Assert.Equal([0xFF, 0xD9], File.ReadAllBytes(copy)[^2..]);
        }

        if (!File.Exists(Path.Combine(scenario.Folder, "cards.journal"))) return;
        var update = scenario.Run("Update-AlienCardJournal $folder/cards.journal");
        Assert.Null(update.Terminating);
        Assert.Equal(0, update.Output.Single().Properties["Damaged"].Value);
    }
}
