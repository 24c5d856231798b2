using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Tests.Review.Browser;

/// <summary>A real browser without a window, for the tests of one class. Where none is installed, they are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly string _profile = Directory.CreateTempSubdirectory("clova-ocr-browser-").FullName;
    private Process? _process;
    private DevTools? _tools;

    /// <summary>Opens a page file.</summary>
    internal async Task<BrowserPage> OpenAsync(string file, BrowserView? view = null)
    {
        Assert.SkipWhen(_tools is null, "There is no Chromium, Chrome or Edge. Install one, or name it in the environment variable CHROMIUM.");
        return await BrowserPage.OpenAsync(_tools!, file, view ?? new BrowserView());
    }

    /// <summary>Starts the browser.</summary>
    public async ValueTask InitializeAsync()
    {
        if (ChromiumProgram.Find() is not { } program) return;
        var start = new ProcessStartInfo(program, ["--headless=new", "--remote-debugging-port=0", $"--user-data-dir={_profile}", "--no-first-run", "--disable-gpu",
            "--disable-component-update", "--disable-background-networking", "--force-device-scale-factor=1"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        // Its sandbox does not work for root, who runs containers.
        if (Environment.UserName == "root") start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add("about:blank");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            const string words = "DevTools listening on ";
            if (line.Data?.StartsWith(words, StringComparison.Ordinal) == true) address.TrySetResult(new Uri(line.Data[words.Length..]));
            else if (line.Data is null) address.TrySetException(new InvalidOperationException("The browser ended before it was there."));
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _tools = await DevTools.ConnectAsync(await address.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>Ends the browser and removes what it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_tools is not null) await _tools.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        // A process of the browser's that is ended may still write its last.
        await Eventually.IsTrueAsync(IsProfileGone);
    }

    private bool IsProfileGone()
    {
        try
        {
            if (Directory.Exists(_profile)) Directory.Delete(_profile, recursive: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
