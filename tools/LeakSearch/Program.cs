using System;
using System.IO;
using System.Threading.Tasks;

namespace LeakSearch;

/// <summary>
/// <c>dotnet run --project tools/LeakSearch [-- [--keep FOLDER] COMMAND ARGUMENTS]</c>: runs a command, <c>dotnet test</c> if none is given,
/// and then searches every file that it left, its output included, for what is printed on the specimens and for tests' secrets. The exit
/// code is the command's, or 3 when it is 0 and something was found.
/// </summary>
internal static class Program
{
    private const int Found = 3;

    private static async Task<int> Main(string[] arguments)
    {
        var isKept = arguments is ["--keep", _, ..];
        var folder = isKept ? Directory.CreateDirectory(arguments[1]).FullName : Directory.CreateTempSubdirectory("leak-search-").FullName;
        if (isKept) arguments = arguments[2..];
        var search = new SpellingSearch(SoughtTexts.Of(Checkout()));
        var exitCode = await new WatchedRun(folder).RunAsync(arguments is [] ? ["dotnet", "test"] : arguments);

        var report = SearchReport.Of(folder, search);
        foreach (var line in report.Lines()) Console.WriteLine(line);
        var isClean = report.Findings.Count == 0 && report.Unread.Count == 0;
        if (isClean && !isKept) Directory.Delete(folder, recursive: true);
        else Console.WriteLine($"All of it is in {folder}.");
        return exitCode != 0 || isClean ? exitCode : Found;
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClovaOcr.psd1"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The search runs inside a checkout.");
    }
}
