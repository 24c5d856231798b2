using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Reads all scans of a JPEG that has several, progressive or not, into coefficients (T.81, A.2 and G.2).</summary>
internal sealed class CoefficientReader
{
    private readonly JpegFile _source;
    private readonly CoefficientPlane[] _planes;
    private int _untilRestart;
    private int _restarts;

    private CoefficientReader(JpegFile source)
    {
        _source = source;
        _planes = [.. Enumerable.Range(0, source.Frame.Components.Count).Select(i => new CoefficientPlane(source.Frame, i))];
    }

    /// <summary>Reads from the file's first scan to its end.</summary>
    public static CoefficientPlane[] Read(JpegFile source)
    {
        var reader = new CoefficientReader(source);
        int end;
        do end = reader.ReadScan();
        while (source.GoToNextScan(end));
        return reader._planes.All(plane => plane.IsComplete)
            ? reader._planes
            : throw Refusal.Unmaskable("This JPEG lacks some of its scans, and each program shows such a picture in its own way.");
    }

    private int ReadScan()
    {
        var header = _source.Scan;
        foreach (var component in header.Components) _planes[component.Index].Take(header);

        (_untilRestart, _restarts) = (_source.RestartInterval, 0);
        var scan = BlockScan.Create(_source);
        var reader = new BitReader(_source.Bytes, _source.ScanStart);
        if (header.Components.Length == 1) ReadSeparate(ref reader, scan, _planes[header.Components[0].Index]);
        else ReadInterleaved(ref reader, scan, header.Components);
        return reader.EndSegment();
    }

    // T.81, A.2.2: block by block, and only those that the component has of its own.
    private void ReadSeparate(ref BitReader reader, BlockScan scan, CoefficientPlane plane)
    {
        for (var row = 0; row < plane.Down; row++)
        {
            for (var column = 0; column < plane.Across; column++)
            {
                RestartIfDue(ref reader, scan);
                scan.Read(ref reader, 0, plane.Block(column, row));
                reader.EnsureWithinSegment();
            }
        }
    }

    // T.81, A.2.3: unit by unit; blocks of a last unit that are past the component's own are read and forgotten.
    private void ReadInterleaved(ref BitReader reader, BlockScan scan, ScanComponent[] components)
    {
        var padding = new short[64];
        for (var row = 0; row < _source.Frame.McusDown; row++)
        {
            for (var column = 0; column < _source.Frame.McusAcross; column++)
            {
                RestartIfDue(ref reader, scan);
                for (var i = 0; i < components.Length; i++)
                {
                    var plane = _planes[components[i].Index];
                    for (var y = row * plane.Sampling.Down; y < (row + 1) * plane.Sampling.Down; y++)
                        for (var x = column * plane.Sampling.Across; x < (column + 1) * plane.Sampling.Across; x++)
                            scan.Read(ref reader, i, x < plane.Across && y < plane.Down ? plane.Block(x, y) : padding);
                }

                reader.EnsureWithinSegment();
            }
        }
    }

    private void RestartIfDue(ref BitReader reader, BlockScan scan)
    {
        if (_source.RestartInterval == 0) return;
        if (_untilRestart == 0)
        {
            reader.Restart(_restarts++);
            scan.Restart();
            _untilRestart = _source.RestartInterval;
        }

        _untilRestart--;
    }
}
