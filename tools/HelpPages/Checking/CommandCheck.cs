using System;
using System.Collections.Generic;
using System.Linq;
using HelpPages.Module;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Checking;

/// <summary>Each command has a page, and each page says what the command has: nothing missing, nothing more.</summary>
internal static class CommandCheck
{
    private const int FewestExamples = 3;

    public static void Run(CulturePages culture, IReadOnlyList<CommandFacts> commands, List<Problem> problems)
    {
        foreach (var command in commands.Where(command => !culture.Commands.Any(page => page.Title == command.Name)))
            problems.Add(new($"{culture.Folder}/{command.Name}.md", 1, $"The command {command.Name} has no page."));
        foreach (var page in culture.Commands)
        {
            if (commands.FirstOrDefault(command => command.Name == page.Title) is { } command) new PageCheck(page, command, problems).Run();
            else problems.Add(new(page.File, 1, $"The module has no command {page.Title}."));
        }
    }

    private sealed class PageCheck(Page page, CommandFacts command, List<Problem> problems)
    {
        private readonly SectionTitles _titles = page.Titles;

        public void Run()
        {
            foreach (var title in new[] { _titles.Synopsis, _titles.Description, _titles.Notes })
                Require(page[title].Blocks.Count > 0 && page[title].Sections.Count == 0, page[title], "This section is text, and not empty.");
            Require(page[_titles.Synopsis].Blocks is [Prose { IsOneLine: true }], page[_titles.Synopsis], "The synopsis is one paragraph.");
            CheckParameters(page[_titles.Parameters]);
            CheckExamples(page[_titles.Examples]);
            CheckTypes(page[_titles.Inputs], command.InputTypes, takesMore: command.TakesAnyInput);
            CheckTypes(page[_titles.Outputs], command.OutputTypes, takesMore: false);
            Require(page[_titles.RelatedLinks].Links.Count > 0, page[_titles.RelatedLinks], "There is no link here.");
            foreach (var deeper in page.Sections.SelectMany(section => section.Sections).SelectMany(section => section.Sections))
                Require(false, deeper, "Get-Help has no place for a head so deep.");
        }

        private void CheckParameters(Section section)
        {
            foreach (var parameter in command.Parameters.Where(parameter => !section.Sections.Any(head => head.Title == "-" + parameter.Name)))
                Require(false, section, $"The parameter -{parameter.Name} is missing.");
            foreach (var head in section.Sections)
            {
                var parameter = command.Parameters.FirstOrDefault(parameter => "-" + parameter.Name == head.Title);
                Require(parameter is not null, head, $"The command has no parameter {head.Title}.");
                Require(head.Blocks.Count > 0, head, $"{head.Title} is not explained.");
                Require(section.Sections.Count(other => other.Title == head.Title) == 1, head, $"{head.Title} is there twice.");
                var text = string.Join('\n', PlainLayout.Lines(head.Blocks, int.MaxValue));
                foreach (var value in parameter?.Values ?? [])
                    Require(text.Contains(value, StringComparison.Ordinal), head, $"The value {value} of {head.Title} is not explained.");
                foreach (var problem in parameter is null ? [] : LimitCheck.Run(parameter, text, page.Culture))
                    Require(false, head, problem);
            }
        }

        private void CheckExamples(Section section)
        {
            var isEnough = section.Sections.Count >= FewestExamples;
            Require(isEnough, section, $"There are at least {FewestExamples} examples, each below a head of its own.");
            foreach (var example in section.Sections)
            {
                Require(example.Blocks.OfType<Code>().Any(), example, "This example has no fenced code.");
                Require(example.Blocks.Any(block => block is not Code), example, "This example has no words.");
            }
        }

        private void CheckTypes(Section section, IReadOnlyList<string> types, bool takesMore)
        {
            var expected = types.Count == 0 && !takesMore ? [_titles.None] : types;
            foreach (var type in expected.Except(section.Sections.Select(head => head.Title)))
                Require(false, section, $"The type {type} is missing.");
            foreach (var head in section.Sections)
            {
                Require(takesMore || expected.Contains(head.Title), head, $"The module says nothing of the type {head.Title} here.");
                Require(head.Blocks.Count > 0, head, $"{head.Title} is not explained.");
            }

            Require(section.Sections.Count > 0, section, "There is no type here.");
        }

        private void Require(bool isSo, Section section, string otherwise)
        {
            if (!isSo) problems.Add(new(page.File, section.Line, otherwise));
        }
    }
}
