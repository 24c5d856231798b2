using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What the nightly script does with the originals, and what it tells of them.</summary>
public sealed class NightlyOriginalSpecs
{
    private const string Mask = "-MaskedDirectory $folder/masked ";
    private const string Move = Mask + "-OnMasked Move -MoveTo $folder/moved ";
    private const string Delete = Mask + "-OnMasked Delete ";

    private static readonly string[] Cards = [.. Scenario.Specimens("ac").Where(name => (string?)Scenario.Truth(name)["layout"] == "2011").Take(3)];

    [Theory]
    [InlineData("")]
    [InlineData(Mask)]
    public async Task Originals_stay_when_nothing_else_is_asked_for(string arguments)
    {
        await using var night = await NightlyRun.StartAsync();
        var scan = night.Scan(Cards[0], "card.jpg");
        Assert.Equal(0, night.Run(arguments));
        Assert.True(File.Exists(scan));
        Assert.Equal(arguments.Length > 0, Directory.Exists(night.Masked));
    }

    [Fact]
    public async Task A_proved_original_is_moved_and_keeps_its_name_folder_and_bytes()
    {
        await using var night = await NightlyRun.StartAsync();
        var scan = night.Scan(Cards[0], Path.Combine("monday", "card [1].jpg"));
        var bytes = File.ReadAllBytes(scan);

        Assert.Equal(0, night.Run(Move + "-Recurse"));
        Assert.False(File.Exists(scan));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(night.Place("moved"), "monday", "card [1].jpg")));
        var copy = Path.Combine(night.Masked, "monday", "card [1].masked.jpg");
        Assert.True(File.Exists(copy));
        Assert.Equal(copy, night.Rows("cards").Single()[^1]);
    }

    [Fact]
    public async Task A_proved_original_is_deleted()
    {
        await using var night = await NightlyRun.StartAsync();
        var scans = Cards.Select(card => night.Scan(card, card)).ToArray();
        Assert.Equal(0, night.Run(Delete));
        Assert.All(scans, scan => Assert.False(File.Exists(scan)));
        Assert.Equal(scans.Length, Directory.GetFiles(night.Masked).Length);
        Assert.Contains($"deleted {scans.Length}; exit code 0", night.Read("nightly"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Move)]
    [InlineData(Delete)]
    public async Task An_original_without_a_proof_stays_and_its_row_says_why(string arguments)
    {
        await using var night = await NightlyRun.StartAsync();
        var refused = night.ScanUnmaskable("refused.png");
        var other = night.Scan(Scenario.Specimens("ic")[0], "identity" + Path.GetExtension(Scenario.Specimens("ic")[0]));
        var taken = night.Scan(Cards[0], "taken.jpg");
        Directory.CreateDirectory(night.Masked);
        File.WriteAllText(Path.Combine(night.Masked, "taken.masked.jpg"), "of another card");

        Assert.Equal(1, night.Run(arguments));
        Assert.All([refused, other, taken], scan => Assert.True(File.Exists(scan)));
        Assert.Equal(["WrongCardType", "MaskingUnsupported", "DestinationExists"], night.Rows("failures").Select(row => row[1]));
        Assert.Equal("of another card", File.ReadAllText(Path.Combine(night.Masked, "taken.masked.jpg")));
        Assert.Single(Directory.GetFileSystemEntries(night.Masked));
    }

    [Theory]
    [InlineData("$Card.Path")]
    [InlineData("$Proof.Path")]
    public async Task An_original_stays_when_it_or_its_copy_changed_after_the_proof(string changed)
    {
        await using var night = await NightlyRun.StartAsync();
        var scan = night.Scan(Cards[0], "card.jpg");
        var change = Before("$isProved =", $"[System.IO.File]::AppendAllText({changed}, 'x')");

        Assert.Equal(1, night.Run(Delete, change));
        Assert.True(File.Exists(scan));
        Assert.Equal("ProofNotVerified", night.Rows("failures").Single()[1]);
    }

    [Fact]
    public async Task The_row_of_an_original_is_on_the_disk_before_it_goes()
    {
        await using var night = await NightlyRun.StartAsync();
        foreach (var card in Cards) night.Scan(card, card);
        var look = Before("[File]::Delete($Card.Path)", """
            $stream = [System.IO.FileStream]::new([System.IO.Directory]::GetFiles("$folder/output", 'cards-*.partial')[0], 'Open', 'Read', 'ReadWrite')
            $global:seen += , @([System.IO.StreamReader]::new($stream).ReadToEnd().Split("`n").Length; [System.IO.Directory]::GetFiles("$folder/scans").Length)
            $stream.Dispose()
            """);
        night.Run(Delete, "$global:seen = @(); " + look);

        // The lines of the file, the empty one behind the last included, and the scans that are left.
        Assert.Equal(["3/3", "4/2", "5/1"], night.Global("seen").Select(pair => string.Join('/', pair)));
    }

    [Fact]
    public async Task Nothing_in_the_folder_of_moved_originals_is_written_over()
    {
        await using var night = await NightlyRun.StartAsync();
        var scan = night.Scan(Cards[0], "card.jpg");
        Directory.CreateDirectory(night.Place("moved"));
        File.WriteAllText(Path.Combine(night.Place("moved"), "card.jpg"), "of another card");

        Assert.Equal(1, night.Run(Move));
        Assert.True(File.Exists(scan));
        Assert.Equal("of another card", File.ReadAllText(Path.Combine(night.Place("moved"), "card.jpg")));
        Assert.Equal("OriginalNotRemoved", night.Rows("failures").Single()[1]);
    }

    [Fact]
    public async Task A_link_and_what_it_leads_to_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights on Windows.");
        await using var night = await NightlyRun.StartAsync();
        var scan = night.Scan(Cards[0], Path.Combine("..", "elsewhere.jpg"));
        File.CreateSymbolicLink(Path.Combine(night.Scans, "card.jpg"), scan);

        Assert.Equal(1, night.Run(Delete));
        Assert.True(File.Exists(Path.Combine(night.Scans, "card.jpg")));
        Assert.Equal("OriginalIsLink", night.Rows("failures").Single()[1]);
    }

    [Fact]
    public async Task WhatIf_calls_nothing_changes_nothing_and_says_what_would_be()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");
        var before = night.Files();

        Assert.Equal(0, night.Run(Delete + "-WhatIf"));
        Assert.Equal(before, night.Files());
        Assert.Equal(0, night.Emulator.Stats.Calls);
        Assert.Contains("1 paid calls", night.Screen, StringComparison.Ordinal);
        Assert.Contains("then delete its original", night.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_and_the_screen_tell_no_name_number_file_or_secret()
    {
        await using var night = await NightlyRun.StartAsync();
        var (name, number) = (Scenario.Printed(Cards[0], "name"), Scenario.Printed(Cards[0], "alienRegNum"));
        var filed = $"{PrivacySpecs.FiledName} {PrivacySpecs.FiledNumber}";
        night.Scan(Cards[0], $"{filed}.jpg");
        night.ScanUnmaskable(Path.Combine($"{filed} below", $"{filed}.png"));
        File.WriteAllText(Path.Combine(night.Scans, $"{filed} text.jpg"), filed);
        File.WriteAllText(Path.Combine(night.Scans, $"{filed} empty.jpg"), "");

        Assert.Equal(1, night.Run(Move + "-Recurse -Verbose"));
        var told = night.Read("nightly") + night.Screen;
        Assert.Contains("MaskingUnsupported", told, StringComparison.Ordinal);
        foreach (var secret in new[]
        {
            name, number[..6], number[^7..], PrivacySpecs.FiledName, PrivacySpecs.FiledNumber[..6], PrivacySpecs.FiledNumber[^7..], ".jpg", "below", night.Emulator.Secret, new Uri(night.Emulator.InvokeUrl).Segments[^1],
        })
        {
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }

        Assert.All(Directory.GetFileSystemEntries(night.Masked, "*", SearchOption.AllDirectories), copy => Assert.DoesNotContain(PrivacySpecs.FiledNumber[^6..], copy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_night_writes_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");
        night.Run(Move);
        Assert.All(NightlyRun.Modes(Directory.GetFiles(night.Output)), mode => Assert.Equal("UserWrite, UserRead", mode));
        Assert.All(NightlyRun.Modes([night.Output, night.Masked, night.Place("moved")]), mode => Assert.Equal("UserExecute, UserWrite, UserRead", mode));
    }

    /// <summary>Lets another script run each time before a line of the nightly one.</summary>
    private static string Before(string line, string script)
    {
        var number = Array.FindIndex(File.ReadAllLines(NightlyRun.Script), text => text.Contains(line, StringComparison.Ordinal)) + 1;
        return $"[void][runspace]::DefaultRunspace.Debugger.SetLineBreakpoint($args[0], {number}, 0, {{ {script} }}); ";
    }
}
