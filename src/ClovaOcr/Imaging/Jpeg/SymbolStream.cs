using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The four Huffman tables that a masked JPEG has at most, as places in a <see cref="SymbolStream"/>.</summary>
internal static class TablePlace
{
    public const int Count = 4;
    public const int Ac = 2;

    /// <summary>Where a component's tables are: brightness and black first, the two colours second.</summary>
    public static int DestinationOf(int component) => component is 1 or 2 ? 1 : 0;
}

/// <summary>
/// What a scan says, as symbols with the bits that follow them, in order: the step between coefficients and Huffman codes. It knows how
/// often each symbol occurs, so tables can be made before a code is written.
/// </summary>
internal sealed class SymbolStream
{
    /// <summary>The most symbols of a block: one for each coefficient.</summary>
    public const int MaximumSymbolsInBlock = 64;

    private const uint RestartMark = 1u << 31;
    private const int ChunkLength = 1 << 16;
    private const int SymbolCount = 256;

    // In chunks, because a stream that grows by copying needs three times its own memory.
    private readonly List<uint[]?> _chunks = [];
    private readonly List<int> _lengths = [];

    // By table and symbol.
    private readonly long[] _frequencies = new long[TablePlace.Count * SymbolCount];

    /// <summary>How often each symbol of a table occurs.</summary>
    public ReadOnlySpan<long> FrequenciesOf(int table) => _frequencies.AsSpan(table * SymbolCount, SymbolCount);

    public bool Uses(int table)
    {
        foreach (var frequency in FrequenciesOf(table))
            if (frequency > 0) return true;
        return false;
    }

    /// <summary>Room for a block's symbols, of which <see cref="Commit"/> takes those that were written.</summary>
    public Span<uint> Block()
    {
        if (_chunks.Count == 0 || ChunkLength - _lengths[^1] < MaximumSymbolsInBlock)
        {
            _chunks.Add(new uint[ChunkLength]);
            _lengths.Add(0);
        }

        return _chunks[^1].AsSpan(_lengths[^1]);
    }

    public void Commit(int symbols) => _lengths[^1] += symbols;

    /// <summary>Packs a symbol of a table, which has its bits above its low eight, and counts it.</summary>
    public uint Count(int table, uint symbol)
    {
        _frequencies[(table * SymbolCount) | (int)(symbol & 0xFF)]++;
        return (uint)table << 24 | symbol;
    }

    public void AddRestart()
    {
        Block()[0] = RestartMark;
        Commit(1);
    }

    /// <summary>Writes everything in the codes of these tables, and forgets it; places in no use may be null.</summary>
    public void WriteTo(BitWriter writer, IReadOnlyList<HuffmanEncoder?> encoders)
    {
        var codes = new uint[_frequencies.Length];
        for (var table = 0; table < encoders.Count; table++) encoders[table]?.CopyTo(codes.AsSpan(table * SymbolCount, SymbolCount));

        var restarts = 0;
        for (var i = 0; i < _chunks.Count; i++)
        {
            ReadOnlySpan<uint> symbols = _chunks[i].AsSpan(0, _lengths[i]);
            for (var end = symbols.IndexOf(RestartMark); end >= 0; end = symbols.IndexOf(RestartMark))
            {
                writer.WriteSymbols(symbols[..end], codes);
                writer.EndSegment();
                writer.WriteMarker((byte)(JpegMarker.Restart0 + (restarts++ & 7)));
                symbols = symbols[(end + 1)..];
            }

            writer.WriteSymbols(symbols, codes);
            _chunks[i] = null;
        }

        writer.EndSegment();
    }
}
