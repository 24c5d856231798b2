using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What people do with every command: common parameters, preferences, try and catch, splatting.</summary>
public sealed class PipelineHabitSpecs
{
    private const string Folder = "Get-ChildItem $folder/*.jpg";

    [Fact]
    public async Task OutVariable_ErrorVariable_and_WarningVariable_hold_what_was_written()
    {
        await using var scenario = await StartAsync(cards: 3, spoilt: 1);
        var run = scenario.Run($$"""
            $seen = @({{Folder}} | Invoke-AlienCardOcr -OutVariable given -ErrorVariable failed -ErrorAction SilentlyContinue)
            $seen.Count, $given.Count, $failed.Count
            $seen[2].ImageHash -eq $given[2].ImageHash
            Invoke-AlienCardOcr -LiteralPath $failed.TargetObject -ErrorVariable +failed -ErrorAction SilentlyContinue
            $failed.Count
            $card = Invoke-AlienCardOcr $cards/ac-14-new-layout-exif-8.jpg
            $null = $card | ConvertTo-MaskedImage $folder/masked -QrCode Ignore -Field name -WarningVariable warned -OutVariable copies -WarningAction SilentlyContinue
            $copies.Count
            $failure = ConvertFrom-AlienCardResponse '{ "requestId": "r", "images": [ { "inferResult": "FAILURE", "message": "m" } ] }'
            $failure | ConvertTo-MaskedImage $folder/masked -WarningVariable warned -WarningAction SilentlyContinue
            $warned.Count
            """);
        Assert.Null(run.Terminating);
        Assert.Equal(["3", "3", "1", "True", "2", "1", "1"], run.Output.Select(line => line.ToString()));
        Assert.Empty(run.Errors);
        Assert.Empty(run.Streams.Warning);
    }

    [Fact]
    public async Task PipelineVariable_is_the_card_that_each_copy_is_of()
    {
        await using var scenario = await StartAsync(cards: 8);
        var run = scenario.Run($$"""
            {{Folder}} -PipelineVariable file | Invoke-AlienCardOcr -PipelineVariable card | ConvertTo-MaskedImage $folder/masked -PipelineVariable copy |
                ForEach-Object { "$($card.ImageHash -eq $copy.SourceHash) $($copy.Path -eq $_.Path)" }
            """.Replace(" -PipelineVariable file", "", StringComparison.Ordinal));
        Assert.Null(run.Terminating);
        Assert.Equal(Enumerable.Repeat("True True", 8), run.Output.Select(line => line.ToString()));
    }

    [Theory]
    [InlineData("Invoke-AlienCardOcr -JournalPath $folder/cards.journal -ErrorAction Stop", "")]
    [InlineData("Invoke-AlienCardOcr -JournalPath $folder/cards.journal", "$ErrorActionPreference = 'Stop'; ")]
    public async Task Stop_ends_the_batch_at_the_first_error_and_the_next_run_pays_for_the_rest_only(string command, string before)
    {
        await using var scenario = await StartAsync(cards: 12, spoilt: 5);
        var stopped = scenario.Run($"{before}{Folder} | {command} -ThrottleLimit 2");
        Assert.Equal("UnsupportedFormat", stopped.TerminatingId);
        Assert.Equal(Path.Combine(scenario.Folder, "card-0005.jpg"), stopped.Terminating!.TargetObject);
        Assert.Equal(5, stopped.Output.Count);
        Assert.Empty(stopped.Errors);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);

        var calls = scenario.Emulator.Stats.Calls;
        var kept = (int)scenario.Run("(Update-AlienCardJournal $folder/cards.journal).Kept").Output.Single().BaseObject;
        Assert.InRange(kept, stopped.Output.Count, 12);
        Assert.Equal(calls, scenario.Emulator.Stats.Calls);

