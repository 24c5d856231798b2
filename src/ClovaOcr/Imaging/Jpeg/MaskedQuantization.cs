using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// The quantisation tables of a masked JPEG, numbered by first use, equal ones once. A step that no block needs is in no picture and could
/// be anything, so it is written as the coarsest one that is needed.
/// </summary>
internal sealed class MaskedQuantization
{
    private readonly List<ushort[]> _tables = [];

    public MaskedQuantization(JpegFile source, MaskedScan scan)
    {
        var components = Enumerable.Range(0, scan.Components.Length).ToArray();
        NumberOf = Array.ConvertAll(components, component => Number(Needed(source, scan, component)));
    }

    /// <summary>In zigzag order.</summary>
    public IReadOnlyList<ushort[]> Tables => _tables;

    /// <summary>The number of each component's table.</summary>
    public int[] NumberOf { get; }

    private int Number(ushort[] table)
    {
        var number = _tables.FindIndex(known => known.AsSpan().SequenceEqual(table));
        if (number >= 0) return number;
        _tables.Add(table);
        return _tables.Count - 1;
    }

    // What any of the components with this table needs.
    private static ushort[] Needed(JpegFile source, MaskedScan scan, int component)
    {
        var table = source.QuantizationOf(component);
        var used = 0UL;
        for (var i = 0; i < scan.Components.Length; i++)
            if (source.QuantizationOf(i).AsSpan().SequenceEqual(table)) used |= scan.Components[i].UsedCoefficients;

        var coarsest = table.Where((_, index) => IsIn(used, index)).DefaultIfEmpty((ushort)1).Max();
        return [.. table.Select((step, index) => IsIn(used, index) ? step : coarsest)];
    }

    private static bool IsIn(ulong used, int index) => (used >> index & 1) == 1;
}
