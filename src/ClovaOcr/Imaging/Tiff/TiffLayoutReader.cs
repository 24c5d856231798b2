using System;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Reads how a TIFF's samples are stored, and refuses by name what cannot be masked exactly.</summary>
internal static class TiffLayoutReader
{
    // Every colour here has at most four samples, and one beside them of 16 bits would be more than the memory is planned for.
    private const int MaximumBitsOfPixel = 64;

    // A tile is decoded as a whole by those who show it. Larger ones than the picture are common only while both are small.
    private const int LargestTileSide = 2048;

    private const int TileStep = 16;

    // Tiles of 64 pixels a side for the largest picture; to begin a JPEG takes as long as thousands of its pixels.
    private const int MostJpegs = 25_000;

    public static TiffLayout Read(TiffDirectory directory)
    {
        var (width, height) = (Size(directory, TiffTag.ImageWidth), Size(directory, TiffTag.ImageLength));
        ImageHeader.EnsureDecodable(width, height);
        RefuseOtherDirectories(directory);

        var compression = TiffCompressions.Of(directory.Number(TiffTag.Compression, 1));
        var samples = directory.Number(TiffTag.SamplesPerPixel, 1);
        var bits = BitsOf(directory, samples);
        var color = ColorOf(directory);
        var extra = ExtraSamplesOf(directory, color, samples);
        var isTiled = directory.Has(TiffTag.TileWidth) || directory.Has(TiffTag.TileOffsets);
        var layout = new TiffLayout
        {
            Width = width,
            Height = height,
            Color = color,
            Bits = bits,
            Samples = samples,
            ExtraSamples = extra,
            IsPlanar = samples > 1 && directory.Number(TiffTag.PlanarConfiguration, 1) switch
            {
                1 => false,
                2 => true,
                _ => throw Refusal.Damaged("its samples are arranged in a way that does not exist"),
            },
            Compression = compression,
            IsPredicted = compression.MayBePredicted() && IsPredicted(directory),
            FaxOptions = FaxOptionsOf(directory, compression),
            IsTiled = isTiled,
            SegmentWidth = isTiled ? TileSide(directory, TiffTag.TileWidth) : width,
            SegmentHeight = isTiled ? TileSide(directory, TiffTag.TileLength) : RowsOfStrip(directory, height),
            Subsampling = color == TiffColor.YCbCr ? SubsamplingOf(directory) : (1, 1),
        };
        RefuseOddLayouts(layout);
        return layout;
    }

    private static int Size(TiffDirectory directory, int tag) =>
        directory.Number(tag, 0) is > 0 and var size ? size : throw Refusal.Damaged("its width or height is missing");

    private static void RefuseOtherDirectories(TiffDirectory directory)
    {
        if (directory.Has(TiffTag.SubDirectories))
            throw Refusal.Unmaskable("This TIFF has pictures within its picture (SubIFDs), which could show what is covered.");
        if (directory.Has(TiffTag.Matteing) || directory.Has(TiffTag.DataType))
            throw Refusal.Unmaskable("This TIFF is of a kind older than TIFF 6.0, which is not masked.");
    }

    private static int BitsOf(TiffDirectory directory, int samples)
    {
        if (samples is < 1 or > MaximumBitsOfPixel) throw Refusal.Unmaskable("This TIFF has more samples a pixel than are masked.");
        var stated = directory.Numbers(TiffTag.BitsPerSample) ?? [1];
        if (stated.Length != samples && stated.Length != 1) throw Refusal.Damaged("it has not one depth for each sample");
        if (stated.Distinct().Count() > 1) throw Refusal.Unmaskable("This TIFF has samples of different depths, which are not masked.");

        var kinds = directory.Numbers(TiffTag.SampleFormat) ?? [];
        if (kinds.Any(kind => kind != 1))
            throw Refusal.Unmaskable("This TIFF has samples that are not whole numbers from 0, which are not masked.");
        if (stated[0] is not (1 or 2 or 4 or 8 or 16))
            throw Refusal.Unmaskable("This TIFF has samples of other than 1, 2, 4, 8 or 16 bits, which are not masked.");
        return samples * (int)stated[0] <= MaximumBitsOfPixel
            ? (int)stated[0]
            : throw Refusal.Unmaskable("This TIFF has more than 64 bits a pixel, which are not masked.");
    }

    private static TiffColor ColorOf(TiffDirectory directory)
    {
        if (!directory.Has(TiffTag.Photometric)) throw Refusal.Damaged("it does not say what its samples mean");
        var color = (TiffColor)directory.Number(TiffTag.Photometric, 0);
        return Enum.IsDefined(typeof(TiffColor), color)
            ? color
            : throw Refusal.Unmaskable((int)color switch
            {
                4 => "This TIFF is a transparency mask, which is not masked.",
                8 or 9 or 10 => "This TIFF has L*a*b* colours, which are not masked.",
                32844 or 32845 => "This TIFF has LogLuv colours, which are not masked.",
                _ => "This TIFF has colours of an unknown kind, so nothing tells how black is written in it.",
            });
    }

