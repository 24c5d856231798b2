using System;
using System.Buffers.Binary;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The tables that hold at one place of a file: those that its segments have stated up to there (T.81, B.2.4).</summary>
internal sealed class JpegTables
{
    public const int HuffmanTableCount = 4;
    private const int QuantizationTableCount = 4;

    private readonly ushort[]?[] _quantization = new ushort[]?[QuantizationTableCount];
    private readonly HuffmanTable?[] _dc = new HuffmanTable?[HuffmanTableCount];
    private readonly HuffmanTable?[] _ac = new HuffmanTable?[HuffmanTableCount];
    private bool _hasHuffmanTables;

    /// <summary>MCUs between restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>Whether a quantisation table was stated a second time.</summary>
    public bool HasReplacedQuantization { get; private set; }

    /// <summary>The quantisation table of a number, in zigzag order; null when none was stated.</summary>
    public ushort[]? Quantization(int number) => _quantization[number];

    /// <summary>The numbers of all quantisation tables there are.</summary>
    public int[] QuantizationNumbers() =>
        [.. Enumerable.Range(0, QuantizationTableCount).Where(number => _quantization[number] is not null)];

    public HuffmanTable Dc(int number) => Table(_dc, StandardHuffmanTables.Dc, number);

    public HuffmanTable Ac(int number) => Table(_ac, StandardHuffmanTables.Ac, number);

    /// <summary>Takes a segment of tables; false when it is of another kind.</summary>
    public bool Take(byte marker, ReadOnlySpan<byte> parameters)
    {
        switch (marker)
        {
            case JpegMarker.QuantizationTables:
                TakeQuantization(parameters);
                return true;
            case JpegMarker.HuffmanTables:
                TakeHuffman(parameters);
                return true;
            case JpegMarker.RestartInterval when parameters.Length == 2:
                RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(parameters);
                return true;
            default:
                return false;
        }
    }

    private HuffmanTable Table(HuffmanTable?[] own, HuffmanTable[] standard, int number) =>
        (_hasHuffmanTables ? own[number] : standard.ElementAtOrDefault(number)) ?? throw Refusal.Damaged("a Huffman table is missing");

    // T.81, B.2.4.1: precision and destination in one byte, then 64 values of 8 or 16 bits in zigzag order; several tables a segment.
    private void TakeQuantization(ReadOnlySpan<byte> parameters)
    {
        while (parameters.Length > 0)
        {
            var (isWide, number) = (parameters[0] >> 4 == 1, parameters[0] & 15);
            var length = 1 + (isWide ? 128 : 64);
            if (parameters[0] >> 4 > 1 || number >= QuantizationTableCount || parameters.Length < length)
                throw Refusal.Damaged("a quantisation table is not valid");

            var values = new ushort[64];
            for (var i = 0; i < values.Length; i++)
                values[i] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(parameters[(1 + (i * 2))..]) : parameters[1 + i];
            HasReplacedQuantization |= _quantization[number] is not null;
            _quantization[number] = values;
            parameters = parameters[length..];
        }
    }

    // T.81, B.2.4.2: class and destination in one byte, 16 counts, the symbols; several tables a segment.
    private void TakeHuffman(ReadOnlySpan<byte> parameters)
    {
        _hasHuffmanTables = true;
        while (parameters.Length > 0)
        {
            if (parameters.Length < 17) throw Refusal.Damaged("a Huffman table is cut off");
            var (isAc, number) = (parameters[0] >> 4 == 1, parameters[0] & 15);
            var symbols = 0;
            foreach (var count in parameters.Slice(1, 16)) symbols += count;
            if (parameters[0] >> 4 > 1 || number >= HuffmanTableCount || symbols > 256 || parameters.Length < 17 + symbols)
                throw Refusal.Damaged("a Huffman table is not valid");

            (isAc ? _ac : _dc)[number] = new(parameters.Slice(1, 16), parameters.Slice(17, symbols));
            parameters = parameters[(17 + symbols)..];
        }
    }
}
