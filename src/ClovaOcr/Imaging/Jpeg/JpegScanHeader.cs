using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A component's part in a scan: which of the frame's it is, and the numbers of its Huffman tables.</summary>
internal readonly record struct ScanComponent(int Index, int DcTable, int AcTable);

/// <summary>What a scan holds (T.81, B.2.3).</summary>
internal sealed class JpegScanHeader
{
    private const int LastCoefficient = 63;

    private JpegScanHeader(ScanComponent[] components, int first, int last, int approximation)
    {
        (Components, First, Last) = (components, first, last);
        (High, Low) = (approximation >> 4, approximation & 15);
    }

    /// <summary>In the frame's order.</summary>
    public ScanComponent[] Components { get; }

    /// <summary>The first coefficient, in zigzag order.</summary>
    public int First { get; }

    /// <summary>The last coefficient.</summary>
    public int Last { get; }

    /// <summary>How many low bits the scans before this one left out; 0 when this is the first of its coefficients.</summary>
    public int High { get; }

    /// <summary>How many low bits this scan leaves out.</summary>
    public int Low { get; }

    /// <summary>Whether it refines coefficients by one bit.</summary>
    public bool IsRefinement => High > 0;

    public static JpegScanHeader Read(ReadOnlySpan<byte> parameters, JpegFrame frame)
    {
        var count = parameters.Length > 0 ? parameters[0] : 0;
        if (count is 0 or > 4 || parameters.Length != 4 + (count * 2)) throw Refusal.Damaged("its scan header has the wrong length");

        var components = new ScanComponent[count];
        var index = -1;
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (parameters[1 + (i * 2)], parameters[2 + (i * 2)]);
            do index++;
            while (index < frame.Components.Count && frame.Components[index].Id != id);
            var (dc, ac) = (tables >> 4, tables & 15);
            if (index == frame.Components.Count || Math.Max(dc, ac) >= JpegTables.HuffmanTableCount)
                throw Refusal.Damaged("its scan header is not valid");
            components[i] = new(index, dc, ac);
        }

        var header = new JpegScanHeader(components, parameters[^3], parameters[^2], parameters[^1]);
        return (frame.IsProgressive ? header.IsProgressive : header.IsSequential)
            ? header
            : throw Refusal.Damaged("a scan is not one of those that its frame announces");
    }

    private bool IsSequential => (First, Last, High, Low) == (0, LastCoefficient, 0, 0);

    // T.81, G.1.1.1: DC and AC never share a scan, AC scans have one component, and a refinement is by one bit.
    private bool IsProgressive =>
        (First == 0 ? Last == 0 : First <= Last && Last <= LastCoefficient && Components.Length == 1)
        && (High == 0 || High == Low + 1);
}
