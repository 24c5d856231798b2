using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class AlienCardSpecs
{
    private static readonly string[] Columns =
    [
        "Path", "Status", "Message", "CardType", "Name", "RegistrationNumber", "BirthDate", "Sex", "Nationality", "VisaType", "VisaCode", "IssueDate",
        "Authority", "AuthorityEnglish", "RegistrationNumberEtc", "IsConfident", "Confidence", "Validation", "Warnings", "RequestId", "Uid", "ImageHash",
        "FromJournal",
    ];

    [Fact]
    public async Task A_cards_columns_are_the_documented_ones_and_the_nested_members_are_hidden_but_there()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($"$card = Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]}; $card.PSObject.Properties | ForEach-Object {{ $_.Name }}");
        Assert.Equal(Columns, run.Output.Select(name => name.ToString()));
        Assert.Equal(["True", "True", "True"], scenario.Run("$null -ne $card.Fields; $null -ne $card.Regions; $null -ne $card.Response").Output.Select(x => x.ToString()));
    }

    [Fact]
    public async Task Dates_compare_with_dates_and_texts_on_either_side()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac")[0];
        var issued = scenario.Run($"$card = Invoke-AlienCardOcr $cards/{specimen}; $card.IssueDate").Output.Single().ToString();
        var run = scenario.Run($"""
            $card.IssueDate -eq '{issued}'
            '{issued}' -eq $card.IssueDate
            $card.IssueDate -eq [datetime]'{issued}'
            [datetime]'{issued}' -eq $card.IssueDate
            $card.IssueDate -gt '1999-12-31'
            '1999-12-31' -lt $card.IssueDate
            $card.IssueDate -lt [datetime]::MaxValue
            [datetime]::MinValue -lt $card.IssueDate
            $card.IssueDate -ge '{issued}'
            -not ($card.IssueDate -gt [datetime]'{issued}')
            """);
        Assert.Empty(run.Errors);
        Assert.All(run.Output, answer => Assert.Equal("True", answer.ToString()));
    }

    [Fact]
    public async Task A_csv_has_iso_dates_in_every_culture()
    {
        await using var scenario = await Scenario.StartAsync();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]} | Export-Csv $folder/cards.csv");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        var lines = File.ReadAllLines(Path.Combine(scenario.Folder, "cards.csv"));
        Assert.Equal(string.Join(',', Columns.Select(column => $"\"{column}\"")), lines[0]);
        var issued = Scenario.Truth(Scenario.Specimens("ac")[0])["fields"]!["issueDate"]![0]!;
        Assert.Contains($"\"{issued["year"]}-{issued["month"]}-{issued["day"]}\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradiction_between_what_is_printed_and_what_the_number_tells_is_a_warning()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            $tree = (ConvertFrom-AlienCardResponse -Path $args[0] -IncludeNumber).Response
            $card = $tree.images[0].idCard.result.ac
            $card.alienRegNum[0].formatted.value = '990101-5123456'
            $card.sex[0].formatted.value = 'F'
            $tree | ConvertFrom-AlienCardResponse
            """, Path.Combine(Checkout.Root, "tests", "data", "vendor", "success.json"));
        Assert.Contains("the printed sex is not that of the registration number", (string)run.Output.Single().Properties["Warnings"].Value, StringComparison.Ordinal);
        Assert.Equal("990101-5******", run.Output.Single().Properties["RegistrationNumber"].Value);
    }
}
