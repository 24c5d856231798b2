using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Whole blocks (T.81, F.2.2).</summary>
internal sealed class SequentialBlockScan(JpegFile source) : BlockScan(source)
{
    private readonly HuffmanDecoder[] _dcDecoders = DcDecoders(source);
    private readonly HuffmanDecoder[] _acDecoders = AcDecoders(source);
    private readonly uint[] _symbols = new uint[SymbolStream.MaximumSymbolsInBlock];
    private readonly int[] _dc = new int[source.Scan.Components.Length];

    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        _dc[component] = BlockCode.ReadDc(ref reader, _dcDecoders[component], _dc[component]);
        block[0] = (short)_dc[component];
        var count = reader.ReadAc(_acDecoders[component], _symbols);
        var index = 0;
        foreach (var symbol in _symbols.AsSpan(0, count))
        {
            index += ((int)symbol >> 4 & 15) + 1;
            var width = (int)symbol & 15;
            if (width > 0) block[index] = (short)BlockCode.Extend((int)(symbol >> 8), width);
        }
    }

    public override void Restart() => Array.Clear(_dc, 0, _dc.Length);
}
