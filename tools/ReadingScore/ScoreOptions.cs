using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ClovaOcr.Emulator;

namespace ReadingScore;

/// <summary>The program's options.</summary>
/// <param name="Folders">Where the pictures are.</param>
/// <param name="Reader">What reads them.</param>
/// <param name="AtOnce">How many calls are under way at a time.</param>
/// <param name="Limit">How many pictures of each folder are read at the most.</param>
/// <param name="ShowsWrong">Whether every field that was not read right is listed.</param>
/// <param name="SplitBy">The conditions by which the key fields are split.</param>
/// <param name="MaskFolder">Where masked copies are written; null when the reading is to be scored.</param>
/// <param name="DigitFolder">Where the maps of the numbers' ink are, to check the copies by.</param>
internal sealed record ScoreOptions(
    IReadOnlyList<string> Folders,
    ReaderChoice Reader,
    int AtOnce,
    int Limit,
    bool ShowsWrong,
    IReadOnlyList<string> SplitBy,
    string? MaskFolder,
    string? DigitFolder)
{
    public const string Usage = """
        Sends pictures whose truth lies beside them to an emulator in this process and compares the answers with the truth.

          dotnet run --project tools/ReadingScore -c Release -- FOLDER... [options]

          --reader NAME    what reads: tesseract (default), specimens, auto
          --at-once N      calls under way at a time (default 2)
          --limit N        the first N pictures of each folder only
          --wrong          list every field that was not read right
          --by CONDITION   split the key fields by cardWidth, tilt, blur, layout, ... (what the truth says); may be given again

        Or masks the pictures with the module, Invoke-AlienCardOcr | ConvertTo-MaskedImage, and checks the copies pixel by pixel:

          --mask DIR       where the masked copies are written
          --digits DIR     the maps that tools/Specimens --digits DIR drew of the same pictures
        """;

    /// <summary>Reads the options.</summary>
    /// <returns>Null when something is not understood.</returns>
    public static ScoreOptions? Read(string[] arguments)
    {
        var options = new ScoreOptions([], ReaderChoice.Tesseract, 2, int.MaxValue, false, [], null, null);
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = arguments[i] switch
            {
                "--wrong" => options with { ShowsWrong = true },
                "--reader" => Enum.TryParse<ReaderChoice>(arguments.ElementAtOrDefault(++i), ignoreCase: true, out var reader) ? options with { Reader = reader } : null,
                "--at-once" => Number(++i) is { } atOnce ? options with { AtOnce = atOnce } : null,
                "--limit" => Number(++i) is { } limit ? options with { Limit = limit } : null,
                "--by" => ++i < arguments.Length ? options with { SplitBy = [.. options.SplitBy, arguments[i]] } : null,
                "--mask" => ++i < arguments.Length ? options with { MaskFolder = arguments[i] } : null,
                "--digits" => ++i < arguments.Length ? options with { DigitFolder = arguments[i] } : null,
                var folder => Directory.Exists(folder) ? options with { Folders = [.. options.Folders, folder] } : null,
            };
            if (next is null) return null;
            options = next;
        }

        return options.Folders.Any() && (options.MaskFolder is null) == (options.DigitFolder is null) ? options : null;

        int? Number(int place) =>
            int.TryParse(arguments.ElementAtOrDefault(place), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
