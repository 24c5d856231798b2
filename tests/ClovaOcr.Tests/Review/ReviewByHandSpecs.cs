using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Review;
using ClovaOcr.Tests.Review.Browser;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>What keys and clicks do for the person who checks card after card, in a real browser.</summary>
public sealed class ReviewByHandSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_current_row_of_a_long_list_is_in_sight_wherever_keys_lead()
    {
        using var scene = Written(500);
        await using var page = await chromium.OpenAsync(scene.File);
        var ways = new[] { ("j", 400, 400), ("k", 350, 50), ("End", 1, 499), ("Home", 1, 0) };
        foreach (var (key, times, place) in ways)
        {
            var file = $"card-{place:000}.jpg";
            var press = $"document.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}' }}))";
            await page.TextAsync($"(() => {{ for (let i = 0; i < {times}; i++) {press}; }})()");
            Assert.Equal([file, file], [await page.ReadAsync("#file"), await page.ReadAsync("#list [aria-current] .file")]);
            Assert.True(await IsWithinAsync(page, "#list [aria-current]", "#list"), $"The row of {file} is out of sight.");
        }
    }

    [Fact]
    public async Task After_a_click_in_the_list_keys_are_the_cards()
    {
        using var scene = Written(4);
        await using var page = await chromium.OpenAsync(scene.File);
        await page.ClickAsync("#list li:nth-child(3) button");
        Assert.Equal(["card-002.jpg", "card"], [await page.ReadAsync("#file"), await page.TextAsync("document.activeElement.id")]);
        await page.PressAsync(" ");
        Assert.Equal(["card-003.jpg", "1 of 4 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);
    }

    [Fact]
    public async Task The_space_bar_presses_the_button_that_has_the_focus()
    {
        using var scene = Written(4);
        await using var page = await chromium.OpenAsync(scene.File);
        await page.FocusAsync("#next");
        await page.PressAsync(" ");
        Assert.Equal(["card-001.jpg", "0 of 4 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);
        await page.PressAsync("c");
        Assert.Equal(["card-002.jpg", "1 of 4 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);
    }

    [Fact]
    public async Task Keys_in_the_list_of_statuses_are_its_own()
    {
        using var scene = Written(4);
        await using var page = await chromium.OpenAsync(scene.File);
        await page.FocusAsync("#status");
        foreach (var key in new[] { "j", "c", "+", "?" }) await page.PressAsync(key);
        Assert.Equal(["card-000.jpg", "0 of 4 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);
        Assert.Equal("status false", await page.TextAsync("`${document.activeElement.id} ${document.getElementById('help').open}`"));
    }

    [Fact]
    public async Task A_click_on_a_value_enlarges_the_picture_around_its_box_and_the_next_shows_it_whole()
    {
        const string zoom = "document.getElementById('sheet').style.getPropertyValue('--zoom')";
        using var scene = new ReviewScene();
        scene.Add("ac-01-english.jpg");
        Assert.Empty(scene.Write());
        await using var page = await chromium.OpenAsync(scene.File, new BrowserView(Height: 600));
        await page.WaitAsync("document.getElementById('image').naturalWidth > 0");
        var label = await page.ReadAsync("#fields li:last-child .label");
        var width = await WidthAsync();
        await page.ClickAsync("#fields li:last-child button");
        Assert.Equal("2", await page.TextAsync(zoom));
        Assert.Equal(2 * width, await WidthAsync(), 1.0);
        Assert.True(await IsWithinAsync(page, $"#boxes polygon[aria-label='Box: {label}']", "#stage"));
        await page.ClickAsync("#fields li:last-child button");
        Assert.Equal("1", await page.TextAsync(zoom));

        async Task<double> WidthAsync()
        {
            var text = await page.TextAsync("document.getElementById('image').getBoundingClientRect().width");
            return double.Parse(text, CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [InlineData("(D-8)")]
    [InlineData("(E-7-4)")]
    [InlineData("(E-7-S)")]
    [InlineData("(F-2\u201099)")]
    [InlineData("D - 10")]
    public async Task A_code_is_never_parted_at_a_lines_end_and_is_copied_as_it_is(string code)
    {
        var texts = Enumerable.Range(1, 40).Select(length => new string('x', length) + (code[0] == '(' ? "" : " ") + code).ToArray();
        using var scene = new ReviewScene();
        var fields = texts.Select((text, i) => new ReviewField("visaType", text, i)).ToArray();
        scene.Page.Add(new ReviewCard { Status = ReviewStatus.Success, Path = "/in/card.jpg", Fields = fields });
        Assert.Empty(scene.Write());
        await using var page = await chromium.OpenAsync(scene.File);
        const string copied = "text => { getSelection().selectAllChildren(text); return String(getSelection()); }";
        Assert.Equal(texts, await page.TextsAsync($"[...document.querySelectorAll('#fields .text')].map({copied})"));

        // The top of each of the code's letters.
        var tops = await page.TextsAsync($$"""
            [...document.querySelectorAll('#fields .text')].map(text => {
              const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
              const tops = [];
              while (walker.nextNode()) {
                for (let i = 0; i < walker.currentNode.length; i++) {
                  const range = document.createRange();
                  range.setStart(walker.currentNode, i);
                  range.setEnd(walker.currentNode, i + 1);
                  tops.push(range.getBoundingClientRect().top);
                }
              }
              return new Set(tops.slice(-{{code.Length}})).size + ' of ' + new Set(tops).size;
            })
            """);
        Assert.All(tops, lines => Assert.StartsWith("1 of ", lines, StringComparison.Ordinal));
        Assert.Contains("1 of 2", tops);
    }

    private static async Task<bool> IsWithinAsync(BrowserPage page, string inner, string outer) => await page.TextAsync($$"""
        (() => {
          const [inner, outer] = ["{{inner}}", "{{outer}}"].map(selector => document.querySelector(selector).getBoundingClientRect());
          return inner.height > 0 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
            && inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
        })()
        """) == "true";

    private static ReviewScene Written(int cards)
    {
        var scene = new ReviewScene();
        for (var i = 0; i < cards; i++)
        {
            // The browser keeps the marks of one test's cards while the next runs.
            var hash = SourceFile.HashOf(Encoding.UTF8.GetBytes($"{scene.Folder} {i}"));
            scene.Page.Add(new ReviewCard { Status = ReviewStatus.Failure, Path = $"/in/card-{i:000}.jpg", ImageHash = hash });
        }

        Assert.Empty(scene.Write());
        return scene;
    }
}
