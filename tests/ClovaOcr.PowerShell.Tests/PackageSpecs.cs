using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What is installed, and what the PowerShell Gallery is told of it.</summary>
public sealed class PackageSpecs(PackagedModule packaged) : IClassFixture<PackagedModule>
{
    private const int MaximumBytes = 5 * 1024 * 1024;

    [Fact]
    public void The_folder_that_is_installed_holds_the_module_its_help_and_its_terms_and_nothing_else()
    {
        var assemblies = Directory.GetFiles(Path.Combine(Checkout.Root, "lib")).Select(file => "lib/" + Path.GetFileName(file));
        Assert.Equal(
            new[]
            {
                "CHANGELOG.md", "ClovaOcr.Format.ps1xml", "ClovaOcr.psd1", "LICENSE", "SECURITY.md", "THIRD-PARTY-NOTICES.txt",
            }.Concat(assemblies).Concat(HelpFiles("en-US")).Concat(HelpFiles("ko-KR")).Order(StringComparer.Ordinal),
            packaged.Files);
    }

    [Fact]
    public void Nothing_in_it_is_a_script_so_that_no_execution_policy_stops_it() =>
        Assert.DoesNotContain(packaged.Files, file => Path.GetExtension(file) is ".ps1" or ".psm1");

    [Fact]
    public void The_package_holds_the_very_files_of_the_folder_and_has_less_than_5_MB()
    {
        using var package = ZipFile.OpenRead(packaged.Package);
        var entries = package.Entries
            .Where(entry => !Regex.IsMatch(entry.FullName, @"^(_rels/|package/|ClovaOcr\.nuspec$|\[Content_Types\]\.xml$)"))
            .ToDictionary(entry => Uri.UnescapeDataString(entry.FullName));
        Assert.Equal(packaged.Files, entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(packaged.Files, file =>
        {
            using var content = entries[file].Open();
            Assert.Equal(SHA256.HashData(File.ReadAllBytes(Path.Combine(packaged.Folder, file))), SHA256.HashData(content));
        });
        Assert.InRange(new FileInfo(packaged.Package).Length, 1, MaximumBytes - 1);
    }

    [Fact]
    public void The_same_files_make_the_same_package()
    {
        using var again = new PackagedModule();
        Assert.Equal(File.ReadAllBytes(packaged.Package), File.ReadAllBytes(again.Package));
    }

    [Fact]
    public async Task The_engine_finds_the_installed_manifest_valid_and_complete()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("Test-ModuleManifest $args[0]", packaged.Manifest);
        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        var module = (PSModuleInfo)run.Output.Single().BaseObject;
        Assert.Equal(Path.GetFileName(packaged.Folder), module.Version.ToString());
        Assert.Equal((new System.Version(5, 1), new System.Version(4, 7, 2)), (module.PowerShellVersion, module.DotNetFrameworkVersion));
        Assert.Equal(["Core", "Desktop"], module.CompatiblePSEditions.Order());
        Assert.All([module.Author, module.CompanyName, module.Copyright, module.Description], Assert.NotEmpty);
        Assert.All([module.ProjectUri, module.LicenseUri], address => Assert.Equal("https", address.Scheme));
        Assert.All(module.ExportedCmdlets.Keys, name => Assert.DoesNotContain('*', name));
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedAliases);
    }

    [Fact]
    public void The_version_stands_in_one_place_and_the_changelog_has_a_section_for_it()
    {
        var version = Entry("ModuleVersion");
        Assert.Equal(version, Path.GetFileName(packaged.Folder));
        Assert.Equal(version, FileVersion("ClovaOcr.dll"));
        Assert.Equal(version, FileVersion("ClovaOcr.PowerShell.dll"));
        Assert.Equal($"ClovaOcr.{Version}.nupkg", Path.GetFileName(packaged.Package));
        Assert.Matches($@"(?m)^## {Regex.Escape(Version)} - (Unreleased|\d{{4}}-\d\d-\d\d)$", Changelog);
    }

    [Fact]
    public void The_release_notes_are_the_versions_section_of_the_changelog_in_the_manifest_and_in_the_package()
    {
        var notes = Regex.Match(Changelog, $@"(?ms)^## {Regex.Escape(Version)} .*?\n(.*?)(?=^## |\z)").Groups[1].Value.Trim();
        Assert.NotEmpty(notes);
        notes = notes.Replace("](docs/", $"]({PackageData("ProjectUri")}/blob/v{Version}/docs/", StringComparison.Ordinal);
        Assert.Equal(notes, (string)PackageData("ReleaseNotes")!);
        Assert.Equal(notes, Said("releaseNotes").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Each_link_of_the_release_notes_leads_somewhere_from_the_Gallery_too()
    {
        var tag = $"{PackageData("ProjectUri")}/blob/v{Version}/";
        var links = Regex.Matches((string)PackageData("ReleaseNotes")!, @"\]\(([^)]*)\)").Select(link => link.Groups[1].Value).ToList();
        Assert.Contains(links, link => link.StartsWith(tag, StringComparison.Ordinal));
        Assert.All(links, link => Assert.Equal("https", new Uri(link, UriKind.Absolute).Scheme));
        Assert.All(links.Where(link => link.StartsWith(tag, StringComparison.Ordinal)), link =>
            Assert.True(File.Exists(Path.Combine(Checkout.Root, link[tag.Length..].Split('#')[0])), link));
    }

    [Fact]
    public void The_package_says_what_the_manifest_says()
    {
        Assert.Equal(("ClovaOcr", Version), (Said("id"), Said("version")));
        Assert.Equal((Entry("Author"), Entry("CompanyName")), (Said("authors"), Said("owners")));
        Assert.Equal((Entry("Description"), Entry("Copyright")), (Said("description"), Said("copyright")));
        Assert.Equal([PackageData("ProjectUri"), PackageData("LicenseUri")], [Said("projectUrl"), Said("licenseUrl")]);
        var repository = packaged.Metadata.Elements().Single(element => element.Name.LocalName == "repository");
        Assert.Equal(["git", (string?)PackageData("ProjectUri")], [(string?)repository.Attribute("type"), (string?)repository.Attribute("url")]);
        Assert.DoesNotContain(packaged.Metadata.Elements(), element => element.Name.LocalName == "dependencies");
    }

    [Fact]
    public void The_Gallery_finds_it_by_its_tags_its_editions_and_each_of_its_commands()
    {
        var commands = ((object[])Manifest["CmdletsToExport"]!).Cast<string>().ToList();
        Assert.Equal(
            [
                "PSModule", .. ((object[])PackageData("Tags")!).Cast<string>(), "PSIncludes_Cmdlet",
                .. commands.Select(name => "PSCmdlet_" + name), .. commands.Select(name => "PSCommand_" + name),
            ],
            Said("tags").Split(' '));
        Assert.Superset(new[] { "PSEdition_Core", "PSEdition_Desktop" }.ToHashSet(), Said("tags").Split(' ').ToHashSet());
    }

    private static string Changelog => File.ReadAllText(Path.Combine(Checkout.Root, "CHANGELOG.md"));

    /// <summary>What the pages of a culture become: one file for the commands, one for each topic.</summary>
    private static IEnumerable<string> HelpFiles(string culture)
    {
        var folder = Path.Combine(Checkout.Root, "docs", culture);
        var pages = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Select(Path.GetFileNameWithoutExtension).ToList() : [];
        return pages.Where(page => page!.StartsWith("about_", StringComparison.Ordinal))
            .Select(topic => topic + ".help.txt")
            .Concat(pages.Count > 0 ? ["ClovaOcr.PowerShell.dll-Help.xml"] : [])
            .Select(file => $"{culture}/{file}");
    }

    private Hashtable Manifest =>
        (Hashtable)Parser.ParseFile(packaged.Manifest, out _, out _)
            .Find(part => part is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();

    private string Version => PackageData("Prerelease") is string label ? $"{Entry("ModuleVersion")}-{label}" : Entry("ModuleVersion");

    private string Entry(string name) => (string)Manifest[name]!;

    private object? PackageData(string name) => ((Hashtable)((Hashtable)Manifest["PrivateData"]!)["PSData"]!)[name];

    private string Said(string element) => packaged.Metadata.Elements().Single(found => found.Name.LocalName == element).Value;

    private static string FileVersion(string assembly) =>
        System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(Checkout.Root, "lib", assembly)).Version!.ToString(3);
}
