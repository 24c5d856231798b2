using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace ClovaOcr.Tests.Review.Browser;

/// <summary>A page in a browser, with hands and eyes on it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;

    private BrowserPage(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>What the browser asked any address for, the page's own file and its pictures aside.</summary>
    public string[] Requests => [.. _tools.Events("Network.requestWillBeSent")
        .Where(IsOwn)
        .Select(item => (string)item["params"]!["request"]!["url"]!)
        .Where(url => !url.StartsWith("blob:", StringComparison.Ordinal) && !url.StartsWith("file:", StringComparison.Ordinal))];

    /// <summary>What went wrong: broken rules of the page's policy, errors of its script, and what the console was told.</summary>
    public string[] Complaints => [.. new[] { "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Audits.issueAdded" }
        .SelectMany(_tools.Events)
        .Where(IsOwn)
        .Select(item => item.ToJsonString())];

    public static async Task<BrowserPage> OpenAsync(DevTools tools, string file, BrowserView view)
    {
        tools.ForgetEvents();
        var target = (string)(await tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }))["targetId"]!;
        var session = (string)(await tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
        var page = new BrowserPage(tools, target, session);
        foreach (var domain in new[] { "Page", "Network", "Runtime", "Log", "Audits" }) await page.SendAsync($"{domain}.enable");

        // Keys come to it even while the browser shows another page.
        await page.SendAsync("Emulation.setFocusEmulationEnabled", new() { ["enabled"] = true });
        await page.LookAsync(view);
        await page.LoadAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>Changes language, colours and size.</summary>
    public async Task LookAsync(BrowserView view)
    {
        var agent = (string)(await _tools.SendAsync("Browser.getVersion"))["userAgent"]!;
        await SendAsync("Emulation.setUserAgentOverride", new() { ["userAgent"] = agent, ["acceptLanguage"] = view.Language });
        await SendAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = view.Scheme }) });
        await SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = view.Width, ["height"] = view.Height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
    }

    public async Task LoadAsync(string address)
    {
        await SendAsync("Page.navigate", new() { ["url"] = address });
        await WaitUntilLoadedAsync();
    }

    /// <summary>Runs something before the page's own script, from the next time it is loaded on.</summary>
    public async Task BeforeLoadAsync(string script) => await SendAsync("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = script });

    /// <summary>Loads the page again, and waits until it is no longer the one that was there.</summary>
    public async Task ReloadAsync()
    {
        var before = (string)(await SendAsync("Page.getFrameTree"))["frameTree"]!["frame"]!["loaderId"]!;
        await SendAsync("Page.reload");
        await _tools.EventAsync("Page.frameNavigated", step => (string?)step["frame"]!["id"] == _target && (string?)step["frame"]!["loaderId"] != before);
        await WaitUntilLoadedAsync();
    }

    /// <summary>What a JavaScript expression is, as text.</summary>
    public async Task<string> TextAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = $"(async () => String(await ({expression})))()", ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["exceptionDetails"] is { } problem ? throw new InvalidOperationException(problem.ToJsonString()) : (string)answer["result"]!["value"]!;
    }

    /// <summary>What a JavaScript expression is that gives texts.</summary>
    public async Task<string[]> TextsAsync(string expression) => JsonSerializer.Deserialize<string[]>(await TextAsync($"JSON.stringify([...({expression})])"))!;

    /// <summary>The text of the first element of a selector.</summary>
    public Task<string> ReadAsync(string selector) => TextAsync($"document.querySelector({JsonSerializer.Serialize(selector)}).textContent");

    /// <summary>Waits until a JavaScript expression is true.</summary>
    public async Task WaitAsync(string expression) => await SendAsync("Runtime.evaluate", new()
    {
        ["expression"] = $"new Promise(go => {{ const look = () => ({expression}) ? go() : setTimeout(look, 10); look(); }})",
        ["awaitPromise"] = true,
    });

    /// <summary>Presses a key by its name in events, such as <c>ArrowRight</c>, <c>j</c> or a blank.</summary>
    public async Task PressAsync(string key)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var press = new JsonObject { ["type"] = type, ["key"] = key, ["windowsVirtualKeyCode"] = key.Length == 1 ? char.ToUpperInvariant(key[0]) : 0 };
            if (key.Length == 1 && type == "keyDown") press["text"] = key;
            await SendAsync("Input.dispatchKeyEvent", press);
        }
    }

    public Task FocusAsync(string selector) => TextAsync($"document.querySelector({JsonSerializer.Serialize(selector)}).focus()");

    /// <summary>Moves the mouse to the middle of an element.</summary>
    public async Task PointAsync(string selector) => await MouseAsync("mouseMoved", await MiddleAsync(selector));

    public async Task ClickAsync(string selector)
    {
        var middle = await MiddleAsync(selector);
        foreach (var type in new[] { "mouseMoved", "mousePressed", "mouseReleased" }) await MouseAsync(type, middle);
    }

    /// <summary>Lets the page save files into a folder, does something, and gives the file that it saved.</summary>
    public async Task<string> DownloadAsync(string folder, Func<Task> action)
    {
        await _tools.SendAsync("Browser.setDownloadBehavior", new() { ["behavior"] = "allow", ["downloadPath"] = folder, ["eventsEnabled"] = true });
        await action();
        var begun = await _tools.EventAsync("Browser.downloadWillBegin");
        await _tools.EventAsync("Browser.downloadProgress", state => (string?)state["state"] == "completed");
        return Path.Combine(folder, (string)begun["suggestedFilename"]!);
    }

    public async Task<byte[]> ScreenshotAsync() =>
        Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", new() { ["format"] = "png" }))["data"]!);

    /// <summary>A figure of the browser's own, such as <c>JSHeapUsedSize</c> or <c>TaskDuration</c>.</summary>
    public async Task<double> MetricAsync(string name)
    {
        await SendAsync("Performance.enable");
        var metrics = (await SendAsync("Performance.getMetrics"))["metrics"]!.AsArray();
        return (double)metrics.First(metric => (string)metric!["name"]! == name)!["value"]!;
    }

    public async ValueTask DisposeAsync() => await _tools.SendAsync("Target.closeTarget", new() { ["targetId"] = _target });

    private Task WaitUntilLoadedAsync() =>
        WaitAsync("document.readyState !== 'loading' && location.href.startsWith('file:') && document.getElementById('image')?.complete");

    private bool IsOwn(JsonNode message) => (string?)message["sessionId"] == _session;

    private Task<JsonNode> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    private async Task<(double X, double Y)> MiddleAsync(string selector)
    {
        var text = await TextAsync(
            $"(() => {{ const e = document.querySelector({JsonSerializer.Serialize(selector)}); e.scrollIntoView({{ block: 'nearest' }});"
            + " const r = e.getBoundingClientRect(); return `${r.x + r.width / 2} ${r.y + r.height / 2}`; })()");
        var parts = text.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1]);
    }

    private Task<JsonNode> MouseAsync(string type, (double X, double Y) place) => SendAsync("Input.dispatchMouseEvent", new()
    {
        ["type"] = type, ["x"] = place.X, ["y"] = place.Y, ["button"] = type == "mouseMoved" ? "none" : "left", ["clickCount"] = 1,
    });
}
