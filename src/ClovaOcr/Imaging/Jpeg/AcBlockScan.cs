using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The high bits of AC coefficients, of a progressive frame's other first scans (T.81, G.1.2.2).</summary>
internal sealed class AcBlockScan(JpegFile source) : BlockScan(source)
{
    private readonly HuffmanDecoder _decoder = AcDecoders(source)[0];

    // Blocks still to come that have nothing in this scan.
    private int _emptyBlocks;

    public override void Read(ref BitReader reader, int component, Span<short> block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        for (var index = Header.First; index <= Header.Last; index++)
        {
            reader.Fill();
            var symbol = _decoder.Read(ref reader);
            var (run, width) = (symbol >> 4, symbol & 15);
            if (width == 0 && run < 15)
            {
                _emptyBlocks = EndOfBand.Blocks(ref reader, run) - 1;
                return;
            }

            index += run;
            if (index > Header.Last) throw Refusal.Damaged("a block has more coefficients than there are");
            if (width == 0) continue;
            if (width + Header.Low > BlockCode.WidestCoefficient)
                throw Refusal.Damaged("a coefficient is larger than 8-bit samples can have");
            block[index] = (short)(BlockCode.Extend(reader.Take(width), width) * (1 << Header.Low));
        }
    }
}

/// <summary>The code for a number of blocks that end together (T.81, table G.1).</summary>
internal static class EndOfBand
{
    /// <summary>How many blocks end, the present one among them.</summary>
    public static int Blocks(ref BitReader reader, int width) => width == 0 ? 1 : (1 << width) + reader.Take(width);
}
