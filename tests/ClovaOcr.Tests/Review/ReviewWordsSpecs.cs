using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ClovaOcr.Review;
using ClovaOcr.Tests.Review.Browser;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>What the page can say, in both its languages, as its script has it.</summary>
public sealed class ReviewWordsSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Both_languages_have_the_same_words_and_each_its_own()
    {
        var words = await WordsAsync();
        var (english, korean) = (Paths(words["en"]!), Paths(words["ko"]!));
        Assert.Equal(english.Select(word => word.Path), korean.Select(word => word.Path));
        foreach (var ((path, said), (_, other)) in english.Zip(korean))
        {
            Assert.False(said.Any(IsHangul), path);

            // Keys are called as they are printed on a keyboard.
            if (path.StartsWith("shortcuts.", StringComparison.Ordinal) && path.Split('.') is [_, _, "0", _]) Assert.Equal(said, other);
            else Assert.True(other.Any(IsHangul), path);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Every_status_doubt_and_field_has_its_word_and_one_thing_one_word(string language)
    {
        var words = (await WordsAsync())[language]!;
        Assert.Equal(Enum.GetNames<ReviewStatus>(), Keys("states"));
        Assert.Equal(Enum.GetNames<ReviewDoubt>().Where(doubt => doubt != nameof(ReviewDoubt.None)), Keys("doubts"));
        var fields = TestData.Specimens("ac").SelectMany(specimen => TestData.Truth(specimen)["fields"]!.AsObject());
        Assert.Empty(fields.Select(field => field.Key).Except(Keys("names")));
        Assert.Equal((string)words["doubts"]!["WrongCard"]!, (string)words["states"]!["WrongCardType"]!);

        string[] Keys(string group) => [.. words[group]!.AsObject().Select(word => word.Key)];
    }

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    private static (string Path, string Text)[] Paths(JsonNode node, string path = "") => node switch
    {
        JsonObject group =>
            [.. group.OrderBy(word => word.Key, StringComparer.Ordinal).SelectMany(word => Paths(word.Value!, $"{path}.{word.Key}"))],
        JsonArray list => [.. list.SelectMany((word, i) => Paths(word!, $"{path}.{i}"))],
        _ => [(path.TrimStart('.'), (string)node!)],
    };

    // The script's own table of words, with what its functions say.
    private async Task<JsonNode> WordsAsync()
    {
        var script = PageParts.Script();
        const string begin = "const words = ";
        var start = script.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var table = script[start..script.IndexOf("[language]", start, StringComparison.Ordinal)];
        using var scene = new ReviewScene();
        Assert.Empty(scene.Write());
        await using var page = await chromium.OpenAsync(scene.File);
        var said = await page.TextAsync($"JSON.stringify({table}, (_, word) => typeof word === 'function' ? word('1', '2') : word)");
        return JsonNode.Parse(said)!;
    }
}
