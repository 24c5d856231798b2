using System;
using System.Globalization;
using System.Linq;

namespace Margin;

/// <summary>
/// Measures how far from a card's hidden digits a picture still tells of them after it was scaled, compressed or filtered, and whether
/// masked copies do. docs/masking.md has the table and says how to read it.
/// </summary>
internal static class Program
{
    private const string Usage = """
        dotnet run -c Release --project tools/Margin [-- options]

          --widths 600,1000    card widths in pixels (600,1000,1600,2400)
          --pairs 2            pairs of cards for each history and width (3)
          --only TEXT          only histories whose group or name holds it

        Needs the fonts of tools/Specimens; without ImageMagick and pngquant most histories are left out.
        """;

    public static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (widths, pairs, only) = (new[] { 600, 1000, 1600, 2400 }, 3, "");
        for (var i = 0; i < arguments.Length; i += 2)
        {
            switch (arguments[i..])
            {
                case ["--widths", var list, ..]:
                    widths = [.. list.Split(',').Select(int.Parse)];
                    break;
                case ["--pairs", var count, ..]:
                    pairs = int.Parse(count, CultureInfo.InvariantCulture);
                    break;
                case ["--only", var text, ..]:
                    only = text;
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }

        using var typefaces = CardPair.LoadTypefaces();
        Console.WriteLine("| history | card width | reach, px | reach, % of width | PNG hidden | JPEG hidden | pixels left | levels |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var history in Histories.All.Where(history => $"{history.Group}: {history.Name}".Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var width in widths)
            {
                var trials = Enumerable.Range(0, pairs).Select(number => Trial.Run(history, width, number, typefaces)).ToArray();
                var reach = trials.Max(trial => trial.Reach);
                Console.WriteLine(
                    $"| {history.Group}: {history.Name} | {width} | {reach:0} | {100 * reach / width:0.0} "
                    + $"| {trials.Count(trial => trial.IsPngHidden)}/{pairs} | {trials.Count(trial => trial.IsJpegHidden)}/{pairs} "
                    + $"| {trials.Max(trial => trial.Left)} | {trials.Max(trial => trial.LeftLevels)} |");
            }
        }

        return 0;
    }
}
