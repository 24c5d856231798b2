using System;
using System.IO;
using System.Linq;

namespace ClovaOcr.Tests.Review.Browser;

/// <summary>Where a Chromium, Chrome or Edge may be installed.</summary>
internal static class ChromiumProgram
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
            .Select(Environment.GetEnvironmentVariable)
            .OfType<string>()
            .SelectMany(folder => new[] { Path.Combine(folder, @"Google\Chrome\Application\chrome.exe"), Path.Combine(folder, @"Microsoft\Edge\Application\msedge.exe") }),
    ];

    /// <summary>The program; null when there is none. The environment variable CHROMIUM names another.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given) return given;
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var inPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name + extension)));
        return inPath.Concat(Places).FirstOrDefault(File.Exists);
    }
}
