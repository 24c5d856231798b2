using System;
using System.IO;
using System.Linq;
using dnlib.DotNet;
using SharpFuzz;

namespace ClovaOcr.Fuzz;

/// <summary>Makes a copy of the build tell a fuzzer which way it takes: the library, and the decoders that it hands bytes to.</summary>
internal static class Instrumentation
{
    private static readonly string[] Instrumented = ["ClovaOcr.dll", "BitMiracle.LibJpeg.NET.dll", "BitMiracle.LibTiff.NET.dll", "UglyToad.PdfPig*.dll"];

    /// <summary>Changes the assemblies in a folder, which must not be the one that this program runs from.</summary>
    public static void Apply(string folder)
    {
        GiveEachThreadItsWay(Path.Combine(folder, "SharpFuzz.Common.dll"));
        foreach (var assembly in Instrumented.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)))
        {
            var types = Fuzzer.Instrument(assembly, _ => true, Options.Value);
            Console.WriteLine($"{Path.GetFileName(assembly)}: {types.Count()} types");
        }
    }

    /// <summary>Two threads at work at a time would else look like a new way at every run.</summary>
    private static void GiveEachThreadItsWay(string common)
    {
        using var module = ModuleDefMD.Load(File.ReadAllBytes(common));
        var constructor = module.Import(typeof(ThreadStaticAttribute).GetConstructor([])!);
        var place = module.Types.SelectMany(type => type.Fields).Single(field => field.Name == "PrevLocation");
        place.CustomAttributes.Add(new CustomAttribute((ICustomAttributeType)constructor));
        module.Write(common);
    }
}
