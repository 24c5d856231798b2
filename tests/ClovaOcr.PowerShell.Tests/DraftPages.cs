using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HelpPages;
using HelpPages.Checking;
using HelpPages.Reading;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>This checkout's pages of help in a folder of their own, to be changed and built.</summary>
internal sealed class DraftPages : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("clovaocr-");

    /// <summary>Copies the English pages, and what they link to.</summary>
    public DraftPages()
    {
        Copy("docs");
        Copy("docs/en-US");
        Copy("samples/scripts", "*.ps1");
    }

    /// <summary>The folder, which gets the help that is built too.</summary>
    public string Root => _root.FullName;

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Whether a problem has a line and these words.</summary>
    public static bool Says(Problem problem, string message) =>
        problem.Message.Contains(message, StringComparison.Ordinal) && problem.Line > 0;

    /// <summary>Copies the files of one folder.</summary>
    public void Copy(string folder, string pattern = "*.md")
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, folder), pattern))
            Write(Path.GetRelativePath(Checkout.Root, file), File.ReadAllText(file));
    }

    /// <summary>What the build says when an English page has one text in place of another.</summary>
    public IReadOnlyList<Problem> ProblemsWith(string page, string text, string instead)
    {
        Change($"docs/en-US/{page}.md", text, instead);
        return Build();
    }

    /// <summary>Makes the help of the pages; what is wrong with them.</summary>
    public IReadOnlyList<Problem> Build() => HelpBuild.Run(new HelpBuildOptions
    {
        Pages = Path.Combine(Root, "docs"),
        Manifest = Checkout.ModuleManifest,
        Assembly = Path.Combine(Checkout.Root, "lib", "ClovaOcr.PowerShell.dll"),
        Scripts = Path.Combine(Checkout.Root, "samples", "scripts"),
        Destination = Root,
    });

    /// <summary>Makes pages of another language by giving the English ones its heads and its words for limits.</summary>
    public void TranslateHeads()
    {
        var (from, to) = (SectionTitles.ByCulture["en-US"], SectionTitles.ByCulture["ko-KR"]);
        var heads = from.OfCommand.Concat(from.OfTopic).Zip(to.OfCommand.Concat(to.OfTopic)).Append((from.None, to.None));
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "docs", "en-US")))
        {
            var english = LimitWords.ByCulture["en-US"].Range.Replace(File.ReadAllText(file), "$1~$2");
            english = LimitWords.ByCulture["en-US"].Default.Replace(english, "기본값은 $1");
            Write($"docs/ko-KR/{Path.GetFileName(file)}", heads.Aggregate(english, (text, head) => text
                .Replace($"\n## {head.Item1}\n", $"\n## {head.Item2}\n", StringComparison.Ordinal)
                .Replace($"\n### {head.Item1}\n", $"\n### {head.Item2}\n", StringComparison.Ordinal)));
        }
    }

    /// <summary>Puts one text in place of the first like another.</summary>
    public void Change(string file, string text, string instead)
    {
        var page = Read(file);
        Assert.Contains(text, page, StringComparison.Ordinal);
        var at = page.IndexOf(text, StringComparison.Ordinal);
        Write(file, string.Concat(page.AsSpan(0, at), instead, page.AsSpan(at + text.Length)));
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
