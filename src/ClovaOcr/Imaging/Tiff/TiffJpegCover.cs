using System;
using System.Linq;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Covers a picture whose strips or tiles are JPEGs, as <see cref="JpegMasker"/> covers one: blocks outside the mask keep their very
/// coefficients. In the copy each strip or tile has its own tables.
/// </summary>
internal sealed class TiffJpegCover
{
    private readonly TiffFile _file;
    private readonly byte[] _source;
    private readonly int[] _black;
    private readonly JpegFrame _first;

    /// <param name="file">What is known of the file.</param>
    /// <param name="source">The whole file.</param>
    public TiffJpegCover(TiffFile file, byte[] source)
    {
        (_file, _source, _black) = (file, source, TiffBlack.Of(file.Layout));
        _first = Open(file.Layout.Segments().First()).Frame;
        Layout = file.Layout with { Subsampling = SubsamplingOf(_first, file.Layout) };
        RefuseCellsAcrossSegments();
    }

    /// <summary>How the samples are stored; the JPEGs, not the tags, say how colours are shared.</summary>
    public TiffLayout Layout { get; }

    public int CellWidth => _first.McuWidth;

    public int CellHeight => _first.McuHeight;

    public byte[] Write(CoverGrid cover)
    {
        using var writer = new TiffWriter();
        foreach (var segment in Layout.Segments())
        {
            var jpeg = Open(segment);
            if (!IsLike(jpeg.Frame, segment))
                throw Refusal.Unmaskable("This TIFF has JPEGs of different kinds in one picture, which are not masked.");
            var part = cover.Part(segment.Left, segment.Top, segment.Width, segment.Height);
            writer.BeginSegment().Write(JpegMasker.Write(jpeg, part));
            _file.Metadata.Dropped.UnionWith(jpeg.Metadata.Dropped);
        }

        return writer.Finish(Layout, [], _file.Metadata);
    }

    private JpegFile Open(TiffSegment segment)
    {
        var (start, length) = _file.Places[_file.Layout.IndexOf(segment)];
        var stream = TiffJpegStream.Join(_file.JpegTables, _source.AsSpan(start, length), out var leftOut);
        if (leftOut) _file.Metadata.Dropped.Add("JPEG application data");
        var black = _black.Skip(segment.Plane).Take(_file.Layout.SamplesTogether).Select(value => (byte)value);
        return JpegFile.Read(stream, [.. black]);
    }

    private bool IsLike(JpegFrame frame, TiffSegment segment) =>
        (frame.Width, frame.Height) == (segment.Width, segment.Height)
        && frame.Components.Count == _first.Components.Count
        && frame.Components.Zip(_first.Components, (a, b) => (a.Across, a.Down) == (b.Across, b.Down)).All(same => same);

    private static (int Across, int Down) SubsamplingOf(JpegFrame frame, TiffLayout layout)
    {
        if (frame.Components.Count != layout.SamplesTogether) throw Refusal.Damaged("its JPEGs have not as many colours as its pixels");
        if (layout.Color != TiffColor.YCbCr) return (1, 1);
        if (layout.IsPlanar) return layout.Subsampling == (1, 1) ? (1, 1) : throw Odd();
        var (across, down) = (frame.Components[0].Across, frame.Components[0].Down);
        return frame.Components.Skip(1).All(component => (component.Across, component.Down) == (1, 1)) && across != 3 && down != 3
            ? (across, down)
            : throw Odd();
    }

    private static ClovaOcrException Odd() =>
        Refusal.Unmaskable("This TIFF has subsampled colours of an unusual kind, which are not masked.");

    private void RefuseCellsAcrossSegments()
    {
        // Cells are counted from the picture's corner, MCUs from that of a strip or tile.
        var isWhole = (Layout.SegmentsAcross == 1 || Layout.SegmentWidth % CellWidth == 0)
            && (Layout.SegmentsDown == 1 || Layout.SegmentHeight % CellHeight == 0);
        if (!isWhole)
            throw Refusal.Unmaskable("This TIFF has strips or tiles that end within a block of its JPEGs, which are not masked.");

        // Seen with libtiff's tiffcp: what it writes past the edge is a part of another tile, and within a block that has both, traces of
        // it are in every coefficient.
        if (Layout.IsTiled && (Layout.Width % CellWidth != 0 || Layout.Height % CellHeight != 0))
        {
            throw Refusal.Unmaskable(
                "This TIFF has JPEG tiles that reach past its edge within a block, where traces of what is covered can be.");
        }
    }
}
