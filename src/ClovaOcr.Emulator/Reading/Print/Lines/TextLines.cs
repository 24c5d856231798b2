using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Upright;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>Finds the lines of print on an upright card.</summary>
internal static class TextLines
{
    // Noise has more; a card has some ten thousand.
    private const int MostRuns = 200_000;
    private const int MostMarks = 4_000;

    // A card has some twenty lines; what is more comes from the photo, the pattern and the QR code.
    private const int MostLines = 44;

    // In pixels of a card 1400 wide: from the dot of a date to the letters of the title.
    private const int LeastSide = 3;
    private const int LargestHeight = 100;
    private const int LargestWidth = 220;
    private const int LeastLineHeight = 11;
    private const int LargestGap = 58;

    // A label stands further above its value, and together they are taller.
    private const int LargestGapInSyllable = 4;
    private const int LargestSyllable = 58;

    // Against the line's height and the other text's. A hyphen that ends a line is much smaller, but stands nearer.
    private const double LeastPartingGap = 0.7;
    private const double PartingRatio = 1.4;

    /// <summary>The lines, from the top down; none where there is no print or nothing but noise.</summary>
    public static IReadOnlyList<TextLine> Find(InkMask ink)
    {
        var marks = Marks.Find(ink, MostRuns)
            .Where(mark => IsPrint(mark) && UprightCard.IsOnCard(mark, ink.Width, ink.Height))
            .OrderBy(mark => mark.Left)
            .ToArray();
        if (marks.Length > MostMarks) return [];
        return
        [
            .. Group(marks).SelectMany(Split)
                .Where(line => line.Marks.Count > 1 && line.Box.Height >= LeastLineHeight)
                .Where(line => line.Box.Height <= Math.Min(LargestHeight, line.Box.Width))
                .OrderByDescending(line => line.Box.Width)
                .Take(MostLines)
                .OrderBy(line => line.Box.Top),
        ];
    }

    private static bool IsPrint(PixelBox mark) =>
        Math.Max(mark.Width, mark.Height) >= LeastSide && mark is { Height: <= LargestHeight, Width: <= LargestWidth };

    private static IEnumerable<TextLine> Group(PixelBox[] marks)
    {
        var parents = Enumerable.Range(0, marks.Length).ToArray();
        for (var i = 0; i < marks.Length; i++)
        {
            for (var j = i + 1; j < marks.Length && marks[j].Left - marks[i].Right <= LargestHeight; j++)
                if (StandTogether(marks[i], marks[j])) parents[Root(i)] = Root(j);
        }

        return marks
            .Select((mark, i) => (mark, root: Root(i)))
            .GroupBy(pair => pair.root, pair => pair.mark)
            .Select(line => new TextLine([.. line]));

        int Root(int mark)
        {
            while (parents[mark] != mark) mark = parents[mark] = parents[parents[mark]];
            return mark;
        }
    }

    /// <summary>Parts a line where there is a gap between a smaller and a larger text, of more than a letter each.</summary>
    private static IEnumerable<TextLine> Split(TextLine line)
    {
        var (start, right) = (0, line.Marks[0].Right);
        for (var i = 1; i < line.Marks.Count; i++)
        {
            PixelBox[] before = [.. line.Marks.Take(i).Skip(start)];
            PixelBox[] after = [.. line.Marks.Skip(i)];
            var isGap = line.Marks[i].Left - right > line.Box.Height * LeastPartingGap;
            if (isGap && before.Length > 1 && after.Length > 1 && HaveDifferentHeights(before, after))
            {
                yield return new TextLine(before);
                start = i;
            }

            right = Math.Max(right, line.Marks[i].Right);
        }

        yield return new TextLine([.. line.Marks.Skip(start)]);
    }

    private static bool HaveDifferentHeights(IEnumerable<PixelBox> left, IEnumerable<PixelBox> right)
    {
        var (one, other) = (PixelBox.Around(left).Height, PixelBox.Around(right).Height);
        return Math.Max(one, other) > PartingRatio * Math.Min(one, other);
    }

    private static bool StandTogether(PixelBox a, PixelBox b)
    {
        var (low, high) = (Math.Min(a.Height, b.Height), Math.Max(a.Height, b.Height));
        return (a.SharedRows(b) * 2 >= low && -a.SharedColumns(b) <= Math.Min(1.1 * high, LargestGap)) || AreOfOneSyllable(a, b);
    }

    // The lower part of a Korean syllable hangs under its upper part, and touches no row of the other letters.
    private static bool AreOfOneSyllable(PixelBox a, PixelBox b) =>
        a.SharedColumns(b) * 2 >= Math.Min(a.Width, b.Width)
        && -a.SharedRows(b) <= LargestGapInSyllable
        && Math.Max(a.Bottom, b.Bottom) - Math.Min(a.Top, b.Top) <= LargestSyllable;
}
