using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Reads the one scan of a sequential JPEG into symbols, and covers on the way: blocks outside the mask keep their very coefficients,
/// covered ones become flat, and DC differences are taken anew (T.81, F.1.2 and F.2.2).
/// </summary>
internal sealed class JpegScan
{
    private readonly JpegFile _source;
    private readonly CoverGrid _cover;
    private readonly Plane[] _planes;
    private readonly MaskedScan _masked;
    private int _restarts;

    private JpegScan(JpegFile source, CoverGrid cover)
    {
        (_source, _cover, _masked) = (source, cover, new(source, source.RestartInterval));
        _planes = Array.ConvertAll(source.Scan.Components, component => new Plane(source, component, _masked.Components[component.Index]));
    }

    /// <summary>Reads and covers.</summary>
    /// <returns>The masked scan, and the position after the source's.</returns>
    public static (MaskedScan Masked, int End) Cover(JpegFile source, CoverGrid cover)
    {
        var scan = new JpegScan(source, cover);
        var end = scan.Run();
        return (scan._masked, end);
    }

    private int Run()
    {
        var reader = new BitReader(_source.Bytes, _source.ScanStart);
        var untilRestart = _source.RestartInterval;
        for (var row = 0; row < _source.Frame.McusDown; row++)
        {
            var covered = _cover.Row(row);
            for (var column = 0; column < _source.Frame.McusAcross; column++)
            {
                if (_source.RestartInterval > 0 && untilRestart-- == 0)
                {
                    Restart(ref reader);
                    untilRestart = _source.RestartInterval - 1;
                }

                while (covered.Length > 0 && covered[0].End <= column) covered = covered[1..];
                var isCovered = covered.Length > 0 && covered[0].First <= column;
                foreach (var plane in _planes)
                    for (var block = 0; block < plane.Masked.BlocksInMcu; block++)
                        ReadBlock(ref reader, plane, plane.Masked.KindOf(block, column, row, isCovered));
                reader.EnsureWithinSegment();
            }
        }

        return reader.EndSegment();
    }

    private void Restart(ref BitReader reader)
    {
        reader.Restart(_restarts++);
        foreach (var plane in _planes) plane.Dc = 0;
        _masked.AddRestart();
    }

    private void ReadBlock(ref BitReader reader, Plane plane, BlockKind kind)
    {
        plane.Dc = BlockCode.ReadDc(ref reader, plane.DcDecoder, plane.Dc);
        var isVisible = kind == BlockKind.Visible;
        if (!isVisible) plane.Masked.AddFlat(kind);

        var block = _masked.Symbols.Block();
        var count = 0;
        if (isVisible) block[count++] = plane.Masked.Dc(plane.Dc);
        var coded = 1;
        for (var index = 1; index < 64; index++)
        {
            var symbol = BlockCode.ReadAcSymbol(ref reader, plane.AcDecoder);
            if (symbol == BlockCode.EndOfBlock) break;
            index += symbol >> 4;
            if (index > 63) throw Refusal.Damaged("a block has more coefficients than there are");
            if (symbol == BlockCode.RunOfSixteenZeros) continue;

            // Runs of sixteen zeros are written when a coefficient follows them, and not when the block ends with them.
            var bits = reader.Take(symbol & 15);
            if (!isVisible) continue;
            var zeros = index - coded;
            for (; zeros > 15; zeros -= 16) block[count++] = plane.Masked.Zeros(BlockCode.RunOfSixteenZeros);
            block[count++] = plane.Masked.Ac(index, (zeros << 4) | (symbol & 15), bits);
            coded = index + 1;
        }

        if (!isVisible) return;
        if (coded < 64) block[count++] = plane.Masked.Zeros(BlockCode.EndOfBlock);
        _masked.Symbols.Commit(count);
    }

    /// <summary>A component on its way through the scan.</summary>
    private sealed class Plane(JpegFile source, ScanComponent component, MaskedComponent masked)
    {
        public HuffmanDecoder DcDecoder { get; } = new(source.DcTableOf(component));

        public HuffmanDecoder AcDecoder { get; } = new(source.AcTableOf(component));

        public MaskedComponent Masked { get; } = masked;

        public int Dc { get; set; }
    }
}
