using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using HelpPages.Text;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>A page that is wrong ends the build, with its file and line; pages of two languages say the same.</summary>
public sealed class HelpPageSpecs : IDisposable
{
    private const string Quiet = "### -Quiet\n\nReturns only whether it has the form.\n\n";
    private readonly DraftPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("# Test-AlienRegistrationNumber\n", "# Test-Number\n", "The page begins with its name: # Test-AlienRegistrationNumber")]
    [InlineData("## Synopsis\n", "Words.\n\n## Synopsis\n", "Nothing stands between the page's name and its first section.")]
    [InlineData("## Notes\n", "## Remarks\n", "There is no section \"Remarks\" in such a page")]
    [InlineData("## Notes\n", "## Remarks\n", "The section \"Notes\" is missing.")]
    [InlineData("## Notes\n", "## Outputs\n\nMore.\n\n## Notes\n", "The section \"Outputs\" is there twice.")]
    [InlineData("## Synopsis\n", "## Notes\n\nWords.\n\n## Synopsis\n", "The section \"Notes\" is there twice.")]
    [InlineData("## Inputs\n", "## Inputs\n\n#### Deep\n", "A head is one level below the one that it belongs to.")]
    [InlineData("number says.\n", "number\\\nsays.\n", "The synopsis is one paragraph.")]
    [InlineData("## Inputs\n", "<b>HTML</b>\n\n## Inputs\n", "this line has something else")]
    [InlineData("## Inputs\n", "> Quoted.\n\n## Inputs\n", "this is none of them")]
    [InlineData("(Invoke-AlienCardOcr.md)", "(Invoke-Card.md)", "The link to Invoke-Card.md leads nowhere.")]
    [InlineData("[Invoke-AlienCardOcr]", "[Reading cards]", "The words of a link to another page of the help are its name, Invoke-AlienCardOcr")]
    public void A_page_that_is_not_one_ends_the_build(string text, string instead, string message) =>
        Assert.Contains(_pages.ProblemsWith("Test-AlienRegistrationNumber", text, instead), problem => DraftPages.Says(problem, message));

    [Theory]
    [InlineData(Quiet, "", "The parameter -Quiet is missing.")]
    [InlineData("### -Quiet\n", "### -Loud\n\nWords.\n\n### -Quiet\n", "The command has no parameter -Loud.")]
    [InlineData("### -Quiet\n", "### -Quiet\n\nWords.\n\n### -Quiet\n", "-Quiet is there twice.")]
    [InlineData(Quiet, "### -Quiet\n\n", "-Quiet is not explained.")]
    [InlineData(Quiet, Quiet + "#### More\n\nWords.\n\n", "Get-Help has no place for a head so deep.")]
    [InlineData("### System.Boolean\n", "### System.Int32\n", "The type System.Boolean is missing.")]
    [InlineData("### System.Boolean\n", "### System.Int32\n", "The module says nothing of the type System.Int32 here.")]
    [InlineData("```powershell\nTest-AlienRegistrationNumber 990101-5000001\n```\n", "", "This example has no fenced code.")]
    [InlineData("Test-AlienRegistrationNumber 990101-5000001\n", "Test-AlienRegistrationNumber (\n", "This is no PowerShell")]
    [InlineData("Test-AlienRegistrationNumber 990101-5000001\n", "Test-AlienRegistrationNumber 990101-5000001 -Loud\n", "There is no parameter -Loud")]
    [InlineData("With `-Quiet`.", "With `-quiet`, or `-Loud`.", "There is no parameter -Loud")]
    [InlineData("With `-Quiet`.", "See `Connect-ClovaOcr -Loud`.", "There is no parameter -Loud")]
    [InlineData("With `-Quiet`.", "See `-Digits Last5`.", "-Digits has no value Last5.")]
    [InlineData("- [Invoke-AlienCardOcr](Invoke-AlienCardOcr.md)", "None.", "There is no link here.")]
    public void A_page_that_says_what_is_not_so_ends_the_build(string text, string instead, string message) =>
        Assert.Contains(_pages.ProblemsWith("Test-AlienRegistrationNumber", text, instead), problem => DraftPages.Says(problem, message));

    [Fact]
    public void A_problem_names_the_line()
    {
        var lines = _pages.Read("docs/en-US/Test-AlienRegistrationNumber.md").Split('\n').ToList();
        var line = lines.IndexOf("### -Quiet");
        var problem = Assert.Single(_pages.ProblemsWith("Test-AlienRegistrationNumber", Quiet, Quiet + "### -Loud\n\nWords.\n\n"));
        Assert.Equal($"docs/en-US/Test-AlienRegistrationNumber.md({line + 5}): error HELP: The command has no parameter -Loud.", problem.ToString());
    }

    [Fact]
    public void A_value_that_a_parameter_takes_has_to_be_explained() =>
        Assert.Contains(
            _pages.ProblemsWith("ConvertTo-MaskedImage", "`Last6`:", "Else:"),
            problem => DraftPages.Says(problem, "The value Last6 of -Digits is not explained."));

    [Theory]
    [InlineData("of them.\n", "of them.\n\nMore.\n")]
    [InlineData("of them.\n", "of them.\\\nMore.\n")]
    [InlineData("of them.\n", "of them.\n\n### More\n\nWords.\n")]
    public void A_short_description_that_is_no_single_line_ends_the_build(string text, string instead) =>
        Assert.Contains(
            _pages.ProblemsWith("about_ClovaOcr", text, instead),
            problem => DraftPages.Says(problem, "The short description is one paragraph."));

    [Fact]
    public void A_command_without_a_page_and_a_page_without_a_command_end_the_build()
    {
        var page = _pages.Read("docs/en-US/Test-AlienRegistrationNumber.md");
        File.Delete(Path.Combine(_pages.Root, "docs", "en-US", "Test-AlienRegistrationNumber.md"));
        _pages.Write("docs/en-US/Test-Other.md", page.Replace("# Test-AlienRegistrationNumber", "# Test-Other", StringComparison.Ordinal));
        var problems = _pages.Build();
        Assert.Contains(problems, problem => DraftPages.Says(problem, "The command Test-AlienRegistrationNumber has no page."));
        Assert.Contains(problems, problem => DraftPages.Says(problem, "The module has no command Test-Other."));
        Assert.False(Directory.Exists(Path.Combine(_pages.Root, "en-US")));
    }

    [Fact]
    public void Fewer_than_three_examples_end_the_build()
    {
        var page = _pages.Read("docs/en-US/Test-AlienRegistrationNumber.md");
        var third = page.IndexOf("### See what the numbers", StringComparison.Ordinal);
        _pages.Write(
            "docs/en-US/Test-AlienRegistrationNumber.md",
            page.Remove(third, page.IndexOf("## Parameters", StringComparison.Ordinal) - third));
        Assert.Contains(_pages.Build(), problem => DraftPages.Says(problem, "There are at least 3 examples"));
    }

    [Fact]
    public void Pages_of_another_language_have_its_heads_and_its_comments_and_all_else_the_same()
    {
        _pages.TranslateHeads();
        Assert.Empty(_pages.Build());
        var files = Directory.GetFiles(Path.Combine(_pages.Root, "ko-KR")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(Directory.GetFiles(Path.Combine(_pages.Root, "en-US")).Select(Path.GetFileName).Order(StringComparer.Ordinal), files);
        Assert.Contains("docs/ko-KR/Connect-ClovaOcr.md", _pages.Read("ko-KR/ClovaOcr.PowerShell.dll-Help.xml"), StringComparison.Ordinal);

        _pages.Change(
            "docs/ko-KR/Test-AlienRegistrationNumber.md",
            "Test-AlienRegistrationNumber 990101-5000001\n",
            "# 한 번호\nTest-AlienRegistrationNumber 990101-5000001  # 검사\n");
        Assert.Empty(_pages.Build());
    }

    [Fact]
    public void Words_are_left_whole_in_a_language_that_PowerShell_breaks_anywhere()
    {
        _pages.TranslateHeads();
        Assert.Empty(_pages.Build());
        Assert.All(Paragraphs("ko-KR").SelectMany(text => text.Split('\n')).Where(line => line.Contains(' ', StringComparison.Ordinal)
            && !line.Contains("https:", StringComparison.Ordinal)), line => Assert.InRange(Columns.Of(line), 0, 72));
        Assert.Contains(Paragraphs("en-US"), text => Columns.Of(text) > 200 && !text.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Test-AlienRegistrationNumber 990101-5000001\n", "Test-AlienRegistrationNumber 990101-6000001\n", "The code is not that of")]
    [InlineData("### Look for slips of the pen\n", "Words.\n", "has 4 heads here, not 3.")]
    [InlineData(Quiet, "", "The parameter -Quiet is missing.")]
    [InlineData("- [Invoke-AlienCardOcr](Invoke-AlienCardOcr.md)", "- <https://example.org/>", "links to 1 pages of the help here.")]
    public void A_page_of_another_language_that_says_less_or_more_ends_the_build(string text, string instead, string message)
    {
        _pages.TranslateHeads();
        _pages.Change("docs/ko-KR/Test-AlienRegistrationNumber.md", text, instead);
        Assert.Contains(
            _pages.Build(),
            problem => problem.File.StartsWith("docs/ko-KR/", StringComparison.Ordinal) && DraftPages.Says(problem, message));
    }

    [Fact]
    public void A_page_that_only_one_language_has_ends_the_build()
    {
        _pages.TranslateHeads();
        _pages.Write(
            "docs/en-US/about_One.md",
            "# about_One\n\n## Short description\n\nWords.\n\n## Long description\n\nWords.\n\n## See also\n\nWords.\n");
        _pages.Write("docs/ko-KR/about_Other.md", "# about_Other\n\n## 간단한 설명\n\n말.\n\n## 자세한 설명\n\n말.\n\n## 참고 항목\n\n말.\n");
        var problems = _pages.Build();
        Assert.Contains(problems, problem => problem.ToString() == "docs/ko-KR/about_Other.md(1): error HELP: docs/en-US has no such page.");
        Assert.Contains(problems, problem => DraftPages.Says(problem, "docs/en-US/about_One.md has no page here."));
    }

    [Fact]
    public void A_help_file_whose_page_is_gone_goes_too()
    {
        _pages.Write("en-US/about_Old.help.txt", "TOPIC");
        _pages.Write("en-US/notes.txt", "somebody's");
        _pages.Write("ko-KR/about_Old.help.txt", "TOPIC");
        _pages.Write("ko-KR/notes.txt", "somebody's");
        Assert.Empty(_pages.Build());
        Assert.False(File.Exists(Path.Combine(_pages.Root, "en-US", "about_Old.help.txt")));
        Assert.True(File.Exists(Path.Combine(_pages.Root, "en-US", "notes.txt")));

        // No page of the language is left at all.
        Assert.Equal(["notes.txt"], Directory.GetFiles(Path.Combine(_pages.Root, "ko-KR")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_topic_keeps_to_eighty_columns_of_which_a_Hangul_syllable_takes_two()
    {
        var summary = string.Join(' ', Enumerable.Repeat("외국인등록증 in short", 20));
        _pages.Write("docs/en-US/about_Wide.md", $"""
            # about_Wide

            ## Short description

            {summary}

            ## Long description

            {string.Join(' ', Enumerable.Repeat("외국인등록증 reads", 20))}

            | 이름 | words |
            |---|---|
            | `외국인등록번호` | {string.Join(' ', Enumerable.Repeat("개인정보 보호법", 12))} |
            | x | y |

            1. First: {string.Join(' ', Enumerable.Repeat("가나다", 30))}
            2. See [masking.md](../masking.md).

            ```powershell
            Get-Command
            ```

            ## A section of its own

            Of the sample: `-EnvironmentFile`.

                indented | code

            ## See also

            - [Invoke-AlienCardOcr](Invoke-AlienCardOcr.md)

            """);
        Assert.Empty(_pages.Build());
        var lines = _pages.Read("en-US/about_Wide.help.txt").Split('\n');
        Assert.Equal(["TOPIC", "    about_Wide", "", "SHORT DESCRIPTION", "    " + summary], lines.Take(5));
        Assert.All(
            lines.Skip(5).Where(line => !line.Contains("https:", StringComparison.Ordinal)),
            line => Assert.InRange(Columns.Of(line), 0, 80));
        Assert.Contains(lines, line => Columns.Of(line) is > 70 and <= 80 && line.Contains("외국인등록증 reads", StringComparison.Ordinal));
        Assert.Contains("    이름            words", lines);
        Assert.Contains("    x               y", lines);
        Assert.Contains(lines, line => line.StartsWith("    1. First: 가나다", StringComparison.Ordinal));
        Assert.Contains("       (https://github.com/clova-ocr/ClovaOcr/blob/main/docs/masking.md).", lines);
        Assert.Contains("        Get-Command", lines);
        Assert.Contains("A SECTION OF ITS OWN", lines);
        Assert.Contains("        indented | code", lines);
    }

    /// <summary>All paragraphs but the synopses, which are one line.</summary>
    private List<string> Paragraphs(string culture) =>
    [
        .. XDocument.Parse(_pages.Read($"{culture}/ClovaOcr.PowerShell.dll-Help.xml")).Descendants()
            .Where(element => element.Name.LocalName == "para" && !element.Ancestors().Any(above => above.Name.LocalName == "details"))
            .Select(para => para.Value),
    ];
}
