using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>Chunk types, their four letters as one number (PNG, third edition, 5.3).</summary>
internal static class PngChunk
{
    public const uint Header = 0x49484452; // IHDR
    public const uint Palette = 0x504C5445; // PLTE
    public const uint Data = 0x49444154; // IDAT
    public const uint End = 0x49454E44; // IEND
    public const uint Transparency = 0x74524E53; // tRNS
    public const uint Density = 0x70485973; // pHYs
    public const uint StandardRgb = 0x73524742; // sRGB
    public const uint Gamma = 0x67414D41; // gAMA
    public const uint Chromaticities = 0x6348524D; // cHRM
    public const uint IccProfile = 0x69434350; // iCCP
    public const uint Exif = 0x65584966; // eXIf
    public const uint AnimationControl = 0x6163544C; // acTL
    public const uint FrameControl = 0x6663544C; // fcTL
    public const uint FrameData = 0x66644154; // fdAT

    private static readonly Dictionary<uint, string> Names = new()
    {
        [Palette] = "suggested palette",
        [Transparency] = "unused transparent colour",
        [Density] = "pixel density",
        [StandardRgb] = "sRGB",
        [Gamma] = "gamma",
        [Chromaticities] = "chromaticities",
        [IccProfile] = "ICC profile",
        [Exif] = "EXIF",
        [0x74455874] = "text", // tEXt
        [0x7A545874] = "text", // zTXt
        [0x69545874] = "text", // iTXt
        [0x74494D45] = "time", // tIME
        [0x624B4744] = "background colour", // bKGD
        [0x68495354] = "histogram", // hIST
        [0x73504C54] = "suggested palette", // sPLT
        [0x73424954] = "significant bits", // sBIT
        [0x63494350] = "video colour", // cICP
        [0x63614258] = "content credentials", // caBX
    };

    /// <summary>Whether a decoder must know the chunk: its first letter is a capital (5.4).</summary>
    public static bool IsCritical(uint type) => (type & 0x20000000) == 0;

    /// <summary>What a chunk holds, in a word or two that come from this list and never from the file.</summary>
    public static string Describe(uint type) => Names.TryGetValue(type, out var name) ? name : "private chunk";
}
