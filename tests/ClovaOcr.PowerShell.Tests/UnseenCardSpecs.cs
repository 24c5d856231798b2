using System.IO;
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

    [Fact]
    public async Task No_number_is_read_wrong_and_every_digit_after_the_hyphen_is_covered_in_every_masked_copy()
    {
        await using var scenario = await Scenario.StartWithTesseractAsync();
        scenario.Session.State.SetVariable("variants", Variants);

        var run = scenario.Run("""
            Get-ChildItem $variants/*.jpg, $variants/*.png | Invoke-AlienCardOcr -IncludeNumber -ThrottleLimit 2 -TimeoutSec 300 -OutVariable read |
                ConvertTo-MaskedImage $folder
            """);

        var cards = scenario.Run("@($read) | Where-Object RegistrationNumber").Output;
        Assert.Null(run.TerminatingId);
        Assert.All(run.ErrorIds, id => Assert.Contains(id, Refusals));
        Assert.All(cards, card => Assert.Equal(Number(Text(card, "Path")), Text(card, "RegistrationNumber")));
        Assert.All(run.Output, proof =>
        {
            using var copy = CopyPixels.Load(Text(proof, "Path"));
            var map = Path.ChangeExtension(Path.GetFileName(Text(proof, "SourcePath")), ".png");
            Assert.Equal(0, HiddenInk.Load(Path.Combine(Variants, "digits", map)).LeftIn(copy));
        });

        // Other versions of Tesseract read a little more, or a little less.
        var all = Directory.GetFiles(Variants, "*.json").Length;
        Assert.True(run.Output.Count * 4 >= all * 3, $"Of {all} cards {run.Output.Count} are masked.");
    }

    private static string Number(string picture) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(picture, ".json")))!["fields"]!["alienRegNum"]![0]!["text"]!;

    private static string Text(PSObject result, string property) => result.Properties[property].Value.ToString()!;
}
