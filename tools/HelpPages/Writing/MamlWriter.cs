using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using HelpPages.Module;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Writing;

/// <summary>Writes the pages of commands as MAML, the format that <c>Get-Help</c> reads: words from the page, facts from the module.</summary>
internal sealed class MamlWriter
{
    // Get-Help indents by 8 columns at the most.
    private const int Width = 72;

    // Get-Help wraps these languages between words, and all others wherever the line ends.
    private static readonly string[] WrappedByGetHelp = ["en", "fr", "de", "it", "pt", "es"];

    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly bool _isWrapped;

    private MamlWriter(string culture) => _isWrapped = WrappedByGetHelp.Contains(culture.Split('-')[0]);

    public static string Write(CulturePages culture, IReadOnlyList<CommandFacts> commands)
    {
        var writer = new MamlWriter(culture.Name);
        var items = new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            culture.Commands.Select(page => writer.ElementOf(page, commands.Single(command => command.Name == page.Title))));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{items.ToString().ReplaceLineEndings("\n")}\n";
    }

    private XElement ElementOf(Page page, CommandFacts command)
    {
        var titles = page.Titles;
        var words = page[titles.Parameters].Sections.ToDictionary(section => section.Title.TrimStart('-'), section => section.Blocks);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Title),
                new XElement(Command + "verb", page.Title.Split('-')[0]),
                new XElement(Command + "noun", page.Title.Split('-')[1]),
                // Lists of commands show a synopsis in a column as wide as they like, so that it is one line.
                new XElement(
                    Maml + "description",
                    page[titles.Synopsis].Blocks.Cast<Prose>().Select(prose => new XElement(Maml + "para", prose.Text)))),
            new XElement(Maml + "description", Paragraphs(page[titles.Description].Blocks)),
            new XElement(Command + "syntax", command.ParameterSets.Select(set => SyntaxOf(page.Title, set, words))),
            new XElement(Command + "parameters", command.Parameters.OrderBy(parameter => words.Keys.ToList().IndexOf(parameter.Name))
                .Select(parameter => ElementOf(parameter, words, isSyntax: false))),
            new XElement(Command + "inputTypes", page[titles.Inputs].Sections.Select(type => TypeOf("inputType", type))),
            new XElement(Command + "returnValues", page[titles.Outputs].Sections.Select(type => TypeOf("returnValue", type))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page[titles.Notes].Blocks))),
            new XElement(
                Command + "examples",
                page[titles.Examples].Sections.Select((example, i) => ExampleOf(example, $"{titles.Example} {i + 1}"))),
            new XElement(
                Command + "relatedLinks",
                page[titles.RelatedLinks].Links.Prepend(new(titles.OnlineVersion, page.Address)).Select(LinkOf)));
    }

    private XElement SyntaxOf(string name, ParameterSetFacts set, Dictionary<string, IReadOnlyList<TextBlock>> words) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", name),
        set.Parameters.Select(parameter => ElementOf(parameter, words, isSyntax: true)));

    /// <summary>A parameter; <c>Get-Help</c> takes an element for its value, in a syntax line, as a sign that it is no switch.</summary>
    private XElement ElementOf(ParameterFacts parameter, Dictionary<string, IReadOnlyList<TextBlock>> words, bool isSyntax) => new(
        Command + "parameter",
        new XAttribute("required", Lower(parameter.IsRequired)),
        new XAttribute("variableLength", Lower(parameter.IsArray)),
        new XAttribute("globbing", Lower(parameter.TakesWildcards)),
        new XAttribute("pipelineInput", PipelineOf(parameter)),
        new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "description", Paragraphs(words[parameter.Name])),
        isSyntax && parameter.Values.Count > 0
            ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => ValueOf(value, isRequired: false)))
            : null,
        isSyntax && parameter.IsSwitch ? null : ValueOf(parameter.TypeName, isRequired: !parameter.IsSwitch),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", parameter.Default ?? "None"));

    private static XElement ValueOf(string text, bool isRequired) =>
        new(Command + "parameterValue", new XAttribute("required", Lower(isRequired)), new XAttribute("variableLength", "false"), text);

    private static string PipelineOf(ParameterFacts parameter) => (parameter.TakesPipeline, parameter.TakesPipelineByName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private XElement TypeOf(string element, Section type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Title)),
        new XElement(Maml + "description", Paragraphs(type.Blocks)));

    /// <summary>Get-Help shows an example's code first; the words before and behind it follow.</summary>
    private XElement ExampleOf(Section example, string number)
    {
        var code = example.Blocks.OfType<Code>().First();
        return new(
            Command + "example",
            new XElement(Maml + "title", $"---- {number}: {example.Title} ----"),
            new XElement(Dev + "code", code.Text),
            // The empty paragraph is the line before the next title.
            new XElement(Dev + "remarks", Paragraphs([.. example.Blocks.Where(block => !ReferenceEquals(block, code)), new Prose("")])));
    }

    private static XElement LinkOf(PageLink link) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", link.Text), new XElement(Maml + "uri", link.Address ?? ""));

    /// <summary>
    /// Get-Help wraps paragraphs to the width of the window; what has columns, and what it would wrap within words, is laid out here.
    /// </summary>
    private IEnumerable<XElement> Paragraphs(IReadOnlyList<TextBlock> blocks) => blocks.Select(block => new XElement(
        Maml + "para",
        block is Prose prose && _isWrapped ? prose.Text : string.Join('\n', PlainLayout.Lines(block, Width))));

    private static string Lower(bool value) => value ? "true" : "false";
}
