using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Tags of an image file directory (TIFF 6.0, appendix A, and what was registered since).</summary>
internal static class TiffTag
{
    public const int ImageWidth = 256;
    public const int ImageLength = 257;
    public const int BitsPerSample = 258;
    public const int Compression = 259;
    public const int Photometric = 262;
    public const int FillOrder = 266;
    public const int StripOffsets = 273;
    public const int Orientation = 274;
    public const int SamplesPerPixel = 277;
    public const int RowsPerStrip = 278;
    public const int StripByteCounts = 279;
    public const int XResolution = 282;
    public const int YResolution = 283;
    public const int PlanarConfiguration = 284;
    public const int T4Options = 292;
    public const int T6Options = 293;
    public const int ResolutionUnit = 296;
    public const int Predictor = 317;
    public const int ColorMap = 320;
    public const int TileWidth = 322;
    public const int TileLength = 323;
    public const int TileOffsets = 324;
    public const int TileByteCounts = 325;
    public const int SubDirectories = 330;
    public const int InkSet = 332;
    public const int DotRange = 336;
    public const int ExtraSamples = 338;
    public const int SampleFormat = 339;
    public const int JpegTables = 347;
    public const int YCbCrCoefficients = 529;
    public const int YCbCrSubsampling = 530;
    public const int YCbCrPositioning = 531;
    public const int ReferenceBlackWhite = 532;
    public const int Matteing = 32995;
    public const int DataType = 32996;
    public const int IccProfile = 34675;

    // What the picture cannot be read without, or says nothing but how it is stored.
    private static readonly HashSet<int> Understood =
    [
        ImageWidth, ImageLength, BitsPerSample, Compression, Photometric, FillOrder, StripOffsets, Orientation, SamplesPerPixel,
        RowsPerStrip, StripByteCounts, XResolution, YResolution, PlanarConfiguration, T4Options, T6Options, ResolutionUnit, Predictor,
        ColorMap, TileWidth, TileLength, TileOffsets, TileByteCounts, SubDirectories, InkSet, DotRange, ExtraSamples, SampleFormat,
        JpegTables, YCbCrCoefficients, YCbCrSubsampling, YCbCrPositioning, ReferenceBlackWhite, Matteing, DataType, IccProfile,
    ];

    private static readonly Dictionary<int, string> Names = new()
    {
        [254] = "kind of page", [255] = "kind of page", [297] = "page number",
        [269] = "document name", [270] = "description", [285] = "page name",
        [271] = "maker", [272] = "model", [305] = "software", [306] = "date", [315] = "artist", [316] = "host computer",
        [33432] = "copyright", [333] = "ink names", [334] = "number of inks",
        [280] = "sample range", [281] = "sample range", [340] = "sample range", [341] = "sample range",
        [290] = "gray response", [291] = "gray response", [301] = "transfer function", [318] = "white point", [319] = "primaries",
        [326] = "fax quality", [327] = "fax quality", [328] = "fax quality",
        [700] = "XMP", [33723] = "IPTC", [34377] = "Photoshop data", [37724] = "Photoshop data",
        [34665] = "EXIF", [34853] = "GPS", [40965] = "EXIF interoperability", [IccProfile] = "ICC profile",
        [XResolution] = "resolution", [YResolution] = "resolution",
        [JpegTables] = "unused JPEG tables", [ColorMap] = "unused colour map",
    };

    /// <summary>Whether masking reads the tag's value; all others are dropped unread.</summary>
    public static bool IsUnderstood(int tag) => Understood.Contains(tag);

    /// <summary>What a tag holds, in a word or two that come from this list and never from the file.</summary>
    public static string Describe(int tag) => Names.TryGetValue(tag, out var name) ? name : "private tag";
}
