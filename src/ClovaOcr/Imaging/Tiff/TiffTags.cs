using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Makes the tags of a masked copy's directory, in ascending order as TIFF 6.0, 2, wants them.</summary>
internal static class TiffTags
{
    private const uint Thousandths = 1000;

    public static IReadOnlyList<TiffTagValue> Of(
        TiffLayout layout, ushort[] palette, TiffMetadata metadata, uint[] starts, uint[] lengths)
    {
        var tags = new List<TiffTagValue>
        {
            TiffTagValue.Longs(TiffTag.ImageWidth, (uint)layout.Width),
            TiffTagValue.Longs(TiffTag.ImageLength, (uint)layout.Height),
            TiffTagValue.Shorts(TiffTag.BitsPerSample, [.. Enumerable.Repeat(layout.Bits, layout.Samples)]),
            TiffTagValue.Shorts(TiffTag.Compression, (int)layout.Compression),
            TiffTagValue.Shorts(TiffTag.Photometric, (int)layout.Color),
            TiffTagValue.Shorts(TiffTag.SamplesPerPixel, layout.Samples),
            TiffTagValue.Shorts(TiffTag.PlanarConfiguration, layout.IsPlanar ? 2 : 1),
        };
        AddPlaces(tags, layout, starts, lengths);
        if (layout.Compression == TiffCompression.CcittGroup3) tags.Add(TiffTagValue.Longs(TiffTag.T4Options, (uint)layout.FaxOptions));
        if (layout.IsPredicted) tags.Add(TiffTagValue.Shorts(TiffTag.Predictor, 2));
        if (palette.Length > 0) tags.Add(TiffTagValue.Shorts(TiffTag.ColorMap, [.. palette.Select(level => (int)level)]));
        if (layout.ExtraSamples.Length > 0) tags.Add(TiffTagValue.Shorts(TiffTag.ExtraSamples, layout.ExtraSamples));
        AddMetadata(tags, metadata);
        if (metadata.YCbCr is { } colors) AddYCbCr(tags, layout, colors);
        return [.. tags.OrderBy(tag => tag.Tag)];
    }

    private static void AddPlaces(List<TiffTagValue> tags, TiffLayout layout, uint[] starts, uint[] lengths)
    {
        if (layout.IsTiled)
        {
            tags.Add(TiffTagValue.Longs(TiffTag.TileWidth, (uint)layout.SegmentWidth));
            tags.Add(TiffTagValue.Longs(TiffTag.TileLength, (uint)layout.SegmentHeight));
            tags.Add(TiffTagValue.Longs(TiffTag.TileOffsets, starts));
            tags.Add(TiffTagValue.Longs(TiffTag.TileByteCounts, lengths));
            return;
        }

        tags.Add(TiffTagValue.Longs(TiffTag.RowsPerStrip, (uint)layout.SegmentHeight));
        tags.Add(TiffTagValue.Longs(TiffTag.StripOffsets, starts));
        tags.Add(TiffTagValue.Longs(TiffTag.StripByteCounts, lengths));
    }

    private static void AddMetadata(List<TiffTagValue> tags, TiffMetadata metadata)
    {
        if (!metadata.Orientation.IsUpright) tags.Add(TiffTagValue.Shorts(TiffTag.Orientation, metadata.Orientation.ExifValue));
        if (metadata.Resolution is (var across, var down, var unit))
        {
            tags.Add(TiffTagValue.Fractions(TiffTag.XResolution, Thousandths, across));
            tags.Add(TiffTagValue.Fractions(TiffTag.YResolution, Thousandths, down));
            tags.Add(TiffTagValue.Shorts(TiffTag.ResolutionUnit, unit));
        }

        if (metadata.Profile is { } profile) tags.Add(TiffTagValue.Bytes(TiffTag.IccProfile, profile.Bytes));
    }

    private static void AddYCbCr(List<TiffTagValue> tags, TiffLayout layout, TiffYCbCr colors)
    {
        tags.Add(TiffTagValue.Shorts(TiffTag.YCbCrSubsampling, layout.Subsampling.Across, layout.Subsampling.Down));
        tags.Add(TiffTagValue.Shorts(TiffTag.YCbCrPositioning, colors.IsCosited ? 2 : 1));
        if (colors.Coefficients is { } coefficients)
            tags.Add(TiffTagValue.Fractions(TiffTag.YCbCrCoefficients, TiffYCbCr.CoefficientParts, coefficients));
        if (colors.References is { } references) tags.Add(TiffTagValue.Fractions(TiffTag.ReferenceBlackWhite, 1, references));
    }
}
