using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Runs that share the pictures of a folder.</summary>
public sealed class ShardCommandSpecs
{
    [Fact]
    public async Task Runs_with_an_index_each_read_every_picture_once_and_scans_of_the_same_bytes_in_one_run()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(24);
        for (var i = 0; i < 6; i++) File.Copy(Path.Combine(scenario.Folder, $"card-{i:0000}.jpg"), Path.Combine(scenario.Folder, $"again-{i}.jpg"));
        var files = Directory.GetFiles(scenario.Folder);

        var run = scenario.Run("foreach ($index in 0..2) { Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ShardIndex $index -ShardCount 3 -JournalPath $folder/$index.journal }");
        Assert.Empty(run.Errors);
        Assert.Equal(files.Order(StringComparer.Ordinal), run.Values("Path").Order(StringComparer.Ordinal));
        Assert.Equal(24, scenario.Emulator.Stats.Billed);

        scenario.Run("foreach ($index in 0..2) { Invoke-AlienCardOcr $folder/*.jpg -ShardIndex $index -ShardCount 3 -JournalPath $folder/$index.journal }");
        Assert.Equal(24, scenario.Emulator.Stats.Billed);
    }

    [Fact]
    public async Task A_picture_s_share_can_be_told_by_its_ImageHash()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(12);
        var run = scenario.Run("""
            Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 3 -ShardCount 5 | ForEach-Object { [Convert]::ToUInt64($_.ImageHash.Substring(0, 16), 16) % 5 }
            """);
        Assert.NotEmpty(run.Output);
        Assert.All(run.Output, share => Assert.Equal(3UL, share.BaseObject));
    }

    [Fact]
    public async Task Other_shards_pictures_are_told_of_in_figures_only()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(40);
        var run = scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 0 -ShardCount 4 -Verbose");
        var others = 40 - run.Output.Count;
        Assert.Equal(run.Output.Count, scenario.Emulator.Stats.Calls);
        Assert.Equal(run.Output.Count, run.Streams.Verbose.Count(line => line.Message.Contains("1 paid call", StringComparison.Ordinal)));
        Assert.Contains($"; of other shards {others}; ", run.Streams.Verbose.Last().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_pictures_of_other_shards_as_done()
    {
        await using var scenario = await Scenario.StartAsync(options: new EmulatorOptions { Latency = Latency.Parse("150") });
        scenario.WriteCards(40);
        scenario.Session.Show("Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 0 -ShardCount 4 -ThrottleLimit 1");
        Assert.Contains(
            scenario.Session.Host.Progress,
            record => record.StatusDescription.Contains(" of 40 done (", StringComparison.Ordinal)
                && record.StatusDescription.Contains(" of other shards)", StringComparison.Ordinal)
                && record.PercentComplete is > 50 and <= 100);
    }

    [Fact]
    public async Task WhatIf_counts_the_calls_of_this_run_and_names_the_others()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(20);
        var mine = scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 1 -ShardCount 2 -JournalPath $folder/1.journal").Output.Count;
        scenario.Session.Show("Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 1 -ShardCount 2 -JournalPath $folder/1.journal -WhatIf");
        Assert.Contains($"0 paid calls; the journal answers {mine}; {20 - mine} pictures are other shards'", scenario.Screen, StringComparison.Ordinal);
        scenario.Session.Show("Invoke-AlienCardOcr $folder/*.jpg -ShardIndex 0 -ShardCount 2 -WhatIf");
        Assert.Contains($"{20 - mine} paid calls; the journal answers 0; {mine} pictures are other shards'", scenario.Screen, StringComparison.Ordinal);
        Assert.Equal(mine, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_by_every_run()
    {
        await using var scenario = await Scenario.StartAsync();
        File.WriteAllText(Path.Combine(scenario.Folder, "empty.jpg"), "");
        var run = scenario.Run("foreach ($index in 0..3) { Invoke-AlienCardOcr $folder/*.jpg -ShardIndex $index -ShardCount 4 }");
        Assert.Equal(Enumerable.Repeat("FileEmpty", 4), run.ErrorIds);
    }

    [Theory]
    [InlineData("-ShardIndex 0")]
    [InlineData("-ShardCount 8")]
    [InlineData("-ShardIndex 8 -ShardCount 8")]
    public async Task An_index_without_its_count_or_beyond_it_ends_the_command_before_the_journal_is_made(string parameters)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(1);
        var run = scenario.Run($"Invoke-AlienCardOcr $folder/*.jpg -JournalPath $folder/new.journal {parameters}");
        Assert.Equal("InvalidShard", run.TerminatingId);
        Assert.Equal(ErrorCategory.InvalidArgument, run.Terminating!.CategoryInfo.Category);
        Assert.False(File.Exists(Path.Combine(scenario.Folder, "new.journal")));
        Assert.Equal(0, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Nights_that_share_a_folder_leave_each_card_in_one_table()
    {
        await using var night = await NightlyRun.StartAsync();
        var cards = Scenario.Specimens("ac");
        foreach (var card in cards) night.Scan(card, card);

        var rows = Enumerable.Range(0, 2).SelectMany(index =>
        {
            Assert.Equal(0, night.Run($"-ShardIndex {index} -ShardCount 2 -JournalPath ($args[2] + '/{index}.journal')"));
            Assert.Contains("; of other shards ", night.Read("nightly"), StringComparison.Ordinal);
            return night.Rows("cards").Select(row => Path.GetFileName(row[0]));
        }).ToArray();
        Assert.Equal(cards, rows.Order(StringComparer.Ordinal));
        Assert.Equal(cards.Length, night.Emulator.Stats.Billed);
    }

    [Theory]
    [InlineData("-ShardIndex 0", "-ShardCount is a whole number from 1")]
    [InlineData("-ShardCount 2", "-ShardIndex is a whole number from 0 to 1")]
    [InlineData("-ShardIndex 2 -ShardCount 2", "-ShardIndex is a whole number from 0 to 1")]
    [InlineData("-ShardIndex 0.4 -ShardCount 2", "-ShardIndex is a whole number from 0 to 1")]
    [InlineData("-ShardIndex '' -ShardCount 2", "-ShardIndex is a whole number from 0 to 1")]
    [InlineData("-ShardIndex '' -ShardCount ''", "-ShardCount is a whole number from 1")]
    public async Task A_night_with_a_share_that_is_none_ends_with_2_and_says_so(string parameters, string problem)
    {
        await using var night = await NightlyRun.StartAsync();
        Assert.Equal(2, night.Run(parameters));
        Assert.Contains(problem, night.Screen, StringComparison.Ordinal);
    }
}
