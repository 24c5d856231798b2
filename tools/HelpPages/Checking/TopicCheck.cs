using System.Collections.Generic;
using System.Linq;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Checking;

/// <summary>Each topic says in one line what it is about, as that line is all that a list of topics shows.</summary>
internal static class TopicCheck
{
    public static void Run(CulturePages culture, List<Problem> problems)
    {
        foreach (var topic in culture.Topics)
        {
            var section = topic[topic.Titles.ShortDescription];
            if (section.Blocks is not [Prose { IsOneLine: true }] || section.Sections.Any())
                problems.Add(new(topic.File, section.Line, "The short description is one paragraph."));
        }
    }
}
