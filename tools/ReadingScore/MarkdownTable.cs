using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ReadingScore;

/// <summary>A table in Markdown: the first column to the left, the others to the right.</summary>
internal sealed class MarkdownTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter screen)
    {
        WriteRow(heads);
        WriteRow(heads.Select((_, column) => column == 0 ? "---" : "---:"));
        foreach (var row in _rows) WriteRow(row);
        screen.WriteLine();

        void WriteRow(IEnumerable<string> cells) => screen.WriteLine($"| {string.Join(" | ", cells)} |");
    }
}
