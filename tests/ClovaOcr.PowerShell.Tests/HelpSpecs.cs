using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using HelpPages;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What <c>Get-Help</c> shows of the help that the build made, in each culture that has pages.</summary>
public sealed class HelpSpecs
{
    private const string Address = "https://github.com/clova-ocr/ClovaOcr/blob/main/docs";
    private static readonly string Docs = Path.Combine(Checkout.Root, "docs");

    public static TheoryData<string> Cultures => [.. new[] { "en-US", "ko-KR" }.Where(culture => PagesOf(culture).Any())];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_command_is_explained_whole(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var commands = scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CmdletInfo)command.BaseObject).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var help = Help(scenario, culture, command.Name);
            Assert.Equal(LineBelow(PageOf(culture, command.Name), "## "), Text(help, "Synopsis"));
            Assert.NotEmpty(Text(help, "description"));
            Assert.NotEmpty(Text(help, "alertSet", "alert"));
            Assert.All(All(help, "inputTypes", "inputType").Concat(All(help, "returnValues", "returnValue")), type =>
            {
                Assert.NotEmpty(Text(type, "type", "name"));
                Assert.NotEmpty(Text(type, "description"));
            });
            Assert.NotEmpty(All(help, "inputTypes", "inputType"));
            Assert.NotEmpty(All(help, "returnValues", "returnValue"));
            Assert.True(All(help, "examples", "example").Count >= 3, command.Name);
            Assert.All(All(help, "examples", "example"), example =>
            {
                Assert.NotEmpty(Text(example, "code"));
                Assert.NotEmpty(Text(example, "remarks"));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_parameter_is_explained_as_the_command_has_it(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var command in scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CmdletInfo)command.BaseObject))
        {
            var help = Help(scenario, culture, command.Name);
            var explained = All(help, "parameters", "parameter").ToDictionary(parameter => Text(parameter, "name"));
            Assert.Equal(command.Parameters.Keys.Except(Cmdlet.CommonParameters).Order(), explained.Keys.Order());
            foreach (var (name, parameter) in explained)
            {
                Assert.NotEmpty(Text(parameter, "description"));
                var inSets = command.ParameterSets.SelectMany(set => set.Parameters).Where(one => one.Name == name).ToList();
                Assert.Equal(inSets.All(one => one.IsMandatory) ? "true" : "false", Text(parameter, "required"));
                Assert.Equal(inSets.Max(one => one.Position) is >= 0 and var place ? $"{place}" : "named", Text(parameter, "position"));
                Assert.Equal(inSets[0].Aliases.Count > 0 ? string.Join(", ", inSets[0].Aliases) : "none", Text(parameter, "aliases"));
                var input = Text(parameter, "pipelineInput");
                Assert.Equal(inSets.Any(one => one.ValueFromPipeline), input.Contains("ByValue", StringComparison.Ordinal));
                Assert.Equal(inSets.Any(one => one.ValueFromPipelineByPropertyName), input.Contains("ByPropertyName", StringComparison.Ordinal));
            }

            // What a syntax line of the help shows, the engine shows too.
            var syntax = All(help, "syntax", "syntaxItem").Select(item => All(item, "parameter").Select(parameter => Text(parameter, "name")));
            var sets = command.ParameterSets.Select(set => set.Parameters.Select(one => one.Name).Except(Cmdlet.CommonParameters));
            Assert.Equal(sets.Select(Line).Order(), syntax.Select(Line).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task The_online_page_is_the_page_of_the_same_culture(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var page in PagesOf(culture).Where(page => page.Contains('-', StringComparison.Ordinal)))
        {
            // Get-Help -Online opens the first link that has an address.
            var links = All(Help(scenario, culture, page), "relatedLinks", "navigationLink");
            Assert.Equal($"{Address}/{culture}/{page}.md", links.Select(link => Text(link, "uri")).First(address => address.Length > 0));
            var others = links.Where(link => Text(link, "uri").Length == 0).Select(link => Text(link, "linkText"));
            Assert.All(others, other => Assert.True(File.Exists(PageOf(culture, other)), other));
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_topic_is_found(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var topic in PagesOf(culture).Where(page => page.StartsWith("about_", StringComparison.Ordinal)))
        {
            var lines = Help(scenario, culture, topic).ToString().Split('\n');
            Assert.Equal("    " + topic, lines[1].TrimEnd('\r'));
            Assert.Contains(lines, line => line.Contains("Invoke-AlienCardOcr", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task A_list_of_topics_shows_each_short_description_whole(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var topics = HelpOf(scenario, culture, "about_ClovaOcr*")
            .ToDictionary(topic => Text(topic, "Name"), topic => Text(topic, "Synopsis"));
        var pages = PagesOf(culture).Where(page => page.StartsWith("about_", StringComparison.Ordinal));
        Assert.Equal(pages.ToDictionary(page => page, page => LineBelow(PageOf(culture, page), "## ")), topics);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ko")]
    [InlineData("")]
    public async Task Who_speaks_another_language_gets_English(string culture)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal(
            LineBelow(PageOf("en-US", "Invoke-AlienCardOcr"), "## "),
            Text(Help(scenario, culture, "Invoke-AlienCardOcr"), "Synopsis"));
    }

    [Fact]
    public void What_was_built_is_the_help_of_these_pages_to_the_byte()
    {
        var folder = Directory.CreateTempSubdirectory("clovaocr-");
        try
        {
            Assert.Empty(HelpBuild.Run(Options(folder.FullName)));
            foreach (var culture in Cultures.Select(row => row.Data))
            {
                var files = Directory.GetFiles(Path.Combine(folder.FullName, culture)).Order(StringComparer.Ordinal).ToList();
                Assert.Equal(
                    files.Select(Path.GetFileName),
                    Directory.GetFiles(Path.Combine(Checkout.Root, culture)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
                var built = Path.Combine(Checkout.Root, culture);
                Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(built, Path.GetFileName(file)))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static HelpBuildOptions Options(string destination) => new()
    {
        Pages = Docs,
        Manifest = Checkout.ModuleManifest,
        Assembly = Path.Combine(Checkout.Root, "lib", "ClovaOcr.PowerShell.dll"),
        Scripts = Path.Combine(Checkout.Root, "samples", "scripts"),
        Destination = destination,
    };

    private static string PageOf(string culture, string name) => Path.Combine(Docs, culture, name + ".md");

    private static IEnumerable<string> PagesOf(string culture)
    {
        var folder = Path.Combine(Docs, culture);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)) : [];
    }

    private static string Line(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    /// <summary>The paragraph below the first head of a kind, on one line.</summary>
    private static string LineBelow(string page, string head) => string.Join(
        ' ', File.ReadLines(page).SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0))
        .Replace("`", "", StringComparison.Ordinal);

    private static PSObject Help(Scenario scenario, string culture, string name) => HelpOf(scenario, culture, name).Single();

    private static IReadOnlyList<PSObject> HelpOf(Scenario scenario, string culture, string name)
    {
        CultureInfo given;
        try
        {
            given = CultureInfo.GetCultureInfo(culture);
        }
        catch (CultureNotFoundException)
        {
            Assert.Skip("This machine has no cultures (globalization-invariant mode).");
            throw;
        }

        return scenario.RunUnkept("[cultureinfo]::CurrentUICulture = $args[0]; Get-Help $args[1] -ErrorAction Stop", given, name).Output;
    }

    /// <summary>The elements at the end of a way through properties; a single one is no list.</summary>
    private static List<PSObject> All(PSObject start, params string[] way)
    {
        object? at = start;
        foreach (var name in way) at = at is null ? null : PSObject.AsPSObject(at).Properties[name]?.Value;
        return (at is PSObject { BaseObject: Array wrapped } ? wrapped : at as Array) is { } several
            ? [.. several.Cast<object>().Select(PSObject.AsPSObject)]
            : at is null ? [] : [PSObject.AsPSObject(at)];
    }

    private static string Text(PSObject start, params string[] way) =>
        string.Join('\n', All(start, way).Select(part => part.Properties["Text"]?.Value?.ToString() ?? part.ToString())).Trim();
}
