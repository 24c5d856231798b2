using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class ConvertFromAlienCardResponseSpecs
{
    private static readonly string VendorSample = Path.Combine(Checkout.Root, "tests", "data", "vendor", "success.json");

    [Theory]
    [InlineData("$shared = @{ a = 1 }; 1..30 | ForEach-Object { $shared = @{ x = $shared; y = $shared } }; [pscustomobject]$shared")]
    [InlineData("$circle = @{}; $circle.me = $circle; [pscustomobject]$circle")]
    [InlineData("$tree = [pscustomobject]@{}; $tree.PSObject.Properties.Add([System.Management.Automation.PSScriptProperty]::new('images', { throw 'hostile' })); $tree")]
    public async Task An_object_of_a_hostile_shape_is_an_error_and_the_next_one_is_read(string script)
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($$"""
            $right = (Invoke-AlienCardOcr -LiteralPath $args[0]).Response
            @($({{script}}), $right) | ConvertFrom-AlienCardResponse
            """, Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]));
        Assert.Equal(["UnexpectedResponse"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    [Fact]
    public async Task The_vendors_sample_becomes_a_card_whose_answer_has_the_vendors_names()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var script in new[]
        {
            "ConvertFrom-AlienCardResponse -Path $args[0]",
            "ConvertFrom-AlienCardResponse -LiteralPath $args[0]",
            "Get-ChildItem $args[0] | ConvertFrom-AlienCardResponse",
            "[System.IO.File]::ReadAllText($args[0]) | ConvertFrom-AlienCardResponse",
            "(ConvertFrom-AlienCardResponse -Path $args[0] -IncludeNumber).Response | ConvertFrom-AlienCardResponse",
        })
        {
            var run = scenario.Run(script, VendorSample);
            Assert.Empty(run.Errors);
            var card = run.Output.Single();
            Assert.Equal(
                ["Success", "HONG S*******", "REPUBLIC OF UTOPIA", "Corporate investor (D-8)", "D-8", "2011-01-01", "F", "NotRequested", "1234"],
                new[] { "Status", "Name", "Nationality", "VisaType", "VisaCode", "IssueDate", "Sex", "Validation", "RequestId" }.Select(name => card.Properties[name].Value.ToString()));
        }
    }

    [Fact]
    public async Task Every_member_of_the_vendors_page_is_reachable_by_its_name()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            $image = (ConvertFrom-AlienCardResponse -Path $args[0]).Response.images[0]
            $image.idCard.meta.estimatedLanguage
            $image.validationResult.result
            $image.idCard.result.isConfident
            $image.idCard.result.idtype
            $image.idCard.result.rois[0].vertices[0].x
            $image.idCard.result.ac.issueDate[0].formatted.year
            $image.idCard.result.ac.alienRegNum[0].boundingPolys[0].vertices[2].y
            """, VendorSample);
        Assert.Equal(["ko", "NO_REQUESTED", "True", "Alien Registration Card", "11.189065", "2011", "104.10713"], run.Output.Select(value => value.ToString()));
    }

    [Fact]
    public async Task A_replayed_card_with_its_picture_is_masked_like_one_that_was_read()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac").First(name => name.Contains("exif", StringComparison.Ordinal));
        var run = scenario.Run(
            """
            $card = Invoke-AlienCardOcr -LiteralPath $args[0]
            $card | ConvertTo-MaskedImage $folder/a
            $card.Response | ConvertFrom-AlienCardResponse -ImagePath $args[0] -AreasIn Upright | ConvertTo-MaskedImage $folder/b
            """,
            Path.Combine(Checkout.Cards, specimen));
        Assert.Empty(run.Errors);
        Assert.Equal(run.Values("Hash")[0], run.Values("Hash")[1]);
        Assert.Equal(1, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_turned_picture_whose_areas_are_not_known_to_be_upright_is_not_masked()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac").First(name => name.Contains("exif", StringComparison.Ordinal));
        var run = scenario.Run(
            "(Invoke-AlienCardOcr -LiteralPath $args[0]).Response | ConvertFrom-AlienCardResponse -ImagePath $args[0] | ConvertTo-MaskedImage $folder",
            Path.Combine(Checkout.Cards, specimen));
        Assert.Equal(["NumberNotLocated"], run.ErrorIds);
    }

    [Fact]
    public async Task A_card_without_its_picture_cannot_be_masked_and_the_error_says_how()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("ConvertFrom-AlienCardResponse -Path $args[0] | ConvertTo-MaskedImage $folder", VendorSample);
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.Contains("-ImagePath", run.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_with_names_that_PowerShell_keeps_for_itself_do_no_harm()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var json = File.ReadAllText(VendorSample).Replace("\"uid\"", "\"psobject\": 1, \"PSTypeNames\": [], \"\": 2, \"UID\": \"x\", \"uid\"", StringComparison.Ordinal);
        var run = scenario.Run("$args[0] | ConvertFrom-AlienCardResponse", json);
        Assert.Empty(run.Errors);
        Assert.Equal(["HONG S*******"], run.Values("Name"));
    }

    [Fact]
    public async Task What_is_no_answer_is_an_error_and_the_others_go_on()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        File.WriteAllText(Path.Combine(scenario.Folder, "1.json"), "<html></html>");
        File.WriteAllText(Path.Combine(scenario.Folder, "2.json"), "");
        File.Copy(VendorSample, Path.Combine(scenario.Folder, "3.json"));
        var run = scenario.Run("ConvertFrom-AlienCardResponse -Path $folder/*.json");
        Assert.Single(run.Output);
        Assert.Equal(["UnexpectedResponse", "FileEmpty"], run.ErrorIds);
        Assert.All(run.Errors, error => Assert.Contains(".json", error.Exception.Message, StringComparison.Ordinal));
        Assert.Equal(["UnexpectedResponse"], scenario.Run("[pscustomobject]@{ a = 1 } | ConvertFrom-AlienCardResponse").ErrorIds);
    }
}
