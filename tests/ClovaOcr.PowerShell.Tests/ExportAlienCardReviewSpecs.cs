using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The command that writes the review page, as the pipeline uses it.</summary>
public sealed class ExportAlienCardReviewSpecs
{
    private const string Read = """
        $cards = @(Get-ChildItem $folder/in/* | Invoke-AlienCardOcr -ErrorVariable failed -ErrorAction SilentlyContinue)
        $masks = @($cards | ConvertTo-MaskedImage $folder/masked -Force -ErrorVariable refused -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
        """;

    [Fact]
    public async Task Cards_masks_and_errors_of_a_pipeline_are_one_page_doubtful_first()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        var run = Export(scenario, Read + "; $cards + $masks + $failed + $refused | Export-AlienCardReview -Path $folder/review.html");
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Equal(
            ["plain.jpg Failure Failed", "empty.jpg NotRead Failed", "id.jpg WrongCardType WrongCard", "a.jpg Success Warning", "b.png Success "],
            Cards(scenario).Select(card => $"{card["file"]} {card["status"]} {card["doubt"]}"));
        Assert.Contains("FileEmpty: The file is empty.", (string)Cards(scenario)[1]["notes"]![0]!, StringComparison.Ordinal);
        Assert.Contains(Cards(scenario)[2]["notes"]!.AsArray(), note => ((string)note!).StartsWith("WrongCardType: ", StringComparison.Ordinal));
        Assert.Equal([false, false, false, true, true], Cards(scenario).Select(card => card["picture"] is not null));