    private static int[] ExtraSamplesOf(TiffDirectory directory, TiffColor color, int samples)
    {
        var colors = color switch
        {
            TiffColor.Rgb or TiffColor.YCbCr => 3,
            TiffColor.Cmyk => 4,
            _ => 1,
        };
        var stated = directory.Numbers(TiffTag.ExtraSamples) ?? [.. Enumerable.Repeat(0u, Math.Max(samples - colors, 0))];
        if (samples < colors || stated.Length != samples - colors) throw Refusal.Damaged("it has not as many samples as its colours need");
        if (stated.Any(kind => kind > 2)) throw Refusal.Damaged("it has a sample of a kind that does not exist");
        if (color == TiffColor.Cmyk && directory.Number(TiffTag.InkSet, 1) != 1)
            throw Refusal.Unmaskable("This TIFF has inks other than cyan, magenta, yellow and black, which are not masked.");
        return [.. stated.Select(kind => (int)kind)];
    }

    private static bool IsPredicted(TiffDirectory directory) => directory.Number(TiffTag.Predictor, 1) switch
    {
        1 => false,
        2 => true,
        _ => throw Refusal.Unmaskable("This TIFF is compressed with a predictor that is not masked."),
    };

    private static int FaxOptionsOf(TiffDirectory directory, TiffCompression compression)
    {
        var options = compression switch
        {
            TiffCompression.CcittGroup3 => directory.Number(TiffTag.T4Options, 0),
            TiffCompression.CcittGroup4 => directory.Number(TiffTag.T6Options, 0),
            _ => 0,
        };
        var known = compression == TiffCompression.CcittGroup3 ? CcittOptions.TwoDimensional | CcittOptions.AlignedEnds : 0;
        if ((options & CcittOptions.Uncompressed) != 0)
            throw Refusal.Unmaskable("This TIFF uses CCITT's uncompressed mode, which is not masked.");
        return options & known;
    }

    private static int TileSide(TiffDirectory directory, int tag)
    {
        var side = directory.Number(tag, 0);
        if (side <= 0 || side % TileStep != 0) throw Refusal.Damaged("its tiles have a size that does not exist");
        return side <= LargestTileSide
            ? side
            : throw Refusal.Unmaskable("This TIFF has tiles of more than 2048 pixels a side, which are not masked.");
    }

    // 2^32 - 1, one strip for all, is what a file without the tag means.
    private static int RowsOfStrip(TiffDirectory directory, int height)
    {
        var rows = directory.LargeNumber(TiffTag.RowsPerStrip, uint.MaxValue);
        return rows > 0 ? (int)Math.Min(rows, (uint)height) : throw Refusal.Damaged("its strips have no rows");
    }

    private static (int Across, int Down) SubsamplingOf(TiffDirectory directory)
    {
        var stated = directory.Numbers(TiffTag.YCbCrSubsampling) ?? [2, 2];
        return stated is [1 or 2 or 4, 1 or 2 or 4]
            ? ((int)stated[0], (int)stated[1])
            : throw Refusal.Damaged("its colours are subsampled in a way that does not exist");
    }

    private static void RefuseOddLayouts(TiffLayout layout)
    {
        var (bits, color, compression) = (layout.Bits, layout.Color, layout.Compression);
        var isGray = color is TiffColor.GrayFromWhite or TiffColor.GrayFromBlack;
        var found = layout switch
        {
            _ when compression.IsCcitt() && (bits != 1 || layout.SamplesTogether != 1 || !isGray)
                => "a CCITT compression for other than black and white",
            _ when color == TiffColor.Palette && (bits == 16 || layout.Samples > 1) => "a palette of an unusual kind",
            _ when color == TiffColor.YCbCr && (bits != 8 || layout.Samples != 3) => "YCbCr colours of an unusual kind",
            _ when compression == TiffCompression.Jpeg && (bits != 8 || color == TiffColor.Palette)
                => "a JPEG compression for other than samples of 8 bits",
            _ when compression == TiffCompression.Jpeg && layout.SegmentCount > MostJpegs => "more JPEGs within it than any picture needs",
            _ when layout.IsPredicted && (bits < 8 || layout.IsInUnits) => "a predictor for samples that it is not made for",
            _ when layout.IsInUnits && layout.IsPlanar => "subsampled colours in planes of their own",

            // The decoder that checks copies takes the length of such a strip for wrong.
            _ when layout is { IsInUnits: true, RowsInLine: > 1, Compression: TiffCompression.None, SegmentCount: 1 }
                => "subsampled colours in one strip without compression",
            _ when layout.IsInUnits && layout.SegmentHeight % layout.RowsInLine != 0 && layout.SegmentsDown > 1
                => "strips that end within a unit of its colours",
            _ => null,
        };
        if (found is not null) throw Refusal.Unmaskable($"This TIFF has {found}, a kind that is not masked.");
        if (layout.IsTiled)
            ImageHeader.EnsureDecodable(layout.SegmentsAcross * layout.SegmentWidth, layout.SegmentsDown * layout.SegmentHeight);
    }
}
