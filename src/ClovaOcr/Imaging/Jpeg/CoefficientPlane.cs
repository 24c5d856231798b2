using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The coefficients of all blocks of a component, in zigzag order, while the scans that they are spread over are read.</summary>
internal sealed class CoefficientPlane
{
    private const int NotYet = -1;

    // In rows, so that each can go when it is no longer needed.
    private readonly short[]?[] _rows;

    // For each coefficient, how many low bits the scans so far left out.
    private readonly int[] _missingBits = new int[64];

    public CoefficientPlane(JpegFrame frame, int component)
    {
        (Sampling, (Across, Down)) = (frame.Components[component], frame.BlocksOf(component));
        _rows = new short[]?[Down];
        for (var row = 0; row < Down; row++) _rows[row] = new short[Across * 64];
        _missingBits.AsSpan().Fill(NotYet);
    }

    /// <summary>Its blocks in an MCU.</summary>
    public JpegComponent Sampling { get; }

    /// <summary>Blocks across.</summary>
    public int Across { get; }

    /// <summary>Blocks down.</summary>
    public int Down { get; }

    /// <summary>Whether the scans so far brought all bits of all coefficients.</summary>
    public bool IsComplete => Array.TrueForAll(_missingBits, missing => missing == 0);

    public Span<short> Block(int column, int row) => _rows[row].AsSpan(column * 64, 64);

    public void Forget(int row) => _rows[row] = null;

    /// <summary>
    /// Notes which bits of which coefficients a scan brings; it must be the next ones, and the DC coefficients come first (T.81, G.1.1.1).
    /// </summary>
    public void Take(JpegScanHeader scan)
    {
        if (scan.First > 0 && _missingBits[0] == NotYet) throw Refusal.Damaged("its scans are in a wrong order");
        foreach (ref var missing in _missingBits.AsSpan(scan.First, scan.Last - scan.First + 1))
        {
            if (missing != (scan.IsRefinement ? scan.High : NotYet))
                throw Refusal.Damaged("a scan repeats or leaves out a part of another");
            missing = scan.Low;
        }
    }
}
