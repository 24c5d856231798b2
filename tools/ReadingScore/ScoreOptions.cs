using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ReadingScore;

/// <summary>The program's options.</summary>
/// <param name="Folders">Where the pictures are.</param>
/// <param name="AtOnce">How many calls are under way at a time.</param>
/// <param name="Limit">How many pictures of each folder are read at the most.</param>
/// <param name="ShowsWrong">Whether every field that was not read right is listed.</param>
/// <param name="SplitBy">The conditions by which the key fields are split.</param>
internal sealed record ScoreOptions(IReadOnlyList<string> Folders, int AtOnce, int Limit, bool ShowsWrong, IReadOnlyList<string> SplitBy)
{
    public const string Usage = """
        Sends pictures whose truth lies beside them to an emulator in this process and compares the answers with the truth.

          dotnet run --project tools/ReadingScore -c Release -- FOLDER... [options]

          --at-once N      calls under way at a time (default 2)
          --limit N        the first N pictures of each folder only
          --wrong          list every field that was not read right
          --by CONDITION   split the key fields by cardWidth, tilt, blur, layout, ... (what the truth says); may be given again
        """;

    /// <summary>Reads the options.</summary>
    /// <returns>Null when something is not understood.</returns>
    public static ScoreOptions? Read(string[] arguments)
    {
        var options = new ScoreOptions([], 2, int.MaxValue, false, []);
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = arguments[i] switch
            {
                "--wrong" => options with { ShowsWrong = true },
                "--at-once" => Number(++i) is { } atOnce ? options with { AtOnce = atOnce } : null,
                "--limit" => Number(++i) is { } limit ? options with { Limit = limit } : null,
                "--by" => ++i < arguments.Length ? options with { SplitBy = [.. options.SplitBy, arguments[i]] } : null,
                var folder => Directory.Exists(folder) ? options with { Folders = [.. options.Folders, folder] } : null,
            };
            if (next is null) return null;
            options = next;
        }

        return options.Folders.Any() ? options : null;

        int? Number(int place) =>
            int.TryParse(arguments.ElementAtOrDefault(place), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
