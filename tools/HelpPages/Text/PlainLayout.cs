using System;
using System.Collections.Generic;
using System.Linq;

namespace HelpPages.Text;

/// <summary>Lays out blocks as lines for a console.</summary>
internal static class PlainLayout
{
    private const int Step = 4;
    private const string Gap = "  ";

    // Narrower than this, a column is hard to read.
    private const int NarrowestColumn = 12;

    /// <summary>The lines of blocks, with an empty one between two of them.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TextBlock> blocks, int width) =>
        blocks.SelectMany((block, i) => i > 0 ? Lines(block, width).Prepend("") : Lines(block, width));

    /// <summary>The lines of one block.</summary>
    public static IEnumerable<string> Lines(TextBlock block, int width) => block switch
    {
        Prose prose => Columns.Wrap(prose.Text, width),
        Code code => code.Text.Split('\n').Select(line => Indented(line, Step)),
        Items list => list.All.SelectMany(item => Lines(item, width)),
        Grid grid => Lines(grid, width),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No layout for this block."),
    };

    /// <summary>A line with blanks before it; an empty one stays empty.</summary>
    public static string Indented(string line, int indent) => line.Length > 0 ? new string(' ', indent) + line : line;

    private static IEnumerable<string> Lines(Item item, int width)
    {
        var indent = item.Mark.Length + 1;
        return Lines(item.Blocks, width - indent).Select((line, i) => i == 0 ? $"{item.Mark} {line}" : Indented(line, indent));
    }

    private static IEnumerable<string> Lines(Grid grid, int width)
    {
        var widths = WidthsOf(grid, width);
        var isFirst = true;
        foreach (var row in grid.Rows.Where(row => row.Any(cell => cell.Length > 0)))
        {
            var cells = row.Select((cell, i) => Columns.Wrap(cell, widths[i]).ToList()).ToList();
            for (var line = 0; line < cells.Max(lines => lines.Count); line++)
                yield return string.Join(Gap, cells.Select((lines, i) => Columns.Pad(line < lines.Count ? lines[line] : "", widths[i]))).TrimEnd();
            if (isFirst && ReferenceEquals(row, grid.Rows[0])) yield return string.Join(Gap, widths.Select(wide => new string('-', wide)));
            isFirst = false;
        }
    }

    /// <summary>As wide as the cells are; the widest columns give way until the row fits.</summary>
    private static int[] WidthsOf(Grid grid, int width)
    {
        var widths = Enumerable.Range(0, grid.Rows.Max(row => row.Count))
            .Select(i => grid.Rows.Max(row => i < row.Count ? Columns.Of(row[i]) : 0))
            .ToArray();
        var room = width - (Gap.Length * (widths.Length - 1));
        while (widths.Sum() > room && widths.Max() > NarrowestColumn) widths[Array.LastIndexOf(widths, widths.Max())]--;
        return widths;
    }
}
