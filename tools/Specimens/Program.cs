using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Specimens.Decoys;
using Specimens.Pictures;

namespace Specimens;

internal static class Program
{
    public static int Main(string[] args)
    {
        try
        {
            if (args.Contains("--help"))
            {
                Console.WriteLine(Options.Usage);
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
        using var fonts = new FontShelf(Repository.FontFolder);
        var folder = Directory.CreateDirectory(options.OutputFolder).FullName;

        foreach (var specimen in SpecimensOf(options))
        {
            var typefaces = fonts[specimen.Typeface];
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

    private static IEnumerable<Specimen> SpecimensOf(Options options) => options switch
    {
        { Variants: { } count } => Variant.Series(options.Kind, options.Seed, count),
        { Decoys: { } count } => DecoySeries.Series(options.Seed, count),
        _ => Catalogue.All,
    };
}
