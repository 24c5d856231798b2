using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Whole blocks (T.81, F.2.2).</summary>
internal sealed class SequentialBlockScan(JpegFile source) : BlockScan(source)
{
    private readonly HuffmanDecoder[] _dcDecoders = DcDecoders(source);
    private readonly HuffmanDecoder[] _acDecoders = AcDecoders(source);
    private readonly int[] _dc = new int[source.Scan.Components.Length];

    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        _dc[component] = BlockCode.ReadDc(ref reader, _dcDecoders[component], _dc[component]);
        block[0] = (short)_dc[component];
        for (var index = 1; index < 64; index++)
        {
            var symbol = BlockCode.ReadAcSymbol(ref reader, _acDecoders[component]);
            if (symbol == BlockCode.EndOfBlock) return;
            index += symbol >> 4;
            if (index > 63) throw Refusal.Damaged("a block has more coefficients than there are");
            var width = symbol & 15;
            if (width > 0) block[index] = (short)BlockCode.Extend(reader.Take(width), width);
        }
    }

    public override void Restart() => Array.Clear(_dc, 0, _dc.Length);
}
