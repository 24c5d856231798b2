using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>Finds the marks of a picture: pieces of ink that hang together, also across corners.</summary>
internal static class Marks
{
    /// <summary>The boxes of all marks.</summary>
    /// <param name="ink">Where ink is.</param>
    /// <param name="most">How many runs of ink are followed, a bound for noise.</param>
    /// <returns>None when there are more runs than that: print has fewer.</returns>
    public static IReadOnlyList<PixelBox> Find(InkMask ink, int most)
    {
        var runs = new List<PixelBox>();
        var parents = new List<int>();
        var (above, aboveEnd) = (0, 0);
        for (var y = 0; y < ink.Height; y++)
        {
            var first = runs.Count;
            var row = ink.Row(y);
            for (var x = 0; x < row.Length;)
            {
                if (!row[x])
                {
                    var next = row[x..].IndexOf(true);
                    if (next < 0) break;
                    x += next;
                }

                var length = row[x..].IndexOf(false);
                var end = length < 0 ? row.Length : x + length;
                if (runs.Count == most) return [];
                runs.Add(new PixelBox(x, y, end, y + 1));
                parents.Add(parents.Count);
                x = end;
            }

            // Both rows are in order, so that each run meets those above it in one pass.
            var touching = above;
            for (var i = first; i < runs.Count; i++)
            {
                while (touching < aboveEnd && runs[touching].Right < runs[i].Left) touching++;
                for (var j = touching; j < aboveEnd && runs[j].Left <= runs[i].Right; j++) parents[Root(i)] = Root(j);
            }

            (above, aboveEnd) = (first, runs.Count);
        }

        return [.. runs.Select((run, i) => (run, root: Root(i))).GroupBy(pair => pair.root, pair => pair.run).Select(PixelBox.Around)];

        int Root(int run)
        {
            while (parents[run] != run) run = parents[run] = parents[parents[run]];
            return run;
        }
    }
}