        var name = Cards(scenario)[3]["fields"]!.AsArray().Single(field => (string)field!["name"]! == "name")!;
        Assert.Equal(Scenario.Printed("ac-01-english.jpg", "name"), (string)name["text"]!);
        Assert.Equal(8, name["boxes"]![0]!.AsArray().Count);
        var birth = Cards(scenario)[3]["fields"]!.AsArray().Single(field => (string)field!["name"]! == "birthDate")!;
        Assert.True((bool)birth["derived"]! && birth["boxes"]!.AsArray().Count == 1);
    }

    /// <summary>The page is written last, and what is in its way must not cost a call.</summary>
    [Theory]
    [InlineData("there.html", "", "DestinationExists")]
    [InlineData("file/page.html", "-Force", "DestinationUnwritable")]
    [InlineData("in", "-Force", "DestinationUnwritable")]
    [InlineData("in/a.jpg", "-Force", "DestinationIsSource")]
    public async Task A_page_that_cannot_be_written_is_an_error_before_anything_is_paid_for(string path, string force, string error)
    {
        await using var scenario = await ScenarioWithCardsAsync();
        File.WriteAllText(Path.Combine(scenario.Folder, "there.html"), "mine");
        File.WriteAllText(Path.Combine(scenario.Folder, "file"), "mine");
        var before = Directory.GetFileSystemEntries(scenario.Folder, "*", SearchOption.AllDirectories);
        var run = Export(scenario, $"Get-ChildItem $folder/in/* | Invoke-AlienCardOcr | Export-AlienCardReview $folder/{path} {force}");
        Assert.Equal(error, run.TerminatingId);
        Assert.Equal(0, scenario.Emulator.Stats.Calls);
        Assert.Equal(before, Directory.GetFileSystemEntries(scenario.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Lists_of_cards_and_masks_are_gone_through_and_what_is_none_harms_no_other()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        Export(scenario, Read + "; $cards + $masks | Export-AlienCardReview $folder/review.html");
        var first = File.ReadAllText(Page(scenario));
        Export(scenario, "$cards, $masks | Export-AlienCardReview $folder/review.html -Force");
        Assert.Equal(first, File.ReadAllText(Page(scenario)));
        var run = Export(scenario, "$cards, @(42, $null), $masks | Export-AlienCardReview $folder/review.html -Force");
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.Equal(first, File.ReadAllText(Page(scenario)));
    }

    [Fact]
    public async Task When_all_that_came_was_refused_there_is_no_page()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = Export(scenario, "[pscustomobject] @{ Name = 'x' } | Export-AlienCardReview $folder/review.html");
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.False(File.Exists(Page(scenario)));
    }

    [Fact]
    public async Task The_order_of_cards_and_masks_makes_no_difference()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        Export(scenario, Read + "; $cards + $masks | Export-AlienCardReview $folder/review.html");
        var first = File.ReadAllText(Page(scenario));
        Export(scenario, "$masks + $cards | Export-AlienCardReview $folder/review.html -Force");
        Assert.Equal(first, File.ReadAllText(Page(scenario)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task What_went_through_Clixml_makes_the_same_cards_with_their_pictures(int depth)
    {
        await using var scenario = await ScenarioWithCardsAsync();
        Export(scenario, Read + "; $cards + $masks + $failed | Export-AlienCardReview $folder/review.html");
        var first = Cards(scenario);
        var run = Export(
            scenario,
            "$s = [System.Management.Automation.PSSerializer]; $cards + $masks + $failed | ForEach-Object { $s::Deserialize($s::Serialize($_, $args[0])) } | Export-AlienCardReview $folder/review.html -Force",
            depth);
        Assert.Empty(run.Errors);
        Assert.Equal(first.Select(Outline), Cards(scenario).Select(Outline));
        Assert.Equal(first.Select(Notes), Cards(scenario).Select(Notes));
        Assert.Contains(Scenario.Printed("ac-01-english.jpg", "name"), Outline(Cards(scenario)[^2]), StringComparison.Ordinal);

        static string Notes(JsonNode card) => card["notes"]!.ToJsonString();

        static string Outline(JsonNode card) => $"{card["file"]} {card["status"]} {card["doubt"]} {card["picture"]} "
            + string.Join(", ", card["fields"]!.AsArray().Where(field => card["picture"] is not null && (string)field!["name"]! == "name").Select(field => field!.ToJsonString()));
    }

    [Fact]
    public async Task No_number_is_on_the_page_even_of_cards_that_were_read_with_it_and_of_files_that_are_called_by_one()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in Scenario.Specimens().Where(specimen => !specimen.Contains("large", StringComparison.Ordinal)))
            scenario.Copy(specimen, $"in/{PrivacySpecs.FiledNumber} {specimen}");
        var run = Export(scenario, """
            $cards = @(Get-ChildItem $folder/in/* | Invoke-AlienCardOcr -IncludeNumber)
            $masks = @($cards | ConvertTo-MaskedImage $folder/masked -Digits All -ErrorVariable refused -ErrorAction SilentlyContinue)
            $cards + $masks + $refused | Export-AlienCardReview $folder/review.html
            """);
        Assert.DoesNotContain(run.Errors, error => error.FullyQualifiedErrorId.Contains("Export", StringComparison.Ordinal));
        var page = File.ReadAllText(Page(scenario));
        Assert.True(Cards(scenario).Length > 15);
        foreach (var number in Scenario.Specimens().SelectMany(specimen => Scenario.Truth(specimen)["fields"]!.AsObject())
            .Where(field => field.Key is "alienRegNum" or "alienRegNumEtc" or "personalNum" or "num" or "code")
            .Select(field => (string)field.Value![0]!["text"]!).Append(PrivacySpecs.FiledNumber).Where(number => number.Length > 6))
        {
            foreach (var spelling in new[] { number, number[^6..], number.Replace("-", "", StringComparison.Ordinal), number.Replace('-', ' ') })
                Assert.DoesNotContain(spelling, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_masked_copy_that_was_changed_is_an_error_and_its_card_has_no_picture()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        var run = Export(scenario, Read + """
            ; [System.IO.File]::AppendAllText($masks[0].Path, 'x')
            $cards + $masks | Export-AlienCardReview $folder/review.html
            """);
        Assert.Equal(["ImageChanged"], run.ErrorIds);
        var refused = Cards(scenario).Single(card => card["refused"] is not null);
        Assert.Equal("a.jpg", (string)refused["file"]!);
        Assert.Contains(refused["notes"]!.AsArray(), note => ((string)note!).StartsWith("The masked copy is no longer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_existing_file_is_an_error_without_Force_and_WhatIf_writes_nothing()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        Export(scenario, Read + "; $cards | Export-AlienCardReview $folder/review.html -WhatIf");
        Assert.False(File.Exists(Page(scenario)));
        File.WriteAllText(Page(scenario), "another file");
        Assert.Equal("DestinationExists", Export(scenario, "$cards | Export-AlienCardReview $folder/review.html").TerminatingId);
        Assert.Equal("another file", File.ReadAllText(Page(scenario)));
        Assert.Null(Export(scenario, "$cards | Export-AlienCardReview $folder/review.html -Force").Terminating);
        Assert.Equal(4, Cards(scenario).Length);
        Assert.Equal("FileNotFound", Export(scenario, "$cards | Export-AlienCardReview Env:review").TerminatingId);
    }

    [Theory]
    [InlineData("'card.jpg'")]
    [InlineData("[pscustomobject]@{ Path = 'card.jpg' }")]
    [InlineData("[pscustomobject]@{ PSTypeName = 'ClovaOcr.PowerShell.Cards.MaskedImage'; Path = 'x'; Hash = 'y'; SourceHash = 'z' }")]
    [InlineData("[System.Management.Automation.ErrorRecord]::new([Exception]::new('x'), 'QuotaExceeded', 'NotSpecified', $null)")]
    public async Task What_belongs_to_no_file_is_an_error_and_the_others_are_written(string script)
    {
        await using var scenario = await ScenarioWithCardsAsync();
        var run = Export(scenario, Read + $"; @({script}) + $cards | Export-AlienCardReview $folder/review.html");
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.Equal(4, Cards(scenario).Length);
    }

    [Fact]
    public async Task Of_an_error_that_is_not_the_modules_the_page_has_the_message_and_no_more()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        Export(scenario, """
            try { [int]::Parse('x') } catch { $exception = $_.Exception }
            [System.Management.Automation.ErrorRecord]::new($exception, 'Foreign', 'NotSpecified', '/people/a.jpg') | Export-AlienCardReview $folder/review.html
            """);
        var note = (string)Assert.Single(Cards(scenario))["notes"]![0]!;
        Assert.StartsWith("Foreign: ", note, StringComparison.Ordinal);
        Assert.DoesNotContain(" at System", note, StringComparison.Ordinal);
        Assert.DoesNotContain("people", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_stream_tells_a_name_or_a_number()
    {
        await using var scenario = await ScenarioWithCardsAsync();
        var page = $"{scenario.Folder}/{PrivacySpecs.FiledName} {PrivacySpecs.FiledNumber}.html";
        Evidence.MayHold(TellTale.Names, page, "a page on which names are checked");
        var run = scenario.RunUnkept(Read + "; $cards + $masks | Export-AlienCardReview $args[0] -Verbose -Debug", page);
        Assert.NotEmpty(run.Streams.Verbose);
        foreach (var record in run.Streams.Verbose.Concat<object>(run.Streams.Debug).Concat(run.Streams.Progress).Select(record => record.ToString()!))
        {
            Assert.DoesNotContain(PrivacySpecs.FiledName, record, StringComparison.Ordinal);
            Assert.DoesNotContain(PrivacySpecs.FiledNumber[^7..], record, StringComparison.Ordinal);
        }
    }

    private static async Task<Scenario> ScenarioWithCardsAsync()
    {
        var scenario = await Scenario.StartAsync();
        scenario.Copy("ac-01-english.jpg", "in/a.jpg");
        scenario.Copy("ac-07-gray.png", "in/b.png");
        scenario.Copy("ic-01.jpg", "in/id.jpg");
        File.WriteAllText(Path.Combine(scenario.Folder, "in", "empty.jpg"), "");
        Pictures.WritePlain(Path.Combine(scenario.Folder, "in", "plain.jpg"));
        return scenario;
    }

    private static Run Export(Scenario scenario, string script, params object?[] arguments)
    {
        Evidence.MayHold(TellTale.Names, Page(scenario), "a page on which names are checked");
        return scenario.Run(script, arguments);
    }

    private static string Page(Scenario scenario) => Path.Combine(scenario.Folder, "review.html");

    private static JsonNode[] Cards(Scenario scenario) =>
        [.. JsonNode.Parse(Regex.Match(File.ReadAllText(Page(scenario)), "id=\"cards-data\"[^>]*>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!.AsArray().Select(card => card!)];
}
