using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClovaOcr.Cards;
using ClovaOcr.Review;
using Xunit;

namespace ClovaOcr.Tests.Review;

public sealed class ReviewPageSpecs
{
    private const string Specimen = "ac-01-english.jpg";

    [Fact]
    public void Doubtful_cards_come_first_by_gravity_and_the_others_as_they_were_given()
    {
        using var scene = new ReviewScene();
        scene.AddOneOfEach();
        scene.Add("ac-05-tilted.jpg");
        Assert.Empty(scene.Write());
        Assert.Equal(
            ["empty.jpg", "table.jpg", "licence.png", "ac-03-lossless.png", "ac-02-korean.jpg", "ac-01-english.jpg", "ac-05-tilted.jpg"],
            Cards(scene).Select(card => (string)card["file"]!));
        Assert.Equal(
            ["Failed", "Failed", "WrongCard", "Validation", "Warning", null, null], Cards(scene).Select(card => (string?)card["doubt"]));
        Assert.Equal(4, Regex.Count(scene.Text, "id=\"picture-"));
    }

    [Fact]
    public void No_specimens_number_is_on_the_page_however_it_came()
    {
        using var scene = new ReviewScene();
        var numbers = TestData.Specimens().SelectMany(specimen => TestData.Truth(specimen)["fields"]!.AsObject())
            .Where(field => IdentityFields.Contains(field.Key))
            .Select(field => (Field: field.Key, Text: (string)field.Value![0]!["text"]!))
            .ToArray();
        Assert.True(numbers.Length > 15);
        foreach (var (field, text) in numbers)
        {
            var isRegistration = Regex.IsMatch(text, @"^\d{6}-\d{7}$");
            scene.Page.Add(new ReviewCard
            {
                Status = ReviewStatus.WrongCardType,
                Path = isRegistration ? $"/in/{text}/KIM {text.Replace("-", "", StringComparison.Ordinal)}.jpg" : "/in/card.jpg",
                Message = $"It reads {text}.",
                Warnings = isRegistration ? $"it says {text.Replace('-', ' ')}; and {text.Replace("-", "\u200b-", StringComparison.Ordinal)}" : null,
                Fields = [new(field, text), new("name", $"KIM {text}"), new("nationality", isRegistration ? $"A {text[^7..]} B" : "A B")],
            });
            if (isRegistration) scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = $"/in/{text}.jpg", Message = $"FileEmpty: about {text}" });
        }

        scene.Write();
        var page = scene.Text;
        foreach (var (_, text) in numbers.Where(number => number.Text.Length >= 7))
        {
            var digits = new string([.. text.Where(char.IsLetterOrDigit)]);
            foreach (var spelling in new[] { text, text.Length == 14 ? text[^7..] : text, digits, text.Replace('-', ' ') }) Assert.DoesNotContain(spelling, page, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(digits))[..8], page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_policy_lets_one_style_and_one_script_in_by_their_hashes_and_nothing_else()
    {
        using var scene = new ReviewScene();
        scene.AddOneOfEach();
        scene.Write();
        var policy = Regex.Match(scene.Text, "<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; img-src blob:; style-src 'sha256-{HashOf("<style>", "</style>")}'; script-src 'sha256-{HashOf("<script>", "</script>")}'; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            policy);
        Assert.Single(Regex.Matches(scene.Text, "<script>"));
        Assert.Equal(scene.Text.Split("<script").Length - 2, Regex.Count(scene.Text, "<script type=\"(application/json|text/plain)\""));
        Assert.DoesNotMatch(@"(?i)https?:(?!//www\.w3\.org/2000/svg)|src=|(?<![a-z])url\(|@import|<link|<base|<form| on[a-z]+=|innerHTML|eval\(", scene.Text);
        Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", scene.Text, StringComparison.Ordinal);

        string HashOf(string begin, string end)
        {
            var start = scene.Text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(scene.Text[start..scene.Text.IndexOf(end, start, StringComparison.Ordinal)])));
        }
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>", "</script><script>alert(1)</script>")]
    [InlineData("<!--<script>", "<!--<script>")]
    [InlineData("]]>&lt;\"'`${1}", "]]>&lt;\"'`${1}")]
    [InlineData("A\u202egpj.exe\u0007\u0000B\u2028C", "A\ufffdgpj.exe\ufffd\ufffdB\ufffdC")]
    public void What_stands_on_a_card_stays_text(string name, string shown)
    {
        using var scene = new ReviewScene();
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.Success, Message = name, Fields = [new("name", name)], Warnings = name.Replace(";", "", StringComparison.Ordinal) });
        scene.Write();
        Assert.Equal(shown, (string)Cards(scene).Single()["fields"]![0]!["text"]!);
        Assert.DoesNotContain("alert(1)<", scene.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(scene.Text, "<script>"));
        Assert.Equal(2, Regex.Count(scene.Text, "</script>"));
    }

    [Fact]
    public void A_text_without_end_is_cut_and_no_number_with_it()
    {
        using var scene = new ReviewScene();
        var endless = string.Concat(Enumerable.Repeat("x900101-6000001", 10_000));
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.Success, Path = "/in/" + endless, Message = endless, Warnings = endless, Fields = [.. Enumerable.Range(0, 1000).Select(i => new ReviewField("name", endless, i))] });
        scene.Write();
        Assert.DoesNotContain("6000001", scene.Text, StringComparison.Ordinal);
        Assert.True(scene.Text.Length < 300_000, $"{scene.Text.Length}");
    }

    [Fact]
    public void The_same_cards_have_the_same_marks_in_the_next_page_and_other_cards_have_not()
    {
        using var scene = new ReviewScene();
        scene.Page.Add(ReviewScene.CardOf(Specimen));
        scene.Write();
        var first = PageId(scene);
        scene.Write(overwrite: true);
        Assert.Equal(first, PageId(scene));
        scene.Page.Add(ReviewScene.CardOf("ac-05-tilted.jpg"));
        scene.Write(overwrite: true);
        Assert.NotEqual(first, PageId(scene));

        static string PageId(ReviewScene scene) => Regex.Match(scene.Text, "data-page=\"([0-9a-f]{32})\"").Groups[1].Value;
    }

    [Fact]
    public void An_error_about_a_card_that_was_read_is_that_cards_own()
    {
        using var scene = new ReviewScene();
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = "/in/ac-01-english.jpg", Message = "QrCodeNotLocated: No copy was made." });
        scene.Page.Add(ReviewScene.CardOf(Specimen) with { Path = "/in/ac-01-english.jpg" });
        scene.Write();
        var card = Cards(scene).Single();
        Assert.Equal(("Success", "Picture", "QrCodeNotLocated: No copy was made."), ((string)card["status"]!, (string)card["doubt"]!, (string)card["notes"]![0]!));
    }

    private static JsonNode[] Cards(ReviewScene scene) =>
        [.. JsonNode.Parse(Regex.Match(scene.Text, "id=\"cards-data\"[^>]*>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!.AsArray().Select(card => card!)];
}
