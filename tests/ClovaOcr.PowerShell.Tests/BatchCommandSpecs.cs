using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Invoke-AlienCardOcr over many files and against a service that fails.</summary>
public sealed class BatchCommandSpecs
{
    public static readonly TheoryData<string> AllFaults =
    [
        "0500", "0501", "0011", "0025", "429", "502", "503", "503 retry-after 1", "504", "truncated", "cut", "reset-before", "reset-after", "hang", "drip", "content-type", "html", "huge",
    ];

    [Fact]
    public async Task Calls_start_while_the_pipeline_is_feeding_and_results_leave_before_the_last_path_was_read()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(60);
        var run = scenario.Run("""
            $fed = @{ Count = 0 }
            Get-ChildItem $folder/*.jpg | ForEach-Object { $fed.Count++; $_ } | Invoke-AlienCardOcr -ThrottleLimit 2 | ForEach-Object { $fed.Count }
            """);
        Assert.Equal(60, run.Output.Count);
        Assert.True((int)run.Output[0].BaseObject < 60, "the first object left after the last path was read");
    }

    [Theory]
    [InlineData("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr | Take-First 3")]
    [InlineData("Invoke-AlienCardOcr $folder/*.jpg | Take-First 3")]
    public async Task Taking_the_first_three_of_a_hundred_pays_for_three_and_one_window_at_the_most(string script)
    {
        await using var scenario = await Scenario.StartAsync(options: new EmulatorOptions { Latency = Latency.Parse("40") });
        scenario.WriteCards(100);
        scenario.Session.Invoke("Import-Module $args[0]", typeof(TakeFirstCommand).Assembly.Location);

        // What runs for the first time is compiled first, and a pipeline that stands still for long counts as a busy one.
        scenario.Run("Invoke-AlienCardOcr $cards/ac-01-english.jpg | Take-First 2");
        var before = scenario.Emulator.Stats.Calls;
        var run = scenario.Run(script);
        Assert.Null(run.Terminating);
        Assert.Equal(3, run.Output.Count);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);
        Assert.InRange(scenario.Emulator.Stats.Calls - before, 3, 3 + 4);
    }

    [Fact]
    public async Task Stopping_aborts_the_calls_under_way_and_starts_none()
    {
        await using var scenario = await Scenario.StartAsync(faults: "always: hang");
        scenario.WriteCards(30);
        using var shell = scenario.Session.Create("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -TimeoutSec 3600");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 4);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.Aborted == 4);
        Assert.Equal((4, 0), (scenario.Emulator.Stats.Calls, scenario.Emulator.Stats.UnderWay));
    }

    [Fact]
    public async Task A_slow_pipeline_behind_leaves_no_call_waiting()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(40);
        using var gate = new SemaphoreSlim(0);
        scenario.Session.State.SetVariable("gate", gate);
        using var shell = scenario.Session.Create("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr | ForEach-Object { $gate.Wait(); $_ }");
        var running = shell.BeginInvoke();

        // The pipeline hangs in its first card: what was fed is read all the same.
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.Success >= 16);
        gate.Release(40);
        Assert.Equal(40, shell.EndInvoke(running).Count);
    }

    [Fact]
    public async Task A_spent_quota_ends_the_command_after_every_paid_answer_and_says_how_many_there_were()
    {
        await using var scenario = await Scenario.StartAsync(options: new EmulatorOptions { Quota = 7 });
        scenario.WriteCards(40);
        var run = scenario.Run("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr");
        Assert.Equal(("QuotaExceeded", 7), (run.TerminatingId, run.Output.Count));
        Assert.Contains("7 answered before", run.Terminating!.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_fault_ends_in_an_object_or_in_an_error_that_names_the_file()
    {
        await using var scenario = await Scenario.StartAsync(options: new EmulatorOptions { Seed = 4, ConcurrencyCap = 5 }, faults: $"20%: {string.Join('|', AllFaults.Select(fault => fault.Data))}");
        scenario.WriteCards(60);
        var run = scenario.Run("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 16 -TimeoutSec 2 -RetryIntervalSec 1 -MaximumRetryCount 2");
        Assert.Null(run.Terminating);
        var named = run.Values("Path").Concat(run.Errors.Select(error => (string)error.TargetObject)).ToArray();
        Assert.Equal(Directory.GetFiles(scenario.Folder).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal)!);
        Assert.All(run.Errors, error => Assert.Matches("\\(request [0-9a-f-]{36}[,)]", error.Exception.Message));
    }

    [Fact]
    public async Task Retries_are_told_on_the_verbose_stream_and_the_figures_at_the_end()
    {
        await using var scenario = await Scenario.StartAsync(faults: "first 2: reset-after");
        scenario.WriteCards(3);
        scenario.Copy("dl-01.png", "other.png");
        var run = scenario.Run("Get-ChildItem $folder/*.* | Invoke-AlienCardOcr -RetryIntervalSec 1 -Verbose");
        var verbose = run.Streams.Verbose.Select(record => record.Message).ToArray();
        Assert.Contains(verbose, line => line.Contains("attempt 1: ConnectionFailed, may have been billed", StringComparison.Ordinal) && line.Contains("again in", StringComparison.Ordinal));
        Assert.Contains(verbose, line => line.Contains("attempt 2: Success", StringComparison.Ordinal));
        Assert.Matches(
            "^Read 3, from the journal 0, wrong card 1, not recognised 0, failed 0; calls 6, refused 0, retried 2, possibly billed twice 2; [0-9.]+ s\\.$",
            verbose[^1]);
        Assert.Contains("2 calls were made again", run.Streams.Warning.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_retries_can_be_set()
    {
        await using var scenario = await Scenario.StartAsync(faults: "always: 0500");
        scenario.WriteCards(1);
        Assert.Equal(["ServiceFault"], scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -MaximumRetryCount 0").ErrorIds);
        Assert.Equal(1, scenario.Emulator.Stats.Calls);
        scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -MaximumRetryCount 2 -RetryIntervalSec 1");
        Assert.Equal(4, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Progress_is_one_bar_with_figures_that_goes_away_and_is_silent_when_asked()
    {
        await using var scenario = await Scenario.StartAsync(options: new EmulatorOptions { Latency = Latency.Parse("60"), ConcurrencyCap = 2 });
        scenario.WriteCards(24);
        scenario.Session.Show("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 3");
        var shown = scenario.Session.Host.Progress;
        Assert.NotEmpty(shown);
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
        Assert.Contains(shown, record => record.StatusDescription.Contains(" of 24 done", StringComparison.Ordinal) && record.PercentComplete is > 0 and <= 100);
        Assert.All(shown, record => Assert.Equal(shown[0].ActivityId, record.ActivityId));
        Assert.DoesNotContain(shown, record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}".Contains("card-", StringComparison.Ordinal));

        var before = scenario.Session.Host.Progress.Count;
        scenario.Session.Show("$ProgressPreference = 'SilentlyContinue'; Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 3");
        Assert.Equal(before, scenario.Session.Host.Progress.Count);
    }

    [Theory]
    [MemberData(nameof(AllFaults))]
    public async Task Over_each_fault_no_stream_and_no_screen_tells_a_name_a_number_or_a_secret_and_every_call_has_its_request(string fault)
    {
        await using var scenario = await Scenario.StartAsync(connect: false, options: null, $"first 3: {fault}");
        var (name, number) = (Scenario.Printed("ac-01-english.jpg", "name"), Scenario.Printed("ac-01-english.jpg", "alienRegNum"));
        for (var i = 0; i < 3; i++)
            File.AppendAllText(scenario.Copy("ac-01-english.jpg", $"{PrivacySpecs.FiledName} {PrivacySpecs.FiledNumber} {i:00}.jpg"), $"{i}");
        const string Script = "Connect-ClovaOcr $url $secret; Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -TimeoutSec 2 -RetryIntervalSec 1 -MaximumRetryCount 1 -Verbose -Debug";
        var run = scenario.Run(Script);

        Assert.Equal(3, run.Output.Count + run.Errors.Count);
        var told = run.Streams.Verbose.Concat<object>(run.Streams.Debug).Concat(run.Streams.Warning).Concat(run.Streams.Information).Concat(scenario.Session.Host.Progress)
            .Select(record => record.ToString()!).ToArray();
        foreach (var line in told.Concat(run.Errors.SelectMany(error => (string[])[error.ToString(), error.Exception.ToString(), error.CategoryInfo.ToString()])))
            AssertSafe(line);
        Assert.All(told, line => Assert.DoesNotContain(name, line, StringComparison.Ordinal));
        Assert.All(told, line => Assert.DoesNotContain(PrivacySpecs.FiledName, line, StringComparison.Ordinal));

        // Calls refused because of too many at once are counted, and told by the last one's request.
        Assert.All(told.Where(line => line.StartsWith("Picture ", StringComparison.Ordinal)), line => Assert.Matches("request [0-9a-f-]{36}", line));
        var stats = scenario.Emulator.Stats;
        var calls = told.Where(line => line.StartsWith("Picture ", StringComparison.Ordinal) && line.Contains("attempt", StringComparison.Ordinal)).ToArray();
        Assert.Equal(stats.Calls - stats.Refused.Where(refused => refused.Key is "0025" or "429").Sum(refused => refused.Value), calls.Length);
        Assert.True(stats.Faults.Count > 0, "the fault was not met");

        scenario.Session.Show(Script);
        AssertSafe(scenario.Screen);

        void AssertSafe(string text)
        {
            Assert.DoesNotContain(number[^7..], text, StringComparison.Ordinal);
            Assert.DoesNotContain(PrivacySpecs.FiledNumber[^7..], text, StringComparison.Ordinal);
            Assert.DoesNotContain(scenario.Emulator.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(scenario.InvokeKey, text, StringComparison.Ordinal);
        }
    }
}
