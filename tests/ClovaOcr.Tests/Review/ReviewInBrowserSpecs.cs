using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Review;
using ClovaOcr.Tests.Review.Browser;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>The page as the person sees and uses it who checks, in a real browser.</summary>
public sealed class ReviewInBrowserSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    private const string PictureIsThere = "document.getElementById('image').complete && document.getElementById('image').naturalWidth > 0";

    [Fact]
    public async Task A_box_and_its_text_are_lit_together_by_mouse_and_by_focus()
    {
        using var scene = Written(scene => scene.Add("ac-01-english.jpg"));
        await using var page = await chromium.OpenAsync(scene.File);
        await page.WaitAsync(PictureIsThere);
        Assert.Equal("900", await page.TextAsync("document.getElementById('image').naturalWidth"));
        const string lit = "document.querySelectorAll('.lit')";
        Assert.Empty(await page.TextsAsync($"[...{lit}].map(e => e.textContent)"));

        await page.PointAsync("#boxes polygon[aria-label='Box: Name']");
        Assert.Equal(["polygon Box: Name", "BUTTON NameEXAMPLE ALICE"], await Lit());
        await page.PointAsync("#fields li:nth-child(1) button");
        Assert.Equal(["polygon Box: Registration no.", "BUTTON Registration no.900101-6******"], await Lit());
        await page.PointAsync("h1");
        Assert.Empty(await Lit());
        await page.FocusAsync("#boxes polygon[aria-label='Box: Nationality']");
        Assert.Equal("polygon Box: Nationality", (await Lit())[0]);

        // Every box lies on the picture, and the number's where it is black.
        Assert.Equal("true", await page.TextAsync(
            "[...document.querySelectorAll('#boxes polygon')].every(b => { const r = b.getBBox(); return r.x > 0 && r.y > 0 && r.x + r.width < 900 && r.width > 5; })"));

        Task<string[]> Lit() => page.TextsAsync($"[...{lit}].map(e => `${{e.tagName}} ${{e.getAttribute('aria-label') || e.textContent}}`)");
    }

    [Fact]
    public async Task A_field_that_is_called_like_what_every_object_has_is_called_so_on_the_page()
    {
        using var scene = Written(scene => scene.Page.Add(new ReviewCard { Status = ReviewStatus.Success, Fields = [new("constructor", "A"), new("__proto__", "B")] }));
        await using var page = await chromium.OpenAsync(scene.File);
        Assert.Equal(["constructorA", "__proto__B"], await page.TextsAsync("[...document.querySelectorAll('#fields button')].map(e => e.textContent)"));
    }

    [Fact]
    public async Task Filters_and_keys_lead_through_the_cards()
    {
        using var scene = Written(scene => scene.AddOneOfEach());
        await using var page = await chromium.OpenAsync(scene.File);
        Assert.Equal(["empty.jpg", "0 of 6 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);

        foreach (var (key, file) in new[] { ("ArrowRight", "table.jpg"), ("j", "licence.png"), ("ArrowDown", "ac-03-lossless.png"), ("k", "licence.png"), ("End", "ac-01-english.jpg"), ("j", "ac-01-english.jpg"), ("Home", "empty.jpg") })
        {
            await page.PressAsync(key);
            Assert.Equal(file, await page.ReadAsync("#file"));
        }

        await page.ClickAsync("[data-filter=doubtful]");
        Assert.Equal(5, (await Listed(page)).Length);
        await page.TextAsync("(() => { const s = document.getElementById('status'); s.value = 'Success'; s.dispatchEvent(new Event('change')); })()");
        Assert.Equal(["ac-03-lossless.png", "ac-02-korean.jpg"], await Listed(page));
        Assert.Equal("ac-03-lossless.png", await page.ReadAsync("#file"));
        Assert.Equal(["the service's validity check says INVALID"], await page.TextsAsync("[...document.querySelectorAll('#notes li')].map(e => e.textContent)"));
        await page.PressAsync("?");
        Assert.Equal("true", await page.TextAsync("document.getElementById('help').open"));
        await page.ClickAsync("#close");
        await page.PressAsync("+");
        Assert.Equal("1.5", await page.TextAsync("document.getElementById('sheet').style.getPropertyValue('--zoom')"));
    }

    [Fact]
    public async Task Marks_are_counted_outlive_the_page_and_are_exported_as_a_table()
    {
        const string formula = "=cmd|'C calc'!A0 \"x\".jpg";
        using var scene = Written(scene =>
        {
            scene.Add("ac-01-english.jpg");
            scene.Add("ac-02-korean.jpg", "나.jpg");
            scene.Page.Add(new ReviewCard { Status = ReviewStatus.Failure, Path = "/in/" + formula, ImageHash = new string('c', 64) });
        });
        await using var page = await chromium.OpenAsync(scene.File);
        await page.ClickAsync("[data-filter=unchecked]");
        await page.PressAsync("c");
        Assert.Equal(["ac-01-english.jpg", "1 of 3 checked"], [await page.ReadAsync("#file"), await page.ReadAsync("#count")]);
        await page.FocusAsync("#card");
        await page.PressAsync(" ");
        await page.PressAsync("c");
        Assert.Equal(["3 of 3 checked", "No card matches this filter.", ""], [await page.ReadAsync("#count"), await page.ReadAsync("#empty"), string.Concat(await Listed(page))]);
        await page.ClickAsync("[data-filter=all]");
        await page.PressAsync("End");
        await page.PressAsync("u");
        Assert.Equal("2 of 3 checked", await page.ReadAsync("#count"));

        // What a page keeps comes to the browser a moment later. It is there when another page sees it.
        var kept = await page.TextAsync("Object.values(localStorage).find(value => value.includes('ccc'))");
        await using (var other = await chromium.OpenAsync(scene.File))
            await other.WaitAsync($"Object.values(localStorage).includes('{kept}')");
        await page.ReloadAsync();
        Assert.Equal(["2 of 3 checked", "false"], [await page.ReadAsync("#count"), await page.TextAsync("document.querySelector('#list li:nth-child(3)').classList.contains('checked')")]);
        Assert.Matches("^\\[\"[0-9a-f]{64}\",\"[0-9a-f]{64}\"\\]$", kept);

        var file = await page.DownloadAsync(scene.Folder, () => page.ClickAsync("#save"));
        var (first, second) = (ReviewScene.CardOf("ac-01-english.jpg").ImageHash, ReviewScene.CardOf("ac-02-korean.jpg").ImageHash);
        Assert.Equal(
            "\"File\",\"ImageHash\",\"Status\",\"Checked\"\r\n"
            + $"\"'{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{new string('c', 64)}\",\"Failure\",\"True\"\r\n"
            + $"\"ac-01-english.jpg\",\"{first}\",\"Success\",\"True\"\r\n\"나.jpg\",\"{second}\",\"Success\",\"False\"\r\n",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..3]);
    }

    [Fact]
    public async Task Where_the_browser_keeps_nothing_marks_work_as_long_as_the_page_is_open()
    {
        using var scene = Written(scene => scene.Add("ac-10-etc-small-gray.jpg"));
        var text = scene.Text;
        await using var page = await chromium.OpenAsync(scene.File);
        await page.BeforeLoadAsync("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })");
        await page.ReloadAsync();
        await page.PressAsync("c");
        Assert.Equal("1 of 1 checked", await page.ReadAsync("#count"));
        Assert.Equal("This browser keeps no marks. Export them before you close the page.", await page.ReadAsync("#help p"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Language_and_colours_are_the_browsers_and_every_word_is_said_in_both()
    {
        using var scene = Written(scene => scene.AddOneOfEach());
        await using var page = await chromium.OpenAsync(scene.File, new BrowserView("ko-KR", "dark"));
        Assert.Equal(["외국인등록증 검토", "6건 중 0건 확인", "ko"], [await page.ReadAsync("h1"), await page.ReadAsync("#count"), await page.TextAsync("document.documentElement.lang")]);
        await page.PressAsync("End");
        Assert.Contains("외국인등록번호", await page.ReadAsync("#fields"), StringComparison.Ordinal);
        Assert.True(await Contrast("#file") > 7 && await Contrast("#place") > 4.5);
        Assert.True(await Contrast("#state") > 4.5 && await Contrast("#check") > 4.5);
        Assert.InRange(await Ground(), 0, 0.05);
        Assert.Equal("0", await page.TextAsync("[...document.querySelectorAll('[data-word]')].filter(e => !e.textContent || e.textContent === 'undefined').length"));

        await page.LookAsync(new BrowserView("en-GB", "light"));
        await page.ReloadAsync();
        Assert.Equal(["Card review", "en"], [await page.ReadAsync("h1"), await page.TextAsync("document.documentElement.lang")]);
        Assert.True(await Contrast("#file") > 7 && await Contrast("#place") > 4.5 && await Contrast("#state") > 4.5 && await Contrast("#check") > 4.5);
        Assert.InRange(await Ground(), 0.8, 1);
        Assert.DoesNotContain("undefined", await page.TextAsync("document.body.innerText"), StringComparison.Ordinal);

        Task<double> Ground() => Figure("return light(getComputedStyle(document.body).backgroundColor)");
        Task<double> Contrast(string selector) => Figure($$"""
              const element = document.querySelector('{{selector}}');
              let ground = element;
              while (parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
              const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(ground).backgroundColor)].sort((x, y) => y - x);
              return (a + 0.05) / (b + 0.05);
            """);
        async Task<double> Figure(string script) => double.Parse(await page.TextAsync($$"""
            (() => {
              const parts = color => color.match(/[\d.]+/g).map(Number);
              const light = color => parts(color).slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              {{script}}
            })()
            """), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Hostile_texts_are_inert_and_nothing_is_asked_of_any_address()
    {
        var texts = new[]
        {
            "</script><script>window.hit=1</script>", "<img src=http://192.0.2.1/x onerror=window.hit=1>", "\u202egpj.exe", new string('가', 100_000),
            "<style>*{background:url(http://192.0.2.1/y)}</style>", "javascript:window.hit=1", "__proto__", "${window.hit=1}",
        };
        using var scene = Written(scene =>
        {
            foreach (var text in texts)
            {
                scene.Page.Add(ReviewScene.CardOf("ac-01-english.jpg") with
                {
                    Path = "/in/" + text.Replace('/', '⁄'), Message = text, Warnings = text, ImageHash = $"{text.Length:x64}",
                    Fields = [new("name", text), new(text, text)],
                });
            }
        });
        await using var page = await chromium.OpenAsync(scene.File);
        for (var i = 0; i < texts.Length; i++)
        {
            await page.TextAsync("document.body.innerText.length");
            await page.PressAsync("c");
        }

        Assert.Equal(["undefined", "0", "2"], [await page.TextAsync("window.hit"), await page.TextAsync("document.querySelectorAll('img[onerror], #fields style, a').length"), await page.TextAsync("document.querySelectorAll('script:not([type^=text])').length")]);
        Assert.Equal("true", await page.TextAsync("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(page.Requests);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task What_somebody_puts_into_the_file_neither_runs_nor_loads()
    {
        using var scene = Written(scene => scene.Add("ac-10-etc-small-gray.jpg"));
        await File.WriteAllTextAsync(
            scene.File,
            scene.Text.Replace("</body>", "<script>window.hit=1</script><img src='http://127.0.0.1:9/x'><style>h1{color:red}</style><p id=p onclick='window.hit=2'>p</p></body>", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await using var page = await chromium.OpenAsync(scene.File);
        await page.TextAsync("document.getElementById('p').click()");
        Assert.Equal("undefined", await page.TextAsync("window.hit"));
        Assert.NotEqual("rgb(255, 0, 0)", await page.TextAsync("getComputedStyle(document.querySelector('h1')).color"));
        Assert.NotEmpty(page.Complaints);
        Assert.Equal("0 of 1 checked", await page.ReadAsync("#count"));
    }

    [Fact]
    public async Task A_picture_is_decoded_when_it_is_looked_at_and_given_back_after()
    {
        using var scene = Written(scene => TestData.Specimens("ac").Take(4).ToList().ForEach(specimen => scene.Add(Path.GetFileName(specimen))));
        await using var page = await chromium.OpenAsync(scene.File);
        await page.WaitAsync(PictureIsThere);
        Assert.Equal("1", await page.TextAsync("document.images.length"));
        var first = await page.TextAsync("document.getElementById('image').src");
        await page.PressAsync("j");
        await page.WaitAsync(PictureIsThere);
        Assert.NotEqual(first, await page.TextAsync("document.getElementById('image').src"));
        Assert.Equal("gone", await page.TextAsync($"new Promise(go => {{ const i = new Image(); i.onload = () => go('there'); i.onerror = () => go('gone'); i.src = '{first}'; }})"));
    }

    [Fact]
    public async Task Two_thousand_cards_are_a_page_that_opens_and_turns_over()
    {
        using var scene = Written(scene =>
        {
            var cards = TestData.Specimens("ac").Take(2).Select(specimen => Path.GetFileName(specimen)!).Select(name => (Card: ReviewScene.CardOf(name), Name: name)).ToArray();
            var proofs = cards.Select(card => scene.Mask(card.Name, card.Card)).ToArray();
            for (var i = 0; i < 2000; i++)
            {
                scene.Page.Add(cards[i % 2].Card with { Path = $"/in/card-{i:0000}.jpg", ImageHash = $"{i:x64}", Warnings = i % 50 == 0 ? "a warning" : null });
                if (i < 6) scene.Page.Add(proofs[i % 2] with { SourceHash = $"{i:x64}" });
            }
        });
        await using var page = await chromium.OpenAsync(scene.File);
        Assert.Equal(["0 of 2000 checked", "2000"], [await page.ReadAsync("#count"), await page.TextAsync("document.querySelectorAll('#list li').length")]);
        Assert.Equal("40", await page.ReadAsync("[data-filter=doubtful] b"));
        for (var i = 0; i < 50; i++) await page.PressAsync("c");
        Assert.Equal(["50 of 2000 checked", "card-0011.jpg"], [await page.ReadAsync("#count"), await page.ReadAsync("#file")]);
    }

    private static Task<string[]> Listed(BrowserPage page) => page.TextsAsync("[...document.querySelectorAll('#list li:not([hidden]) .file')].map(e => e.textContent)");

    private static ReviewScene Written(Action<ReviewScene> arrange)
    {
        var scene = new ReviewScene();
        arrange(scene);
        Assert.Empty(scene.Write());
        return scene;
    }
}
