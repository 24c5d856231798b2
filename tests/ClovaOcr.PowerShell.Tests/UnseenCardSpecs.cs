using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Quickstart;
using ReadingScore.Masking;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The whole pipeline on photos and scans of cards that the emulator does not know (data/variants/README.md), read by Tesseract.</summary>
public sealed class UnseenCardSpecs
{
    private static readonly string Variants = Path.Combine(Checkout.Root, "tests", "ClovaOcr.PowerShell.Tests", "data", "variants");

    // What the module refuses rather than masks badly: a number that was not read, a code that is too blurred to be located.
    private static readonly string[] Refusals = ["NumberNotLocated", "QrCodeNotLocated"];

    // The names of a card's property and of the field that is drawn.
    private static readonly (string Property, string Field)[] Fields =
        [("Name", "name"), ("Nationality", "nationality"), ("VisaType", "visaType"), ("IssueDate", "issueDate")];

    [Fact]
    public async Task Nothing_is_read_wrong_and_every_hidden_digit_and_further_number_is_covered_in_every_masked_copy()
    {
        await using var scenario = await Scenario.StartWithTesseractAsync();
        scenario.Session.State.SetVariable("variants", Variants);

        var run = scenario.Run("""
            Get-ChildItem $variants/*.jpg, $variants/*.png | Invoke-AlienCardOcr -IncludeNumber -ThrottleLimit 2 -TimeoutSec 300 -OutVariable read |
                ConvertTo-MaskedImage $folder
            """);

        var cards = scenario.RunUnkept("@($read)").Output;
        Assert.Null(run.TerminatingId);
        Assert.All(run.ErrorIds, id => Assert.Contains(id, Refusals));
        AssertReadRight(cards, "RegistrationNumber", "alienRegNum");
        Assert.All(Fields, field => AssertReadRight(cards, field.Property, field.Field));
        Assert.All(run.Output, proof =>
        {
            using var copy = CopyPixels.Load(Text(proof, "Path"));
            var map = Path.ChangeExtension(Path.GetFileName(Text(proof, "SourcePath")), ".png");
            var ink = HiddenInk.Load(Path.Combine(Variants, "digits", map));
            Assert.Equal((0, 0), (ink.LeftIn(copy), ink.OthersLeftIn(copy)));
        });

        AssertMost(run.Output.Count, "copies");
    }

    // What is not sure is left out, which is right; what is there must be.
    private static void AssertReadRight(IReadOnlyList<PSObject> cards, string property, string field)
    {
        var read = cards.Where(card => Text(card, property).Length > 0).ToArray();
        Assert.All(read, card => Assert.Equal(Printed(Text(card, "Path"), field), Text(card, property)));
        AssertMost(read.Length, property);
    }

    // Other versions of Tesseract read a little more, or a little less.
    private static void AssertMost(int count, string what)
    {
        var all = Directory.GetFiles(Variants, "*.json").Length;
        Assert.True(count * 4 >= all * 3, $"Of {all} cards there are only {count} {what}.");
    }

    private static string Printed(string picture, string field)
    {
        var printed = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(picture, ".json")))!["fields"]![field]![0]!;
        return printed["year"] is { } year ? $"{year}-{printed["month"]}-{printed["day"]}" : (string)printed["text"]!;
    }

    private static string Text(PSObject result, string property) => result.Properties[property].Value?.ToString() ?? "";
}
