using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging;

/// <summary>
/// The palette of a masked picture. The source's palette, its order and even the number of bits of an index can tell of colours that are
/// covered now, so all three are made anew: the colours in use, in the order in which they are stored.
/// </summary>
/// <typeparam name="TColor">A colour as the format has it.</typeparam>
/// <param name="source">The source's palette.</param>
/// <param name="black">The colour of covered pixels.</param>
internal sealed class MaskedPalette<TColor>(TColor[] source, TColor black)
    where TColor : struct, IEquatable<TColor>
{
    private const int MaximumColors = 256;

    private readonly HashSet<TColor> _seen = [];
    private readonly bool[] _isIndexSeen = new bool[MaximumColors];
    private readonly List<TColor> _colors = [];
    private int[] _newIndices = [];
    private int _fill;

    /// <summary>The colours in use.</summary>
    public IReadOnlyList<TColor> Colors => _colors;

    /// <summary>Takes the colours of a row, which are all to be taken in stored order before <see cref="Finish"/>.</summary>
    /// <param name="row">The row's indices, packed.</param>
    /// <param name="bits">Bits of an index.</param>
    /// <param name="runs">The row's pixels.</param>
    public void Take(ReadOnlySpan<byte> row, int bits, IEnumerable<PixelRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.IsCovered) Add(black);
            else for (var x = run.First; x < run.End; x++) Take(PackedSamples.Get(row, x, bits));
        }
    }

    /// <summary>Says that all rows were taken. If what is seen takes all places of a palette, its darkest colour has to do for black.</summary>
    /// <param name="byDarkness">What orders colours, the darkest first.</param>
    public void Finish(IComparer<TColor> byDarkness)
    {
        if (_colors.Count > MaximumColors)
        {
            _colors.Remove(black);
            _fill = _colors.IndexOf(_colors.OrderBy(color => color, byDarkness).First());
        }
        else
        {
            _fill = _colors.IndexOf(black);
        }

        _newIndices = Array.ConvertAll(source, color => Math.Max(_colors.IndexOf(color), 0));
    }

    /// <summary>Writes a row with its new indices.</summary>
    /// <param name="row">The source's row, packed.</param>
    /// <param name="bits">Bits of an index there.</param>
    /// <param name="masked">Where it goes.</param>
    /// <param name="maskedBits">Bits of an index there.</param>
    /// <param name="runs">The row's pixels.</param>
    public void Write(ReadOnlySpan<byte> row, int bits, Span<byte> masked, int maskedBits, IEnumerable<PixelRun> runs)
    {
        foreach (var run in runs)
        {
            for (var x = run.First; x < run.End; x++)
                PackedSamples.Set(masked, x, maskedBits, run.IsCovered ? _fill : _newIndices[PackedSamples.Get(row, x, bits)]);
        }
    }

    private void Take(int index)
    {
        if (_isIndexSeen[index]) return;
        _isIndexSeen[index] = true;
        if (index >= source.Length) throw Refusal.Damaged("a pixel has a colour that its palette lacks");
        Add(source[index]);
    }

    private void Add(TColor color)
    {
        if (_seen.Add(color)) _colors.Add(color);
    }
}
