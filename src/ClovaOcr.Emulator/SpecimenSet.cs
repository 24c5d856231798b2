using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Emulator.Reading.Specimens;

namespace ClovaOcr.Emulator;

/// <summary>The specimens of a folder, decoded. It can serve any number of emulators.</summary>
public sealed class SpecimenSet
{
    private SpecimenSet(IReadOnlyList<Specimen> all) => All = all;

    /// <summary>The folder of the specimens that come with the emulator.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "cards");

    /// <summary>How many there are.</summary>
    public int Count => All.Count;

    internal IReadOnlyList<Specimen> All { get; }

    /// <summary>Reads every specimen of a folder, which are pictures with a JSON file beside each; none if there is no such folder.</summary>
    /// <exception cref="InvalidDataException">A picture or its JSON file is damaged.</exception>
    public static SpecimenSet Load(string folder)
    {
        if (!Directory.Exists(folder)) return new([]);
        try
        {
            return new([.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(Specimen.Load)]);
        }
        catch (AggregateException exception) when (exception.InnerException is InvalidDataException damaged)
        {
            throw new InvalidDataException(damaged.Message, exception);
        }
    }
}
