using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Numbers, names, the secret and the invoke key stay where they belong, even when a file is called by a person's name and number.</summary>
public sealed class PrivacySpecs
{
    private static readonly string Specimen = Scenario.Specimens("ac")[0];
    private static readonly string Number = Scenario.Printed(Specimen, "alienRegNum");
    private static readonly string Name = Scenario.Printed(Specimen, "name");

    // Errors name the file, and with it whoever it is called by: somebody else, so that a search can tell the two apart.
    internal const string FiledName = "SOMEBODY FILED";
    internal const string FiledNumber = "920304-5012345";

    /// <summary>The parts of the numbers that must not be seen.</summary>
    private static string[] Hidden => [Number[^7..], FiledNumber[^7..]];

    [Fact]
    public async Task No_stream_tells_a_number_a_name_the_secret_or_the_invoke_key()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        ArrangeFiles(scenario);
        using var shell = scenario.Session.Create("""
            Connect-ClovaOcr $url $secret -Verbose -Debug
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -Verbose -Debug -OutVariable read | ConvertTo-MaskedImage -DestinationPath $folder/masked -Verbose -Debug
            $read | ConvertTo-MaskedImage -DestinationPath $folder/masked -Verbose -Debug
            """);
        shell.Invoke();
        SessionEvidence.Keep(shell.Streams);

        Assert.True(shell.Streams.Verbose.Count > 3);
        Assert.True(shell.Streams.Error.Count > 3);
        var quiet = shell.Streams.Verbose.Concat<object>(shell.Streams.Debug).Concat(shell.Streams.Warning).Concat(shell.Streams.Information).Concat(shell.Streams.Progress)
            .Concat(scenario.Session.Host.Progress);
        foreach (var record in quiet.Select(record => record.ToString()!))
        {
            AssertSafe(scenario, record);
            Assert.DoesNotContain(Name, record, StringComparison.Ordinal);
            Assert.DoesNotContain(FiledName, record, StringComparison.Ordinal);
        }

        foreach (var error in shell.Streams.Error)
        {
            // An error names the file; the number in its name is masked, and nothing but the target, which scripts need, has it whole.
            AssertSafe(scenario, error.ToString());
            AssertSafe(scenario, error.Exception.ToString());
            AssertSafe(scenario, error.CategoryInfo.ToString());
            AssertSafe(scenario, error.FullyQualifiedErrorId);
        }
    }

    [Fact]
    public async Task What_is_on_the_screen_and_so_in_a_transcript_tells_no_number_and_no_secret()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        ArrangeFiles(scenario);
        scenario.Session.Show("""
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-ClovaOcr $url $secret
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -OutVariable read
            $read | ConvertTo-MaskedImage -DestinationPath $folder/masked
            $read | ConvertTo-MaskedImage -DestinationPath $folder/masked -WhatIf
            $read | ConvertTo-MaskedImage -DestinationPath $folder/masked
            $read.Response.images.idCard.result.ac.alienRegNum
            $read.Fields
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -WhatIf
            Test-AlienRegistrationNumber $read[0].RegistrationNumber
            """);
        Assert.Contains(Name, scenario.Screen, StringComparison.Ordinal);
        Assert.Contains("******", scenario.Screen, StringComparison.Ordinal);
        AssertSafe(scenario, scenario.Screen);
    }

    [Fact]
    public async Task No_member_of_a_card_has_the_number_unless_it_was_asked_for()
    {
        await using var scenario = await Scenario.StartAsync();
        var card = scenario.Run($"Invoke-AlienCardOcr $cards/{Specimen}").Output.Single();
        var all = PSSerializer.Serialize(card, 20);
        Assert.Contains("alienRegNum", all, StringComparison.Ordinal);
        Assert.All(Hidden, hidden => Assert.DoesNotContain(hidden, all, StringComparison.Ordinal));

        var asked = scenario.Run($"Invoke-AlienCardOcr $cards/{Specimen} -IncludeNumber").Output.Single();
        Assert.Equal(Number, asked.Properties["RegistrationNumber"].Value);
        Assert.Contains(Number, PSSerializer.Serialize(asked.Properties["Response"].Value, 20), StringComparison.Ordinal);
        Assert.Contains(Number, PSSerializer.Serialize(asked.Properties["Fields"].Value, 20), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_tells_the_number_and_a_masked_copy_is_not_called_by_it()
    {
        await using var scenario = await Scenario.StartAsync();
        ArrangeFiles(scenario);
        scenario.Run("""
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -OutVariable read | ConvertTo-MaskedImage -DestinationPath $folder/masked
            $read | Export-Csv $folder/cards.csv
            """);
        var copies = Directory.GetFiles(Path.Combine(scenario.Folder, "masked")).Select(Path.GetFileName).ToArray();
        Assert.NotEmpty(copies);
        Assert.All(copies, copy => Assert.DoesNotContain(FiledNumber[^7..], copy!, StringComparison.Ordinal));

        // The path column is the user's own file name; every other column is ours.
        var csv = Regex.Replace(File.ReadAllText(Path.Combine(scenario.Folder, "cards.csv")), "(?m)^\"[^\"]*\",", "");
        AssertSafe(scenario, csv);
    }

    private static void ArrangeFiles(Scenario scenario)
    {
        scenario.Copy(Specimen, $"{FiledName} {FiledNumber}.jpg");
        scenario.Copy(Scenario.Specimens("ac").First(name => name.Contains("new-layout", StringComparison.Ordinal) && name.EndsWith(".jpg", StringComparison.Ordinal)), $"{FiledName} {FiledNumber} new.jpg");
        scenario.Copy(Scenario.Specimens("ic")[0], $"{FiledName} {FiledNumber} id.jpg");
        Pictures.WritePlain(Path.Combine(scenario.Folder, $"{FiledName} {FiledNumber} plain.jpg"));
        File.WriteAllText(Path.Combine(scenario.Folder, $"{FiledName} {FiledNumber} empty.jpg"), "");
        File.WriteAllText(Path.Combine(scenario.Folder, $"{FiledName} {FiledNumber} text.jpg"), $"{FiledName} {FiledNumber}");
    }

    private static void AssertSafe(Scenario scenario, string text)
    {
        Assert.All(Hidden, hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        Assert.DoesNotContain(scenario.Emulator.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.InvokeKey, text, StringComparison.Ordinal);
    }
}
