using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>What the tags of a TIFF say beside its pixels that a masked copy keeps, and the names of all else.</summary>
internal sealed class TiffMetadata
{
    // Of a unit: finer parts say nothing about a scan.
    private const int Thousandths = 1000;

    private const int LastResolutionUnit = 3;
    private const int Centimetre = 3;

    // Tags that say how the pixels are stored; the copy has its own.
    private static readonly HashSet<int> OfThePixels =
    [
        TiffTag.ImageWidth, TiffTag.ImageLength, TiffTag.BitsPerSample, TiffTag.Compression, TiffTag.Photometric, TiffTag.FillOrder,
        TiffTag.StripOffsets, TiffTag.Orientation, TiffTag.SamplesPerPixel, TiffTag.RowsPerStrip, TiffTag.StripByteCounts,
        TiffTag.PlanarConfiguration, TiffTag.T4Options, TiffTag.T6Options, TiffTag.ResolutionUnit, TiffTag.Predictor, TiffTag.TileWidth,
        TiffTag.TileLength, TiffTag.TileOffsets, TiffTag.TileByteCounts, TiffTag.InkSet, TiffTag.DotRange, TiffTag.ExtraSamples,
        TiffTag.SampleFormat, TiffTag.YCbCrCoefficients, TiffTag.YCbCrSubsampling, TiffTag.YCbCrPositioning, TiffTag.ReferenceBlackWhite,
    ];

    public TiffMetadata(TiffDirectory directory, TiffLayout layout)
    {
        Orientation = Orientation.FromExif(directory.Number(TiffTag.Orientation, 1));
        if (!Orientation.IsUpright) Kept.Add("orientation");
        TakeResolution(directory);
        TakeProfile(directory);
        YCbCr = layout.Color == TiffColor.YCbCr ? TiffYCbCr.Read(directory) : null;
        RefuseOddRanges(directory, layout);

        var used = new HashSet<int>(OfThePixels) { TiffTag.IccProfile };
        if (Resolution is not null) used.UnionWith([TiffTag.XResolution, TiffTag.YResolution]);
        if (layout.Color == TiffColor.Palette) used.Add(TiffTag.ColorMap);
        if (layout.Compression == TiffCompression.Jpeg) used.Add(TiffTag.JpegTables);
        Dropped.UnionWith(directory.Tags.Where(tag => !used.Contains(tag)).Select(TiffTag.Describe));
    }

    public Orientation Orientation { get; private set; }

    /// <summary>Pixels across and down in thousandths, and their unit (tag 296); null if the source does not say.</summary>
    public (uint Across, uint Down, int Unit)? Resolution { get; private set; }

    /// <summary>The colour profile, if it is one that everybody has.</summary>
    public StandardColorProfile? Profile { get; private set; }

    /// <summary>How YCbCr colours are to be read; null for other colours.</summary>
    public TiffYCbCr? YCbCr { get; }

    /// <summary>What is kept, by names from a fixed list.</summary>
    public SortedSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not kept, by names from a fixed list.</summary>
    public SortedSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    /// <summary>The same of a picture that is stored upright.</summary>
    public TiffMetadata Upright()
    {
        var upright = (TiffMetadata)MemberwiseClone();
        if (Orientation.SwapsSides && Resolution is (var across, var down, var unit)) upright.Resolution = (down, across, unit);
        upright.Orientation = Orientation.Upright;
        return upright;
    }

    private void TakeResolution(TiffDirectory directory)
    {
        var unit = directory.Number(TiffTag.ResolutionUnit, 2);
        var inch = unit == Centimetre ? PixelDensity.CentimetresOfInch : 1;
        if (unit is < 1 or > LastResolutionUnit || NumberOf(directory, TiffTag.XResolution) is not { } across
            || NumberOf(directory, TiffTag.YResolution) is not { } down || PixelDensity.Of(across, down, inch) is not { } density) return;
        var kept = density.In(inch, Thousandths);
        Resolution = ((uint)kept.Across, (uint)kept.Down, unit);
        Kept.Add("resolution");
        if (kept != (Math.Round(across * Thousandths), Math.Round(down * Thousandths))) Dropped.Add("exact resolution");
    }

    private static decimal? NumberOf(TiffDirectory directory, int tag) =>
        directory.Fractions(tag) is [(var numerator, > 0 and var denominator)] ? (decimal)numerator / denominator : null;

    private void TakeProfile(TiffDirectory directory)
    {
        if (!directory.Has(TiffTag.IccProfile)) return;
        Profile = directory.Bytes(TiffTag.IccProfile) is { Length: <= StandardColorProfile.MaximumLength } bytes
            ? StandardColorProfile.Find(bytes)
            : null;
        if (Profile is null) Dropped.Add(TiffTag.Describe(TiffTag.IccProfile));
        else Kept.Add($"ICC profile {Profile.Name}");
    }

    // Where black is not the sample that the mask writes, nothing here would be black.
    private static void RefuseOddRanges(TiffDirectory directory, TiffLayout layout)
    {
        var most = (uint)(1 << layout.Bits) - 1;
        var inks = directory.Numbers(TiffTag.DotRange) ?? [];
        if (layout.Color == TiffColor.Cmyk && inks.Where((bound, i) => bound != (i % 2 == 0 ? 0 : most)).Any())
            throw Refusal.Unmaskable("This TIFF has inks of an unusual range, which are not masked.");
        if (layout.Color == TiffColor.YCbCr || directory.Fractions(TiffTag.ReferenceBlackWhite) is not { } references) return;
        if (references.Where((level, i) => level.Numerator != (ulong)level.Denominator * (i % 2 == 0 ? 0 : most)).Any())
            throw Refusal.Unmaskable("This TIFF has a black or white of its own, which is not masked.");
    }
}
