using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The journal as a user meets it.</summary>
public sealed class JournalCommandSpecs
{
    private const string Read = "Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal";

    [Fact]
    public async Task A_second_run_pays_for_nothing_and_gives_the_same_cards()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(5);
        var first = scenario.Run(Read);
        var second = scenario.Run(Read);
        Assert.Equal(5, scenario.Emulator.Stats.Calls);
        Assert.Equal(first.Values("Name"), second.Values("Name"));
        Assert.Equal(first.Values("RequestId"), second.Values("RequestId"));
        Assert.All(first.Values("FromJournal"), value => Assert.Equal("False", value));
        Assert.All(second.Values("FromJournal"), value => Assert.Equal("True", value));
    }

    [Fact]
    public async Task The_full_number_is_asked_for_later_without_a_call_and_the_journal_tells_it_to_nobody()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(1);
        Assert.EndsWith("******", scenario.Run(Read).Values("RegistrationNumber").Single(), StringComparison.Ordinal);
        Assert.Equal(
            Scenario.Printed("ac-10-etc-small-gray.jpg", "alienRegNum"), scenario.Run(Read + " -IncludeNumber").Values("RegistrationNumber").Single());
        Assert.Equal(1, scenario.Emulator.Stats.Calls);
        Assert.DoesNotContain(Scenario.Printed("ac-10-etc-small-gray.jpg", "alienRegNum"), File.ReadAllText(Path.Combine(scenario.Folder, "cards.journal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_counts_what_would_be_paid_and_what_the_journal_answers_and_touches_nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(5);
        scenario.Session.Show("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal -WhatIf");
        Assert.Contains("5 paid calls; the journal answers 0", scenario.Screen, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(scenario.Folder, "cards.journal")));
        scenario.Run("Get-ChildItem $folder/card-000[012].jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal");
        scenario.Session.Show("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal -WhatIf");
        Assert.Contains("2 paid calls; the journal answers 3", scenario.Screen, StringComparison.Ordinal);
        Assert.Equal(3, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_second_writer_a_wrong_secret_and_a_file_that_is_no_journal_end_the_command_before_any_call()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(2);
        Assert.Equal("JournalLocked", scenario.Run(Read + " | ForEach-Object { Invoke-AlienCardOcr $folder/card-0001.jpg -JournalPath $folder/cards.journal }").TerminatingId);
        var calls = scenario.Emulator.Stats.Calls;
        File.WriteAllText(Path.Combine(scenario.Folder, "text"), new string('x', 1000));
        Assert.Equal("JournalUnreadable", scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -JournalPath $folder/text").TerminatingId);
        Assert.Equal(new string('x', 1000), File.ReadAllText(Path.Combine(scenario.Folder, "text")));
        Assert.Equal("JournalUnwritable", scenario.Run("Invoke-AlienCardOcr $folder/*.jpg -JournalPath $folder/no/such/folder/j").TerminatingId);
        scenario.Run("Connect-ClovaOcr $url other-secret-of-the-domain");
        Assert.Equal("JournalWrongSecret", scenario.Run(Read).TerminatingId);
        Assert.Equal(calls, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_first_run_with_a_mistyped_secret_leaves_no_journal_that_the_right_one_cannot_open()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(2);
        scenario.Run("Connect-ClovaOcr $url mistyped");
        Assert.Equal("InvalidSecret", scenario.Run(Read).TerminatingId);
        scenario.Run("Connect-ClovaOcr $url $secret");
        Assert.Equal(2, scenario.Run(Read).Output.Count);
    }

    [Fact]
    public async Task Damage_is_an_error_with_its_place_an_unfinished_record_a_warning_and_all_else_goes_on()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(3);
        scenario.Run(Read);
        var path = Path.Combine(scenario.Folder, "cards.journal");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        var run = scenario.Run(Read);
        Assert.Equal(["JournalDamaged"], run.ErrorIds);
        Assert.Matches("byte [0-9]+", run.Errors[0].Exception.Message);
        Assert.Equal((3, 4), (run.Output.Count, scenario.Emulator.Stats.Calls));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^5]);
        var torn = scenario.Run(Read);
        Assert.Equal(["JournalDamaged"], torn.ErrorIds);
        Assert.Contains("is not whole", torn.Streams.Warning.Single().Message, StringComparison.Ordinal);
        Assert.Empty(scenario.Run("$null = Update-AlienCardJournal $folder/cards.journal; " + Read).Errors);
    }

    [Fact]
    public async Task Failures_are_asked_again_with_Refresh_only()
    {
        await using var scenario = await Scenario.StartAsync();
        Pictures.WritePlain(Path.Combine(scenario.Folder, "plain.jpg"));
        scenario.WriteCards(1);
        scenario.Run(Read);
        scenario.Run(Read);
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
        scenario.Run(Read + " -Refresh");
        Assert.Equal(3, scenario.Emulator.Stats.Calls);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("90.0")]
    [InlineData("'90'")]
    [InlineData("([datetime]::MinValue)")]
    [InlineData("([timespan]::MaxValue)")]
    [InlineData("([timespan]::MinValue)")]
    [InlineData("$null")]
    public async Task An_age_that_is_none_is_refused_because_it_would_drop_nothing_and_say_nothing(string age)
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($"Update-AlienCardJournal $folder/cards.journal -OlderThan {age}");
        Assert.Equal("ParameterArgumentTransformationError", run.TerminatingId);
        Assert.Contains("New-TimeSpan -Days 90", run.Terminating!.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_answers_are_dropped_by_moment_or_by_age_and_WhatIf_only_counts()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(3);
        scenario.Run(Read);
        scenario.Session.Show("Update-AlienCardJournal $folder/cards.journal -OlderThan ([datetime]::Now.AddDays(1)) -WhatIf");
        Assert.Contains("0 answers kept, 3 dropped", scenario.Screen, StringComparison.Ordinal);
        Assert.Equal(["3"], scenario.Run("Update-AlienCardJournal $folder/cards.journal -OlderThan ([timespan]::FromDays(90))").Values("Kept"));
        var run = scenario.Run("Update-AlienCardJournal -JournalPath $folder/cards.journal -OlderThan ([timespan]::FromDays(-1))");
        Assert.Equal(("0", "3"), (run.Values("Kept").Single(), run.Values("Dropped").Single()));
        scenario.Run(Read);
        Assert.Equal(6, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_journal_follows_a_new_secret()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(2);
        scenario.Run(Read);
        scenario.Run("Connect-ClovaOcr $url new-secret-of-the-domain");
        Assert.Equal("JournalWrongSecret", scenario.Run("Update-AlienCardJournal $folder/cards.journal -NewSecret x").TerminatingId);
        Assert.Empty(scenario.Run("Update-AlienCardJournal $folder/cards.journal -Secret $secret -NewSecret new-secret-of-the-domain").Errors);
        Assert.Equal(2, scenario.Run(Read).Output.Count);
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
    }
}
