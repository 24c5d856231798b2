using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading.Tasks;
using System.Xml.Linq;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>How the module's objects are shown: a table that fits the screen, a list of all that is of use, and no script in the data files.</summary>
public sealed class FormatSpecs
{
    /// <summary>What lists leave out: paths, in which a registration number is not masked; File stands for them.</summary>
    private static readonly string[] LeftOut = ["AlienCard.Path", "MaskedImage.Path", "MaskedImage.SourcePath"];

    private static readonly XDocument Views = XDocument.Load(Path.Combine(Checkout.Root, "ClovaOcr.Format.ps1xml"));

    [Fact]
    public async Task A_table_has_one_line_for_each_object_none_wider_than_the_screen()
    {
        await using var scenario = await StartAsync();
        foreach (var (script, width, heads) in new[]
        {
            ("$all", 100, "File Status Name RegistrationNo Warn Visa Issued"),
            ("$all", 80, "File Status Name RegistrationNo Warn"),
            ("$masked", 100, "Copy Format Size Covered AlsoTouched"),
            ("$masked", 80, "Copy Format Size Covered"),
            ("$all | Test-AlienRegistrationNumber", 100, "Number IsValid BirthDate Sex Message"),
            ("$all | Test-AlienRegistrationNumber", 80, "Number IsValid BirthDate Sex Message"),
            ("$connection", 100, "DomainId Connected Timeout InvokeUrl"),
            ("$connection", 80, "DomainId Connected Timeout InvokeUrl"),
            ("Get-AlienVisaCode", 100, "Code Name KoreanName"),
            ("Get-AlienVisaCode", 80, "Code Name KoreanName"),
            ("Update-AlienCardJournal $folder/cards.journal", 100, "Kept Dropped Superseded Damaged BytesBefore BytesAfter"),
            ("Update-AlienCardJournal $folder/cards.journal", 80, "Kept Dropped Superseded Damaged BytesBefore BytesAfter"),
        })
        {
            var objects = scenario.Run(script).Output.Count;
            scenario.Session.Invoke("$Host.UI.RawUI.BufferSize = [System.Management.Automation.Host.Size]::new($args[0], 1000)", width);
            var lines = Show(scenario, script);
            Assert.Equal(heads, string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            Assert.Equal(objects + 2, lines.Length);
            Assert.All(lines, line => Assert.True(line.Sum(CellsOf) <= width, line));
        }
    }

    [Fact]
    public async Task A_table_of_cards_shows_masked_numbers_other_kinds_of_card_and_how_many_warnings_there_are()
    {
        await using var scenario = await StartAsync();
        var lines = Show(scenario, "$all");
        Assert.Contains(lines, line => line.EndsWith("900101-6******    1 D-8    2019-05-17", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("WrongCardType", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_view_names_members_that_the_type_has_and_every_member_is_in_its_list()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var view in Views.Descendants("View"))
        {
            var type = (Type)scenario.Run($"[{view.Descendants("TypeName").First().Value}]").Output.Single().BaseObject;
            Assert.Equal([type.FullName!, $"Deserialized.{type.FullName}"], view.Descendants("TypeName").Select(name => name.Value));
            Assert.All(Properties(view), name => Assert.NotNull(type.GetProperty(name)));

            var visible = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<HiddenAttribute>() is null).Select(property => property.Name);
            Assert.Equal(
                visible.Where(name => !LeftOut.Contains($"{type.Name}.{name}")).Append(visible.Contains("Path") ? "File" : null).OfType<string>().Order(),
                Properties(View(type.Name, "ListControl")).Order());
        }
    }

    [Fact]
    public async Task Every_type_that_a_command_returns_has_a_table_and_a_list()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var returned = scenario.Run("Get-Command -Module ClovaOcr").Output
            .SelectMany(command => ((CmdletInfo)command.BaseObject).OutputType).Select(type => type.Type).Where(type => type != typeof(bool) && type != typeof(void)).Distinct().ToArray();
        Assert.Equal(6, returned.Length);
        foreach (var type in returned)
            Assert.Equal(["TableControl", "ListControl"], Views.Descendants("View").Where(view => NameOf(view) == type.Name).Select(view => view.Elements().Last().Name.LocalName));
    }

    [Fact]
    public async Task What_came_back_from_Clixml_or_remoting_is_shown_as_it_was()
    {
        await using var scenario = await StartAsync();
        const string Again = "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize({0}))";
        foreach (var variable in new[] { "$all", "$masked", "$connection" })
            Assert.Equal(Show(scenario, variable), Show(scenario, string.Format(CultureInfo.InvariantCulture, Again, variable)));
    }

    /// <summary>PowerShell takes no view for an object behind one of another type, and would list the paths as they are.</summary>
    [Fact]
    public async Task Behind_an_object_of_another_type_the_same_is_listed_as_by_the_view()
    {
        await using var scenario = await StartAsync();
        foreach (var (variable, type) in new[] { ("$all", "AlienCard"), ("$masked", "MaskedImage") })
        {
            var listed = scenario.Run($"{variable}[0].PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames").Output;
            Assert.Equal(Properties(View(type, "ListControl")).Order(), listed.Select(name => name.ToString()).Order());
            Assert.DoesNotContain(scenario.Folder, string.Join(" ", Show(scenario, $"[version] '1.0'; {variable}[0]")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_script_is_in_the_format_file_and_the_module_has_no_other()
    {
        Assert.DoesNotContain(Views.Descendants(), element => element.Name.LocalName.Contains("Script", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["ClovaOcr.Format.ps1xml"], Directory.GetFiles(Checkout.Root, "*.ps1xml").Select(Path.GetFileName));
    }

    /// <summary>A session with <c>$all</c> cards, <c>$masked</c> copies, and a <c>$connection</c>.</summary>
    private static async Task<Scenario> StartAsync()
    {
        var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            $connection = Connect-ClovaOcr $url $secret -PassThru
            $all = Get-ChildItem $cards/*.jpg, $cards/*.png | Invoke-AlienCardOcr -JournalPath $folder/cards.journal
            $masked = $all | Where-Object File -Like ac-1* | ConvertTo-MaskedImage $folder/masked
            """);
        Assert.Null(run.Terminating);
        return scenario;
    }

    private static XElement View(string type, string control) =>
        Views.Descendants("View").Single(view => NameOf(view) == type && view.Element(control) is not null);

    private static string NameOf(XElement view) => view.Element("Name")!.Value;

    private static IEnumerable<string> Properties(XElement view) => view.Descendants("PropertyName").Select(name => name.Value);

    /// <summary>The lines that a script puts on the screen.</summary>
    private static string[] Show(Scenario scenario, string script)
    {
        var before = scenario.Screen.Length;
        scenario.Session.Show(script);
        return [.. scenario.Screen[before..].Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
    }

    /// <summary>Korean letters take two columns of a terminal.</summary>
    private static int CellsOf(char letter) => letter is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uD7A3') ? 2 : 1;
}
