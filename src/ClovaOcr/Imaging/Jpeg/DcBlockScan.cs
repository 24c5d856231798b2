using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The high bits of DC coefficients, of a progressive frame's first scan (T.81, G.1.2.1).</summary>
internal sealed class DcBlockScan(JpegFile source) : BlockScan(source)
{
    private readonly HuffmanDecoder[] _decoders = DcDecoders(source);
    private readonly int[] _dc = new int[source.Scan.Components.Length];

    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        _dc[component] = BlockCode.ReadDc(ref reader, _decoders[component], _dc[component]);
        var dc = (long)_dc[component] << Header.Low;
        block[0] = dc is >= short.MinValue and <= short.MaxValue ? (short)dc : throw Refusal.Damaged("a brightness is outside every range");
    }
}

/// <summary>One bit more of DC coefficients, each as it is.</summary>
internal sealed class DcRefinementScan(JpegFile source) : BlockScan(source)
{
    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        if (reader.TakeBit() == 1) block[0] |= (short)(1 << Header.Low);
    }
}
