using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Fuzz.Targets;

namespace ClovaOcr.Fuzz;

/// <summary>The targets there are.</summary>
public static class FuzzTargets
{
    /// <summary>All of them, as they are listed in tests/fuzz/README.md.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new ResponseTarget(),
        new JournalTarget(),
        new JpegTarget(),
        new PngTarget(),
        new TiffTarget(),
        new PdfTarget(),
        new QrTarget(),
        new UrlHeaderTarget(),
    ];

    /// <summary>The target of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FuzzTarget Named(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"There is no target {name}, only {string.Join(", ", All)}.", nameof(name));
}
