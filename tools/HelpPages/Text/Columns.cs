using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace HelpPages.Text;

/// <summary>Columns of a console: a Hangul syllable, like any East Asian wide character, takes two.</summary>
internal static class Columns
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>How many columns a text takes.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    /// <summary>A text with blanks behind it up to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The lines of a text at a width; a word that is longer stands alone. Line ends of the text are kept.</summary>
    public static IEnumerable<string> Wrap(string text, int width) => text.Split('\n').SelectMany(line => WrapLine(line, width));

    private static bool IsWide(int rune) => Array.Exists(Wide, range => rune >= range.First && rune <= range.Last);

    private static IEnumerable<string> WrapLine(string text, int width)
    {
        var line = new StringBuilder();
        var taken = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = Of(word);
            if (taken > 0 && taken + 1 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                taken = 0;
            }

            if (taken > 0) line.Append(' ');
            line.Append(word);
            taken += wide + (taken > 0 ? 1 : 0);
        }

        yield return line.ToString();
    }
}
