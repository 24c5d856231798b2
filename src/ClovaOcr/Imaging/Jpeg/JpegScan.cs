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
    private readonly uint[] _hidden = new uint[SymbolStream.MaximumSymbolsInBlock];
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
        if (kind != BlockKind.Visible)
        {
            reader.ReadAc(plane.AcDecoder, _hidden);
            plane.Masked.AddFlat(kind);
            return;
        }

        var block = _masked.Symbols.Block();
        block[0] = plane.Masked.Dc(plane.Dc);
        var count = reader.ReadAc(plane.AcDecoder, block[1..]);
        plane.Masked.PackAc(block.Slice(1, count));
        _masked.Symbols.Commit(1 + count);
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
