using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClovaOcr.Cards;
using ClovaOcr.Review;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>What somebody puts into cards and errors so that the page tells more than it may, or is not written at all.</summary>
public sealed class HostilePageSpecs
{
    private const string Specimen = "ac-10-etc-small-gray.jpg";

    [Theory]
    [InlineData("/in/900101-6000001.jpg", "/in/900101-6999999.jpg")]
    [InlineData("/in/900101/6000001.jpg", "/in/900101/6999999.jpg")]
    [InlineData("/in/900101/-/6000001/a.jpg", "/in/900101/-/6999999/a.jpg")]
    [InlineData("/in/９００１０１－６０００００１.jpg", "/in/９００１０１－６９９９９９９.jpg")]
    public void The_digits_that_are_hidden_of_a_files_name_change_nothing_on_the_page(string one, string other)
    {
        Assert.Equal(PageOf(one), PageOf(other));

        static string PageOf(string path)
        {
            using var scene = new ReviewScene();
            scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = path, Message = "FileEmpty: The file is empty." });
            scene.Write();
            return scene.Text;
        }
    }

    [Fact]
    public void Files_without_a_hash_have_marks_of_their_own()
    {
        using var scene = new ReviewScene();
        foreach (var path in new[] { "/in/900101-6000001.jpg", "/in/900101-6999999.jpg" })
            scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = path });
        scene.Write();
        Assert.Equal(2, Cards(scene).Select(card => (string)card["key"]!).Distinct().Count());
    }

    [Fact]
    public void A_corner_beyond_all_pictures_keeps_no_page_from_being_written()
    {
        using var scene = new ReviewScene();
        scene.Add(Specimen, change: card => card with
        {
            Fields = [.. card.Fields, new("note", "far")],
            Regions = [.. card.Regions, new(CardRegionKind.Text, "note", 0, "", Polygon.Rectangle(0, 1e308, 9, 1.5e308))],
        });
        Assert.Empty(scene.Write());
        Assert.All(Cards(scene)[0]["fields"]!.AsArray().Last()!["boxes"]![0]!.AsArray(), place => Assert.InRange((double)place!, -1e6, 1e6));
    }

    [Fact]
    public void A_text_is_not_cut_within_a_character()
    {
        using var scene = new ReviewScene();
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.Success, Fields = [new("name", new string('x', 999) + "😀")] });
        scene.Write();
        Assert.Equal(new string('x', 999), (string)Cards(scene)[0]["fields"]![0]!["text"]!);
    }

    [Fact]
    public void Errors_without_end_about_one_card_are_not_all_repeated()
    {
        using var scene = new ReviewScene();
        scene.Page.Add(ReviewScene.CardOf(Specimen) with { Path = "/in/a.jpg" });
        for (var i = 0; i < 1000; i++) scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = "/in/a.jpg", Message = $"error {i}" });
        scene.Write();
        Assert.Equal(200, Cards(scene).Single()["notes"]!.AsArray().Count);
    }

    [Fact]
    public void No_picture_is_overwritten_even_if_the_page_has_no_card_of_it()
    {
        using var scene = new ReviewScene();
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = scene.File, Message = "ServiceUnavailable: No answer." });
        File.Copy(Path.Combine(TestData.Cards, "ac-07-gray.png"), scene.File);
        Assert.Equal(ClovaOcrErrorKind.DestinationIsSource, Assert.Throws<ClovaOcrException>(() => scene.Write(overwrite: true)).Kind);
        Assert.Equal(File.ReadAllBytes(Path.Combine(TestData.Cards, "ac-07-gray.png")), File.ReadAllBytes(scene.File));
    }

    private static JsonNode[] Cards(ReviewScene scene) =>
        [.. JsonNode.Parse(Regex.Match(scene.Text, "id=\"cards-data\"[^>]*>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!.AsArray().Select(card => card!)];
}
