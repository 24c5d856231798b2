using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Reads the one scan of a sequential JPEG into symbols, and covers on the way: blocks outside the mask keep their very coefficients,
/// covered ones become flat, and DC differences are taken anew (T.81, F.1.2 and F.2.2).
/// </summary>
internal sealed class JpegScan
{
    // T.81, tables F.1 and F.2: the widths of differences and coefficients that 8-bit samples can have.
    private const int WidestDifference = 11;
    private const int WidestCoefficient = 10;
    private const int FarthestDc = short.MaxValue;
    private const int RunOfSixteenZeros = 0xF0;

    private readonly JpegFile _source;
    private readonly CoverGrid _cover;
    private readonly Plane[] _planes;
    private readonly SymbolStream _symbols = new();
    private int _restarts;

    private JpegScan(JpegFile source, CoverGrid cover, JpegFill fill)
    {
        (_source, _cover) = (source, cover);
        _planes = new Plane[source.Frame.Components.Count];
        for (var i = 0; i < _planes.Length; i++) _planes[i] = new(source, i, fill.DcOf(i));
    }

    /// <summary>Reads and covers.</summary>
    /// <returns>What the masked scan says, and the position after the source's scan.</returns>
    public static (SymbolStream Symbols, int End) Cover(JpegFile source, CoverGrid cover, JpegFill fill)
    {
        var scan = new JpegScan(source, cover, fill);
        var end = scan.Run();
        return (scan._symbols, end);
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
                    for (var block = 0; block < plane.BlocksInMcu; block++) ReadBlock(ref reader, plane, isCovered);
                reader.EnsureWithinSegment();
            }
        }

        return reader.EndSegment();
    }

    // T.81, F.2.1.3.1: the markers count from 0 to 7, over and over, and every difference after one starts from 0.
    private void Restart(ref BitReader reader)
    {
        var segments = new JpegSegmentReader(_source.Bytes, reader.EndSegment());
        segments.Next();
        if (segments.Marker != JpegMarker.Restart0 + (_restarts++ & 7))
            throw Refusal.Damaged("a restart marker is missing or in the wrong place");
        reader = new(_source.Bytes, segments.Position);
        foreach (var plane in _planes) plane.Restart();
        _symbols.AddRestart();
    }

    private void ReadBlock(ref BitReader reader, Plane plane, bool isCovered)
    {
        reader.Fill();
        var width = plane.DcDecoder.Read(ref reader);
        if (width > WidestDifference) throw Refusal.Damaged("a brightness step is larger than 8-bit samples can have");
        plane.SourceDc += width == 0 ? 0 : Extend(reader.Take(width), width);
        if (Math.Abs(plane.SourceDc) > FarthestDc) throw Refusal.Damaged("a brightness is outside every range");

        var block = _symbols.Block();
        block[0] = DcSymbol(plane, isCovered ? plane.FillDc : plane.SourceDc);
        var count = 1;
        for (var index = 1; index < 64;)
        {
            reader.Fill();
            var symbol = plane.AcDecoder.Read(ref reader);
            var coefficient = symbol & 15;
            if (coefficient > WidestCoefficient || (coefficient == 0 && symbol is not (0 or RunOfSixteenZeros)))
                throw Refusal.Damaged("a coefficient is larger than 8-bit samples can have");
            var bits = coefficient == 0 ? 0 : reader.Take(coefficient);
            if (!isCovered) block[count++] = _symbols.Count(plane.AcPlace, symbol, bits);
            if (symbol == 0) break;

            index += (symbol >> 4) + 1;
            if (index > 64) throw Refusal.Damaged("a block has more coefficients than there are");
        }

        if (isCovered) block[count++] = _symbols.Count(plane.AcPlace, 0, 0);
        _symbols.Commit(count);
    }

    private uint DcSymbol(Plane plane, int dc)
    {
        var difference = dc - plane.MaskedDc;
        plane.MaskedDc = dc;
        var width = 0;
        for (var rest = Math.Abs(difference); rest > 0; rest >>= 1) width++;
        if (width > WidestDifference) throw Refusal.Unmaskable("Beside the mask this JPEG has a brightness that no code can step to.");

        // A negative number is written as one less, in its low bits (T.81, F.1.2.1).
        var bits = (difference < 0 ? difference - 1 : difference) & ((1 << width) - 1);
        return _symbols.Count(plane.DcPlace, width, bits);
    }

    // Figure F.12.
    private static int Extend(int bits, int width) => bits < 1 << (width - 1) ? bits - (1 << width) + 1 : bits;

    /// <summary>A component on its way through the scan.</summary>
    private sealed class Plane(JpegFile source, int component, int fillDc)
    {
        // The second and third of several components are the ones that are not brightness; the source's own choice of tables is not kept.
        private readonly int _destination = JpegFile.TableDestinationOf(component);

        public int BlocksInMcu { get; } = source.Frame.Components[component].Across * source.Frame.Components[component].Down;

        public HuffmanDecoder DcDecoder { get; } = new(source.DcTableOf(component));

        public HuffmanDecoder AcDecoder { get; } = new(source.AcTableOf(component));

        public int FillDc { get; } = fillDc;

        public int SourceDc { get; set; }

        public int MaskedDc { get; set; }

        public int DcPlace => _destination;

        public int AcPlace => TablePlace.Ac + _destination;

        public void Restart() => (SourceDc, MaskedDc) = (0, 0);
    }
}
