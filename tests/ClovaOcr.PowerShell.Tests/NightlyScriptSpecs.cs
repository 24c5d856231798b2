using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The nightly script as far as the engine alone can run it; tests/Pester/Nightly.Tests.ps1 runs it as a job.</summary>
public sealed partial class NightlyScriptSpecs
{
    private static readonly string[] Cards = [.. Scenario.Specimens("ac").Where(name => (string?)Scenario.Truth(name)["layout"] == "2011").Take(3)];

    [Fact]
    public async Task A_night_that_reads_all_leaves_a_row_for_each_card_and_ends_with_0()
    {
        await using var night = await NightlyRun.StartAsync();
        foreach (var card in Cards) night.Scan(card, card);

        Assert.Equal(0, night.Run());
        Assert.Equal(Cards.Select(card => Path.Combine(night.Scans, card)), night.Rows("cards").Select(row => row[0]));
        Assert.Equal(Cards.Select(card => Scenario.Printed(card, "name")), night.Rows("cards").Select(row => row[3]));
        Assert.All(night.Rows("cards"), row => Assert.Matches(@"^\d{6}-\d\*{6}$", row[4]));
        Assert.Empty(night.Rows("failures"));
        Assert.Equal("", night.Screen);
    }

    [Fact]
    public async Task What_was_not_read_has_a_row_that_says_why_and_the_night_ends_with_1()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "1.jpg");
        night.Scan(Scenario.Specimens("ic")[0], "2.jpg");
        Pictures.WritePlain(Path.Combine(night.Scans, "3.png"));
        File.WriteAllText(Path.Combine(night.Scans, "4.jpg"), "");
        File.WriteAllText(Path.Combine(night.Scans, "5.JPG"), "no picture");
        File.WriteAllText(Path.Combine(night.Scans, "6.txt"), "not even called one");

        Assert.Equal(1, night.Run());
        Assert.Single(night.Rows("cards"));
        Assert.Equal(["WrongCardType", "Failure", "FileEmpty", "UnsupportedFormat"], night.Rows("failures").Select(row => row[1]));
        Assert.Equal(["2.jpg", "3.png", "4.jpg", "5.JPG"], night.Rows("failures").Select(row => Path.GetFileName(row[0])));
        Assert.All(night.Rows("failures"), row => Assert.NotEmpty(row[2]));
        Assert.All(night.Rows("failures").Take(2), row => Assert.True(Guid.TryParse(row[3], out _)));
        Assert.All(night.Rows("failures"), row => Assert.Contains($"Picture {row[4]}: {row[1]}", night.Read("nightly"), StringComparison.Ordinal));
        Assert.Contains("unreadable 1", night.Rows("failures").Select(row => row[4]));
    }

    [Fact]
    public async Task A_spent_quota_leaves_both_files_whole_and_ends_with_3()
    {
        await using var night = await NightlyRun.StartAsync(new EmulatorOptions { Quota = 2 });
        foreach (var card in Cards) night.Scan(card, card);

        Assert.Equal(3, night.Run("-ThrottleLimit 1"));
        Assert.Equal(2, night.Rows("cards").Count);
        Assert.Equal(("", "QuotaExceeded"), (night.Rows("failures").Single()[0], night.Rows("failures").Single()[1]));
        Assert.DoesNotContain(Directory.GetFiles(night.Output), file => file.EndsWith(".partial", StringComparison.Ordinal));
        Assert.Contains("QuotaExceeded", night.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_without_the_service_ends_with_2_after_a_few_pictures_in_a_row()
    {
        await using var night = await NightlyRun.StartAsync(new EmulatorOptions { Faults = [FaultSpec.Parse("first 2: 503"), FaultSpec.Parse("every 2: 503")] });
        for (var i = 0; i < 4; i++) night.Scan(Cards[0], $"{i}.jpg");
        Assert.Equal(1, night.Run("-ThrottleLimit 1 -MaximumRetryCount 0"));

        await using var down = await NightlyRun.StartAsync(new EmulatorOptions { Faults = [FaultSpec.Parse("always: 503")] });
        for (var i = 0; i < 20; i++) down.Scan(Cards[i % 3], $"{i:00}.jpg");
        Assert.Equal(2, down.Run("-ThrottleLimit 1 -MaximumRetryCount 0"));
        Assert.Equal(["GatewayFailure", "GatewayFailure", "GatewayFailure", "SetUpWrong"], down.Rows("failures").Select(row => row[1]));
        Assert.InRange(down.Emulator.Stats.Calls, 3, 19);
        Assert.Contains("none of 3 pictures in a row", down.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_night_pays_for_no_picture_again_and_writes_over_nothing()
    {
        await using var night = await NightlyRun.StartAsync();
        foreach (var card in Cards) night.Scan(card, card);
        night.Run("-MaskedDirectory ($args[2] + '/../masked')");
        var before = Directory.GetFiles(night.Output, "*-*").Concat(Directory.GetFiles(night.Masked)).ToDictionary(file => file, File.ReadAllBytes);

        Assert.Equal(0, night.Run("-MaskedDirectory ($args[2] + '/../masked')"));
        Assert.Equal(Cards.Length, night.Emulator.Stats.Billed);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Equal(Cards.Length, Directory.GetFileSystemEntries(night.Masked).Length);
        Assert.Equal(6, Directory.GetFiles(night.Output, "*-*").Length);
        Assert.All(night.Rows("cards"), row => Assert.Equal(("True", true), (row[21], File.Exists(row[22]))));
    }

    [Theory]
    [InlineData("-Bogus 1", "no parameter -Bogus")]
    [InlineData("-ThrottleLimit many", "-ThrottleLimit is a whole number")]
    [InlineData("-MaximumRetryCount 101", "-MaximumRetryCount is a whole number")]
    [InlineData("-OnMasked Burn", "-OnMasked is Keep, Move or Delete")]
    [InlineData("-OnMasked Delete", "needs -MaskedDirectory")]
    [InlineData("-OnMasked Move -MaskedDirectory $folder/masked", "-MoveTo go together")]
    [InlineData("-MoveTo $folder/moved", "-MoveTo go together")]
    [InlineData("-MaskedDirectory $folder/scans/masked", "-MaskedDirectory is inside a folder that is read")]
    [InlineData("-OnMasked Move -MaskedDirectory $folder/masked -MoveTo $folder/scans", "-MoveTo is inside a folder that is read")]
    [InlineData("-OnMasked Move -MaskedDirectory $folder/masked -MoveTo $folder/masked/old", "-MoveTo is inside the folder of masked copies")]
    [InlineData("$folder/gone", "A path of -Path is not there")]
    [InlineData("$folder/gone/*.jpg", "A path of -Path is not there")]
    [InlineData("-CredentialPath $folder/credential.xml", "not both")]
    [InlineData("-JournalPath $folder/environment", "JournalUnreadable")]
    [InlineData("-JournalPath $folder/gone/cards.journal", "JournalUnwritable")]
    public async Task A_wrong_set_up_ends_with_2_says_so_and_leaves_no_results(string arguments, string problem)
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");

        Assert.Equal(2, night.Run(arguments));
        Assert.Contains(problem, night.Screen, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(night.Output) ? Directory.GetFiles(night.Output, "*.csv*") : []);
        Assert.Equal(0, night.Emulator.Stats.Calls);
    }

    [Theory]
    [InlineData("CLOVA_OCR_INVOKE_URL=http://127.0.0.1/custom/v1/1/key", "There is no connection")]
    [InlineData("CLOVA_OCR_INVOKE_UR=http://127.0.0.1/custom/v1/1/key", "Line 1 of the environment file")]
    [InlineData("PATH=/tmp", "Line 1 of the environment file")]
    [InlineData("CLOVA_OCR_INVOKE_URL=nowhere\nCLOVA_OCR_SECRET=x", "InvalidUrl")]
    public async Task A_wrong_environment_file_ends_with_2_and_its_text_is_not_shown(string text, string problem)
    {
        await using var night = await NightlyRun.StartAsync();
        File.WriteAllText(night.Environment, text);

        Assert.Equal(2, night.Run());
        Assert.Contains(problem, night.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('=')[1].Split('\n')[0], night.Screen + night.Read("nightly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_file_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        await using var night = await NightlyRun.StartAsync();
        night.OpenEnvironmentToGroup();

        Assert.Equal(2, night.Run());
        Assert.Contains("chmod 600", night.Screen, StringComparison.Ordinal);
        Assert.Equal(0, night.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_refused_secret_ends_with_2_and_is_not_shown()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");
        night.WriteEnvironment("another-" + TellTaleSecret.Secret);

        Assert.Equal(2, night.Run());
        Assert.Contains("InvalidSecret", night.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(TellTaleSecret.Mark, night.Screen + night.Read("nightly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_does_not_enter_the_environment()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");

        Assert.Equal(0, night.Run());
        Assert.DoesNotContain(night.Emulator.Secret, Environment.GetEnvironmentVariables().Values.Cast<string>());
    }

    [Fact]
    public async Task A_second_run_beside_the_first_ends_with_2_and_says_so()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "card.jpg");
        night.Run();
        using (File.Open(Path.Combine(night.Output, "cards.journal"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(2, night.Run());
            Assert.Contains("JournalLocked: Another run", night.Screen, StringComparison.Ordinal);
            Assert.Contains("JournalLocked: Another run", night.Read("nightly"), StringComparison.Ordinal);
        }

        Assert.Single(Directory.GetFiles(night.Output, "cards-*"));
    }

    [Fact]
    public async Task A_journal_that_a_killed_run_left_torn_is_no_failure_and_a_damaged_one_is()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Cards[0], "1.jpg");
        night.Scan(Cards[1], "2.jpg");
        night.Run("-ThrottleLimit 1");
        var journal = Path.Combine(night.Output, "cards.journal");
        var bytes = File.ReadAllBytes(journal);

        File.WriteAllBytes(journal, bytes[..^1]);
        Assert.Equal(0, night.Run());
        Assert.Contains("last record", night.Read("nightly"), StringComparison.Ordinal);

        bytes[bytes.Length / 4]++;
        File.WriteAllBytes(journal, bytes);
        Assert.Equal(1, night.Run());
        Assert.Equal(("JournalDamaged", journal), (night.Rows("failures").Single()[1], night.Rows("failures").Single()[0]));
        Assert.Equal(2, night.Rows("cards").Count);
    }

    [Fact]
    public async Task What_a_card_says_is_never_a_formula_and_never_breaks_a_row()
    {
        const string Answer = """
            {"requestId":"{requestId}","images":[{"inferResult":"SUCCESS","idCard":{"result":{"isConfident":true,"idtype":"Alien Registration Card",
            "ac":{"name":[{"text":"=1+1","boundingPolys":[]}],"nationality":[{"text":"A \"B\", C","boundingPolys":[]}]}}}}]}
            """;
        await using var night = await NightlyRun.StartAsync();
        await using var server = new RawServer(request => RawServer.Answer(
            "200 OK", Answer.Replace("{requestId}", RequestId().Match(request).Groups[1].Value, StringComparison.Ordinal)));
        night.Scan(Cards[0], "card.jpg");
        night.WriteEnvironment("x", server.InvokeUrl);

        Assert.Equal(0, night.Run());
        Assert.Contains("\"'=1+1\",", night.Read("cards"), StringComparison.Ordinal);
        Assert.Contains("\"A \"\"B\"\", C\",", night.Read("cards"), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"requestId\":\"([^\"]+)\"")]
    private static partial Regex RequestId();
}