        var rest = scenario.Run($"$ErrorActionPreference = 'Continue'; {Folder} | Invoke-AlienCardOcr -JournalPath $folder/cards.journal");
        Assert.Equal(12, rest.Output.Count);
        Assert.Equal(12 - kept, scenario.Emulator.Stats.Calls - calls);
        Assert.Equal(kept, rest.Values("FromJournal").Count(value => value == "True"));
    }

    [Theory]
    [InlineData("try { {0} -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }")]
    [InlineData("try { {0} -ErrorAction Stop } catch [ClovaOcr.ClovaOcrException] { \"$($_.Exception.Kind),\" }")]
    [InlineData("$ErrorActionPreference = 'Stop'; try { {0} } catch { $_.FullyQualifiedErrorId }")]
    [InlineData("trap { $_.FullyQualifiedErrorId; continue }; {0} -ErrorAction Stop")]
    public async Task An_error_is_caught_as_every_commands_is(string script)
    {
        await using var scenario = await StartAsync(cards: 0, spoilt: 0);
        var run = scenario.Run($"& {{ {script.Replace("{0}", "Invoke-AlienCardOcr $folder/card-0000.jpg", StringComparison.Ordinal)} }}");
        Assert.Null(run.Terminating);
        Assert.StartsWith("UnsupportedFormat,", Assert.Single(run.Output).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SilentlyContinue", 1)]
    [InlineData("Ignore", 0)]
    public async Task An_error_that_is_not_to_be_shown_is_not_shown_and_the_others_go_on(string action, int remembered)
    {
        await using var scenario = await StartAsync(cards: 2, spoilt: 0);
        var run = scenario.Run($"$Error.Clear(); {Folder} | Invoke-AlienCardOcr -ErrorAction {action}; $Error.Count");
        Assert.Empty(run.Errors);
        Assert.Equal(2 + 1, run.Output.Count);
        Assert.Equal(remembered, run.Output[^1].BaseObject);
    }

    [Fact]
    public async Task Parameters_may_be_splatted_and_have_defaults_of_the_users()
    {
        await using var scenario = await StartAsync(cards: 2);
        var run = scenario.Run("""
            $PSDefaultParameterValues['Invoke-AlienCardOcr:JournalPath'] = "$folder/cards.journal"
            $PSDefaultParameterValues['*AlienCard*:Connection'] = Connect-ClovaOcr $url $secret -PassThru
            $with = @{ LP = "$folder/card-0000.jpg", "$folder/card-0001.jpg"; ThrottleLimit = 1; IncludeNumber = $true; ContentType = 'Json' }
            Invoke-AlienCardOcr @with
            Invoke-AlienCardOcr @with
            """);
        Assert.Null(run.Terminating);
        Assert.Equal(["False", "False", "True", "True"], run.Values("FromJournal"));
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task WhatIfPreference_calls_nothing_and_nobody_is_asked_unless_it_was_asked_for()
    {
        await using var scenario = await StartAsync(cards: 2);
        Assert.Empty(scenario.Run($"$WhatIfPreference = $true; {Folder} | Invoke-AlienCardOcr").Output);
        Assert.Equal(0, scenario.Emulator.Stats.Calls);

        // This host throws when a command asks.
        var run = scenario.Run($"""
            $WhatIfPreference = $false
            {Folder} | Invoke-AlienCardOcr -JournalPath $folder/cards.journal | ConvertTo-MaskedImage $folder/masked
            Update-AlienCardJournal $folder/cards.journal
            """);
        Assert.Null(run.Terminating);
        Assert.Equal(2 + 1, run.Output.Count);
        Assert.NotNull(scenario.Run($"{Folder} | Invoke-AlienCardOcr -Confirm").Terminating);
        Assert.Equal(2, scenario.Run($"$ConfirmPreference = 'Low'; {Folder} | Invoke-AlienCardOcr -Confirm:$false").Output.Count);
    }

    /// <summary>A session with cards, and a file in their midst that is no picture.</summary>
    private static async Task<Scenario> StartAsync(int cards, int? spoilt = null)
    {
        var scenario = await Scenario.StartAsync();
        scenario.WriteCards(spoilt is null ? cards : cards + 1);
        if (spoilt is { } number) await File.WriteAllTextAsync(Path.Combine(scenario.Folder, $"card-{number:0000}.jpg"), "no picture");
        return scenario;
    }
}
