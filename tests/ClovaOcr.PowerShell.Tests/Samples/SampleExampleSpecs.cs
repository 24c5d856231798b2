using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>The examples of the samples' help, and the command lines of pages that run a sample, as printed but for the places.</summary>
public sealed class SampleExampleSpecs
{
    private const string Nightly = "scripts/Invoke-NightlyCardOcr.ps1";

    private const string Hosts = "remoting/Invoke-CardOcrOnHosts.ps1";

    private const string Task = "windows-task/Register-CardOcrTask.ps1";

    private const string Rows = "scripts/ConvertTo-SpreadsheetRow.ps1";

    public static TheoryData<string, string> Examples() => [.. SampleExample.All.Select(example => (example.Script, example.Code))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_runs_without_an_error_and_does_something(string script, string code)
    {
        await using var folder = await SampleFolder.StartAsync();
        var before = folder.Files;
        var run = folder.Run(new(script, code));
        Assert.Equal("", string.Join('\n', run.Errors.Append(run.Terminating).OfType<ErrorRecord>()));
        Assert.True(folder.Global("LASTEXITCODE") is null or 0, folder.Screen);
        var changed = folder.Screen.Length > 0 || folder.Global("task") is not null || !folder.Files.SequenceEqual(before);
        Assert.True(changed, "It does nothing.");
    }

    [Fact]
    public void Every_script_for_readers_has_an_example_and_so_has_the_page_of_the_nightly_one()
    {
        // The share's script is for the hosts alone, and Invoke-CardOcrOnHosts.ps1 gives it to them.
        Assert.Equal([Hosts, Rows, Nightly, Task], SampleExample.All.Select(example => example.Script).Distinct());
        Assert.Equal([2 + 1, 1, 1, 1], new[] { Nightly, Hosts, Task, Rows }.Select(script => SampleExample.Of(script).Length));
    }

    [Fact]
    public async Task The_first_of_the_nightly_script_reads_a_night()
    {
        await using var folder = await SampleFolder.StartAsync();
        folder.Run(SampleExample.Of(Nightly)[0]);
        Assert.Equal(("", SampleFolder.Scans.Length), (folder.Screen, folder.Emulator.Stats.Billed));
        var table = Assert.Single(Directory.GetFiles(folder.Place("cards"), "cards-*.csv"));
        Assert.Equal(1 + SampleFolder.Scans.Length, File.ReadLines(table).Count());
    }

    [Theory]
    [InlineData(1, 5, ", then delete its original")]
    [InlineData(2, 4, "")]
    public async Task The_others_say_what_would_be_paid_for_and_change_nothing(int number, int calls, string told)
    {
        await using var folder = await SampleFolder.StartAsync();
        var before = folder.Files;
        var example = SampleExample.Of(Nightly)[number];
        folder.Run(example);
        Assert.Contains("-WhatIf", example.Code, StringComparison.Ordinal);
        Assert.Contains($"{calls} paid calls", folder.Screen, StringComparison.Ordinal);
        Assert.Contains(told, folder.Screen, StringComparison.Ordinal);
        Assert.Equal(0, folder.Emulator.Stats.Calls);
        Assert.Equal(before, folder.Files);
        Assert.False(Directory.Exists(folder.Place("cards")));
    }

    [Fact]
    public async Task The_hosts_read_and_this_machine_masks_every_picture_once_and_no_job_is_left()
    {
        await using var folder = await SampleFolder.StartAsync();
        var run = folder.Run(SampleExample.Of(Hosts).Single());
        Assert.Equal(SampleFolder.Scans, run.Values("SourcePath").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(SampleFolder.Scans.Length, folder.Emulator.Stats.Billed);
        Assert.Equal(SampleFolder.Scans.Length, Directory.GetFiles(folder.Place("samples/remoting/masked")).Length);
        Assert.Equal(
            ["ocr1", "ocr2", "ocr3"],
            Directory.GetFiles(folder.Place("hosts"), "cards.journal", SearchOption.AllDirectories)
                .Select(journal => Path.GetFileName(Path.GetDirectoryName(journal))).Order(StringComparer.Ordinal));
        Assert.Empty(LanguagePrimitives.GetEnumerable(folder.Global("jobs")).Cast<object?>().OfType<object>());
    }

    [Fact]
    public async Task The_task_starts_each_night_as_the_account_that_was_asked_for()
    {
        await using var folder = await SampleFolder.StartAsync();
        folder.Run(SampleExample.Of(Task).Single());
        var task = Assert.IsType<Hashtable>(folder.Global("task"));
        Assert.Equal((true, new TimeSpan(1, 30, 0)), (task["Daily"], task["At"]));
        Assert.Equal(("cards", "account-password"), (task["User"], task["Password"]));
        Assert.Equal("powershell.exe", task["Execute"]);
        var words = JobLine.Parse((string)task["Argument"]!).Words;
        var script = folder.Place(Path.Combine("samples", "scripts", "Invoke-NightlyCardOcr.ps1"));
        Assert.Equal(script, words.SkipWhile(word => word != "-File").ElementAt(1));
        Assert.Equal(
            ["-Path", @"D:\Scans", "-OutputDirectory", @"D:\Cards", "-CredentialPath", @"C:\Jobs\clova-ocr.xml"], words.TakeLast(6));
    }

    [Fact]
    public async Task The_spreadsheet_has_a_row_for_each_card()
    {
        await using var folder = await SampleFolder.StartAsync();
        folder.Run(SampleExample.Of(Rows).Single());
        Assert.Equal(1 + 2, File.ReadLines(folder.Place("samples/scripts/staff.csv")).Count());
    }
}
