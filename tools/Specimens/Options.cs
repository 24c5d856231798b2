using System.Globalization;
using System.Linq;

namespace Specimens;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Draws fictitious cards, each with a JSON file of what is printed on it and where.

          dotnet run --project tools/Specimens [-- options]

        Without options it draws the cards of samples/cards. Others, which have to go to a folder of their own:

          --variants COUNT  draws so many cards of other people, in pictures that differ
          --decoys COUNT    draws so many pictures without any such card
          --seed NUMBER     which ones: the same number gives the same pictures (1)
          --kind KIND       which kind of card: ac, ic, dl or pp (ac)

        For all of them:

          --out DIR         write there; samples/cards if nothing else is asked for
          --boxes DIR       also write copies with the boxes of the JSON files drawn in, to be looked at
          --digits DIR      also write maps of the pixels that each character of the numbers has ink in
        """;

    /// <summary>How many pictures one seed has, and how many seeds there are.</summary>
    public const int Most = 9999;

    public int? Variants { get; private init; }

    public int? Decoys { get; private init; }

    public int Seed { get; private init; } = 1;

    public string Kind { get; private init; } = "ac";

    public string OutputFolder { get; private init; } = "";

    public string? BoxFolder { get; private init; }

    public string? DigitFolder { get; private init; }

    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) throw new SpecimenException($"{args[i]} needs a value.\n\n{Usage}");
            var value = args[i + 1];
            options = args[i] switch
            {
                "--variants" => options with { Variants = Number(args[i], value, 1) },
                "--decoys" => options with { Decoys = Number(args[i], value, 1) },
                "--seed" => options with { Seed = Number(args[i], value, 0) },
                "--kind" when Variant.Kinds.Contains(value) => options with { Kind = value },
                "--out" => options with { OutputFolder = value },
                "--boxes" => options with { BoxFolder = value },
                "--digits" => options with { DigitFolder = value },
                "--kind" => throw new SpecimenException($"There is no kind {value}: it is ac, ic, dl or pp.\n\n{Usage}"),
                _ => throw new SpecimenException($"There is no option {args[i]}.\n\n{Usage}"),
            };
        }

        if (options.OutputFolder.Length > 0) return options;
        if (options.Variants is not null || options.Decoys is not null)
            throw new SpecimenException($"--out is missing: these are not for samples/cards.\n\n{Usage}");
        return options with { OutputFolder = Repository.CardFolder };
    }

    private static int Number(string option, string value, int least) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most
            ? number
            : throw new SpecimenException($"{option} needs a number from {least} to {Most}.\n\n{Usage}");
}
