using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// One bit more of AC coefficients: a bit for each that is not zero so far, and among them codes for those that are no longer zero now
/// (T.81, G.1.2.3).
/// </summary>
internal sealed class AcRefinementScan(JpegFile source) : BlockScan(source)
{
    private readonly HuffmanDecoder _decoder = AcDecoders(source)[0];
    private readonly int _step = 1 << source.Scan.Low;

    // Blocks still to come in which no coefficient is new.
    private int _endedBlocks;

    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        var index = Header.First;
        if (_endedBlocks == 0) index = ReadNew(ref reader, block);
        if (_endedBlocks == 0) return;

        for (; index <= Header.Last; index++)
            if (block[index] != 0) Refine(ref reader, ref block[index]);
        _endedBlocks--;
    }

    // Up to the band's end, or to where a code says that no more new ones come.
    private int ReadNew(ref BitReader reader, Span<short> block)
    {
        var index = Header.First;
        for (; index <= Header.Last; index++)
        {
            reader.Fill();
            var symbol = _decoder.Read(ref reader);
            var (zeros, width) = (symbol >> 4, symbol & 15);
            if (width == 0 && zeros < 15)
            {
                _endedBlocks = EndOfBand.Blocks(ref reader, zeros);
                return index;
            }

            if (width > 1) throw Refusal.Damaged("a coefficient grows by more than a bit in a scan");
            var value = width == 0 ? 0 : reader.TakeBit() == 1 ? _step : -_step;
            index = PassZeros(ref reader, block, index, zeros);
            if (index > Header.Last) throw Refusal.Damaged("a block has more coefficients than there are");
            block[index] = (short)value;
        }

        return index;
    }

    // The place of the zero after so many zeros; coefficients on the way are refined.
    private int PassZeros(ref BitReader reader, Span<short> block, int index, int zeros)
    {
        for (; index <= Header.Last; index++)
        {
            if (block[index] != 0) Refine(ref reader, ref block[index]);
            else if (zeros-- == 0) break;
        }

        return index;
    }

    private void Refine(ref BitReader reader, ref short coefficient)
    {
        if (reader.TakeBit() == 1) coefficient += (short)(coefficient > 0 ? _step : -_step);
    }
}
