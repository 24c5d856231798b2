using System.Collections.Generic;
using System.Linq;

namespace HelpPages.Reading;

/// <summary>The pages of one culture, by name.</summary>
/// <param name="Name">The culture, such as <c>ko-KR</c>.</param>
/// <param name="Folder">The folder as messages name it.</param>
/// <param name="Pages">All its pages.</param>
internal sealed record CulturePages(string Name, string Folder, IReadOnlyList<Page> Pages)
{
    public SectionTitles Titles => SectionTitles.ByCulture[Name];

    public IEnumerable<Page> Commands => Pages.Where(page => !page.IsTopic);

    public IEnumerable<Page> Topics => Pages.Where(page => page.IsTopic);
}
