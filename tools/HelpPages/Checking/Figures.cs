using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Checking;

/// <summary>The numbers that stand in figures in a section's head and sentences, whatever the language.</summary>
internal static class Figures
{
    // Right behind a letter it is part of a name. 만 is ten thousand, but for 만큼 and 만으로, "as much as" and "by that alone".
    private static readonly Regex Figure = new(
        @"(?<![A-Za-z0-9])(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?<scale> million|억|만(?!큼|으로))?");

    private static readonly Dictionary<string, decimal> Scales =
        new() { [""] = 1, [" million"] = 1_000_000, ["억"] = 100_000_000, ["만"] = 10_000 };

    /// <summary>The numbers, as often as they are there.</summary>
    public static IReadOnlyList<decimal> In(Section section)
    {
        var words = PlainLayout.Lines([.. section.Blocks.Where(block => block is not Code)], int.MaxValue);
        return [.. words.Prepend(section.Title).SelectMany(line => Figure.Matches(line)).Select(ValueOf)];
    }

    private static decimal ValueOf(Match figure)
    {
        var digits = figure.Groups["digits"].Value;
        return decimal.Parse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            * Scales[figure.Groups["scale"].Value];
    }
}
