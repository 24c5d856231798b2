using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A sequential JPEG written symbol by symbol, for what no encoder writes: brightness and two colours, one table for all.</summary>
internal sealed class HandmadeJpeg
{
    private readonly SymbolStream _symbols = new();

    public int Width { get; init; } = 64;

    public int Height { get; init; } = 16;

    /// <summary>Brightness's blocks across and down in an MCU; the colours have one.</summary>
    public int Across { get; init; } = 1;

    public int Down { get; init; } = 1;

    /// <summary>The quantisation table, in zigzag order.</summary>
    public byte[] Steps { get; init; } = [.. Enumerable.Repeat((byte)8, 64)];

    public byte[] Names { get; init; } = [1, 2, 3];

    public int RestartInterval { get; init; }

    /// <summary>AC symbols that get a code though nothing uses them.</summary>
    public IReadOnlyList<byte> NeverUsed { get; init; } = [];

    /// <summary>How often each code of the table occurs, which decides on its lengths.</summary>
    private long[] FrequenciesOf(int place)
    {
        var frequencies = _symbols.FrequenciesOf(place).ToArray();
        if (place == TablePlace.Ac)
            foreach (var symbol in NeverUsed) frequencies[symbol] = 1;
        return frequencies;
    }

    /// <summary>Adds a block: the DC difference, then AC symbols with the bits that follow each.</summary>
    public HandmadeJpeg Block(int difference, params (int Symbol, int Bits)[] coefficients)
    {
        var block = _symbols.Block();
        var width = BlockCode.WidthOf(difference);
        block[0] = _symbols.Count(0, BlockCode.Symbol(0, difference, width));
        for (var i = 0; i < coefficients.Length; i++) block[i + 1] = _symbols.Count(TablePlace.Ac, (uint)(coefficients[i].Bits << 8 | coefficients[i].Symbol));
        _symbols.Commit(1 + coefficients.Length);
        return this;
    }

    /// <summary>Adds blocks that are as those before them.</summary>
    public HandmadeJpeg Flat(int count)
    {
        for (var i = 0; i < count; i++) Block(0, (0, 0));
        return this;
    }

    public HandmadeJpeg Restart()
    {
        _symbols.AddRestart();
        return this;
    }

    public byte[] Encode()
    {
        var writer = new BitWriter(1024);
        writer.WriteMarker(0xD8);
        writer.WriteSegment(0xDB, [0, .. Steps]);
        writer.WriteSegment(0xC0, [8, 0, (byte)Height, 0, (byte)Width, 3, Names[0], (byte)((Across << 4) | Down), 0, Names[1], 0x11, 0, Names[2], 0x11, 0]);
        var encoders = new HuffmanEncoder?[TablePlace.Count];
        foreach (var place in new[] { 0, TablePlace.Ac })
        {
            var table = HuffmanTableBuilder.Build(FrequenciesOf(place));
            writer.WriteSegment(0xC4, [(byte)(place == 0 ? 0 : 0x10), .. table.Counts, .. table.Symbols]);
            encoders[place] = new(table);
        }

        if (RestartInterval > 0) writer.WriteSegment(0xDD, 0, (byte)RestartInterval);
        writer.WriteSegment(0xDA, 3, Names[0], 0, Names[1], 0, Names[2], 0, 0, 63, 0);
        _symbols.WriteTo(writer, encoders);
        writer.WriteMarker(0xD9);
        return writer.ToArray();
    }
}
