using System;
using System.IO;
using System.Linq;

namespace Specimens;

internal static class Program
{
    private const string Usage = """
        Draws the fictitious cards of samples/cards, each with a JSON file of what is printed on it and where.

          dotnet run --project tools/Specimens [-- options]

          --out DIR     write there instead of samples/cards
          --boxes DIR   also write copies with the boxes of the JSON files drawn in, to be looked at
          --digits DIR  also write maps of the pixels that each character of the numbers has ink in
        """;

    public static int Main(string[] args)
    {
        try
        {
            if (args.Contains("--help"))
            {
                Console.WriteLine(Usage);
                return 0;
            }
            Draw(Options.Parse(args));
            return 0;
        }
        catch (SpecimenException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static void Draw(Options options)
    {
        using var typefaces = Typefaces.Load(Repository.FontFolder);
        var folder = Directory.CreateDirectory(options.OutputFolder).FullName;

        foreach (var specimen in Catalogue.All)
        {
            using var scan = specimen.Draw(typefaces);
            var path = Path.Combine(folder, specimen.FileName);
            File.WriteAllBytes(path, ImageWriter.Write(scan, specimen.Encoding));
            Sidecar.Of(specimen, scan).Save(Path.ChangeExtension(path, ".json"));
            if (options.DigitFolder is { } digitFolder)
                DigitMap.Draw(specimen, typefaces, Directory.CreateDirectory(digitFolder).FullName);
            Console.WriteLine($"{specimen.FileName}  {scan.Width} x {scan.Height}");
        }

        if (options.BoxFolder is { } boxFolder)
            BoxProof.Draw(folder, Directory.CreateDirectory(boxFolder).FullName);
    }

    private sealed record Options(string OutputFolder, string? BoxFolder, string? DigitFolder)
    {
        public static Options Parse(string[] args)
        {
            var options = new Options(Repository.CardFolder, null, null);
            for (var i = 0; i < args.Length; i += 2)
            {
                if (i + 1 == args.Length) throw new SpecimenException($"{args[i]} needs a folder.\n\n{Usage}");
                options = args[i] switch
                {
                    "--out" => options with { OutputFolder = args[i + 1] },
                    "--boxes" => options with { BoxFolder = args[i + 1] },
                    "--digits" => options with { DigitFolder = args[i + 1] },
                    _ => throw new SpecimenException($"There is no option {args[i]}.\n\n{Usage}"),
                };
            }
            return options;
        }
    }
}
