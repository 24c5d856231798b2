using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>One way in which a scan holds its blocks' coefficients.</summary>
/// <param name="source">The file, at the scan.</param>
internal abstract class BlockScan(JpegFile source)
{
    protected JpegScanHeader Header { get; } = source.Scan;

    /// <summary>The way of the file's present scan.</summary>
    public static BlockScan Create(JpegFile source) => source.Scan switch
    {
        _ when !source.Frame.IsProgressive => new SequentialBlockScan(source),
        { First: 0, IsRefinement: false } => new DcBlockScan(source),
        { First: 0 } => new DcRefinementScan(source),
        { IsRefinement: false } => new AcBlockScan(source),
        _ => new AcRefinementScan(source),
    };

    /// <summary>Reads the next block.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="component">The block's component, by its place in the scan.</param>
    /// <param name="block">The coefficients so far, in zigzag order.</param>
    public abstract void Read(ref BitReader reader, int component, Span<short> block);

    /// <summary>Begins anew after a restart marker, which progressive frames do not have here.</summary>
    public virtual void Restart()
    {
    }

    protected static HuffmanDecoder[] DcDecoders(JpegFile source) =>
        Array.ConvertAll(source.Scan.Components, component => new HuffmanDecoder(source.DcTableOf(component)));

    protected static HuffmanDecoder[] AcDecoders(JpegFile source) =>
        Array.ConvertAll(source.Scan.Components, component => new HuffmanDecoder(source.AcTableOf(component)));
}
