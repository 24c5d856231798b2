using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The step of the build that makes the help: run when it has to be, on a checkout that a page has gone from too.</summary>
public sealed class HelpBuildStepSpecs : IDisposable
{
    private readonly DraftPages _pages = new();

    public HelpBuildStepSpecs()
    {
        _pages.Copy("docs/ko-KR");
        var lib = Directory.CreateDirectory(Path.Combine(_pages.Root, "lib")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, "lib"))) File.Copy(file, Path.Combine(lib, Path.GetFileName(file)));

        File.Copy(Checkout.ModuleManifest, Path.Combine(_pages.Root, "ClovaOcr.psd1"));
    }

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void The_help_of_a_page_that_went_goes_with_the_next_build_and_nothing_is_written_without_need()
    {
        WriteTopic("en-US", "Short description", "Long description", "See also");
        WriteTopic("ko-KR", "간단한 설명", "자세한 설명", "참고 항목");
        Build();
        var written = File.GetLastWriteTimeUtc(Help("en-US", "about_Old.help.txt"));
        Assert.True(File.Exists(Help("ko-KR", "about_Old.help.txt")));

        Build();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Help("en-US", "about_Old.help.txt")));

        foreach (var culture in new[] { "en-US", "ko-KR" }) File.Delete(Path.Combine(_pages.Root, "docs", culture, "about_Old.md"));
        Build();
        Assert.False(File.Exists(Help("en-US", "about_Old.help.txt")));
        Assert.False(File.Exists(Help("ko-KR", "about_Old.help.txt")));
        Assert.True(File.Exists(Help("ko-KR", "about_ClovaOcr.help.txt")));
    }

    private void WriteTopic(string culture, params string[] heads) =>
        _pages.Write($"docs/{culture}/about_Old.md", "# about_Old\n\n" + string.Concat(heads.Select(head => $"## {head}\n\nOld.\n\n")));

    private string Help(string culture, string file) => Path.Combine(_pages.Root, culture, file);

    /// <summary>Runs the build's own step, with what this checkout has built, on the folder of the pages.</summary>
    private void Build()
    {
        var configuration = typeof(HelpBuildStepSpecs).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        using var msbuild = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Checkout.Root, "src", "ClovaOcr.PowerShell"), "-t:ResolveProjectReferences;WriteHelp",
                "-p:BuildProjectReferences=false", $"-p:Configuration={configuration}",
                $"-p:RepositoryRoot={_pages.Root}{Path.DirectorySeparatorChar}",
                $"-p:HelpPageList={Path.Combine(_pages.Root, "HelpPages.txt")}", "-nodeReuse:false", "-verbosity:quiet", "-nologo",
            },
            RedirectStandardOutput = true,
        })!;
        var said = msbuild.StandardOutput.ReadToEnd();
        msbuild.WaitForExit();
        Assert.True(msbuild.ExitCode == 0, said);
    }
}
