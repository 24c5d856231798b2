using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Cards whose texts a spreadsheet would run, exported as docs/csv-export.md says.</summary>
public sealed class CsvExportSpecs
{
    private const string Script = "samples/scripts/ConvertTo-SpreadsheetRow.ps1";

    private static readonly Dictionary<string, string> Hostile = new()
    {
        ["equals"] = "=cmd|' /C calc'!A0",
        ["plus"] = "+1+HYPERLINK(\"http://192.0.2.1\",\"x\")",
        ["minus"] = "-2+3",
        ["at"] = "@SUM(A1:A9)",
        ["tab"] = "\t=1+1",
        ["line feed"] = "\n=1+1",
        ["blanks"] = "   =1+1",
        ["wide equals"] = "＝1+1",
        ["wide at"] = "＠SUM(A1)",
    };

    public static TheoryData<string> AllHostile => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(AllHostile))]
    public async Task A_text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_the_file_and_the_card_is_not_changed(string kind)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var name = Hostile[kind];
        var run = scenario.Run(
            $"""
            $card = ConvertFrom-AlienCardResponse $args[0]
            $card | ./{Script} | Export-Csv $folder/safe.csv
            $card | Export-Csv $folder/plain.csv
            $card
            """,
            Answer(name));
        Assert.Equal(name, run.Output.Single().Properties["Name"].Value);
        Assert.Contains($",\"'{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", File.ReadAllText(Path.Combine(scenario.Folder, "safe.csv")), StringComparison.Ordinal);
        Assert.Contains($",\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", File.ReadAllText(Path.Combine(scenario.Folder, "plain.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_an_object_that_is_no_card_gets_it_too()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run($"[pscustomobject]@{{ Text = $args[0] }} | ./{Script}", "\r=1+1");
        Assert.Equal("'\r=1+1", run.Values("Text").Single());
    }

    [Fact]
    public async Task Cards_without_such_texts_are_exported_as_they_are_and_in_the_same_columns()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Run($"$cards = Invoke-AlienCardOcr $cards/ac-0*.jpg; $cards | Export-Csv $folder/plain.csv; $cards | ./{Script} | Export-Csv $folder/safe.csv");
        Assert.Equal(File.ReadAllText(Path.Combine(scenario.Folder, "plain.csv")), File.ReadAllText(Path.Combine(scenario.Folder, "safe.csv")));
    }

    [Fact]
    public void The_document_says_the_line_that_is_tested() =>
        Assert.Contains($"| ./{Script} | Export-Csv", File.ReadAllText(Path.Combine(Checkout.Root, "docs", "csv-export.md")), StringComparison.Ordinal);

    private static string Answer(string name) => """
        {"requestId":"r","images":[{"inferResult":"SUCCESS","idCard":{"result":{"isConfident":true,"idtype":"Alien Registration Card","ac":{
        "name":[{"text":NAME}]}}}}]}
        """.Replace("NAME", JsonSerializer.Serialize(name), StringComparison.Ordinal);
}
