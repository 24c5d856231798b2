using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What is piped to Invoke-AlienCardOcr: rows of a table, results of other commands, the module's own objects.</summary>
public sealed class InputHabitSpecs
{
    /// <summary>A row of Import-Csv is an object of such properties, all of them texts.</summary>
    [Theory]
    [InlineData("[pscustomobject]@{ Path = $file }")]
    [InlineData("[pscustomobject]@{ LiteralPath = $file }")]
    [InlineData("[pscustomobject]@{ FullName = $file; Length = '1'; Name = 'card [1].jpg' }")]
    [InlineData("[pscustomobject]@{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$file\" }")]
    [InlineData("[pscustomobject]@{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$file\"; PSParentPath = 'x'; FullName = $file; Mode = '-a' }")]
    [InlineData("[pscustomobject]@{ Path = $file; FullName = 'nowhere.jpg'; Name = 'nobody' }")]
    [InlineData("[pscustomobject]@{ FullName = 'nowhere.jpg'; Path = $file }")]
    [InlineData("[pscustomobject]@{ PSPath = 'nowhere.jpg'; Path = $file }")]
    [InlineData("[pscustomobject]@{ Path = $file; RegistrationNumber = 'x'; Status = 'Success'; ImageHash = 'y' }")]
    [InlineData("[System.IO.FileInfo]::new($file)")]
    [InlineData("(Get-ChildItem ($file -replace '\\[1\\].jpg', '*'))")]
    [InlineData("$ExecutionContext.InvokeProvider.Item.Get([string[]]$file, $false, $true)")]
    [InlineData("$file")]
    [InlineData("(Invoke-AlienCardOcr -LiteralPath $file)")]
    public async Task An_object_that_names_a_file_is_read(string input)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Session.State.SetVariable("file", scenario.Copy(Scenario.Specimens("ac")[0], "card [1].jpg"));
        var run = scenario.Run($"{input} | Invoke-AlienCardOcr");
        Assert.Empty(run.Errors);
        Assert.Equal([Path.Combine(scenario.Folder, "card [1].jpg")], run.Values("Path"));
    }

    [Fact]
    public async Task The_names_of_a_folder_are_read_where_the_session_stands()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "b.jpg");
        scenario.Session.State.Path.SetLocation(scenario.Folder);
        Assert.Equal(2, scenario.Run("$ExecutionContext.InvokeProvider.ChildItem.GetNames('.', 'ReturnMatchingContainers', $false) | Invoke-AlienCardOcr").Output.Count);
        Assert.Equal(2, scenario.Run("'*.jpg' | Invoke-AlienCardOcr").Output.Count);
        Assert.Equal(2, scenario.Run("'a.jpg', (Get-ChildItem b.jpg), [pscustomobject]@{ FullName = 'a.jpg' } | Invoke-AlienCardOcr | Where-Object File -eq a.jpg").Output.Count);
    }

    [Fact]
    public async Task A_table_that_Export_Csv_made_of_cards_is_read_again_and_the_journal_answers()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.WriteCards(3);
        var run = scenario.Run("""
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -JournalPath $folder/cards.journal | Export-Csv $folder/staff.csv
            $head, $lines = [System.IO.File]::ReadAllLines("$folder/staff.csv")
            $names = $head.Trim('"') -split '","'
            $rows = foreach ($line in $lines) {
                $row = [ordered]@{}
                foreach ($value in $line.Trim('"') -split '","') { $row[$names[$row.Count]] = $value }
                [pscustomobject]$row
            }
            $rows | Invoke-AlienCardOcr -JournalPath $folder/cards.journal
            """);
        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Equal(["True", "True", "True"], run.Values("FromJournal"));
        Assert.Equal(3, scenario.Emulator.Stats.Calls);
    }

    /// <summary>The proof's Path is the copy, so that what is read is what others will get to see.</summary>
    [Fact]
    public async Task A_masked_image_is_read_as_the_copy_that_it_is()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("Invoke-AlienCardOcr $cards/ac-01-english.jpg | ConvertTo-MaskedImage $folder/masked | Invoke-AlienCardOcr");
        Assert.Empty(run.Errors);
        Assert.Equal([Path.Combine(scenario.Folder, "masked", "ac-01-english.masked.jpg")], run.Values("Path"));
        Assert.Equal(["Failure"], run.Values("Status"));
    }

    [Fact]
    public async Task A_row_without_a_path_is_an_error_that_repeats_nothing_of_it()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("""
            [pscustomobject]@{ Name = 'SOMEBODY KNOWN'; File = 'a*.jpg' } | Invoke-AlienCardOcr
            [pscustomobject]@{ Name = 'SOMEBODY KNOWN' } | Invoke-AlienCardOcr
            """);
        Assert.Equal(["FileNotFound", "FileNotFound"], run.ErrorIds);
        Assert.All(run.Errors, error => Assert.Contains("no property Path", error.ToString(), StringComparison.Ordinal));
        Assert.All(run.Errors, error => Assert.DoesNotContain("SOMEBODY", $"{error} {error.TargetObject} {error.Exception}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-Item env:PATH", "FileUnreadable")]
    [InlineData("[pscustomobject]@{ Path = '' }", "ParameterArgumentValidationError")]
    [InlineData("[pscustomobject]@{ Name = 'x.jpg' }", "FileNotFound")]
    [InlineData("42", "FileNotFound")]
    public async Task An_object_that_names_no_file_is_an_error_and_the_next_one_is_read(string input, string error)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Session.Invoke("function global:Get-Item { $ExecutionContext.InvokeProvider.Item.Get($args[0]) }");
        var run = scenario.Run($"@({input}; Get-ChildItem $cards/ac-01-english.jpg) | Invoke-AlienCardOcr");
        Assert.Equal([error], run.ErrorIds);
        Assert.Equal(["Success"], run.Values("Status"));
    }
}
