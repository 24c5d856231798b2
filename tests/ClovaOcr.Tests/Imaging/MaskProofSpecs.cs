using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The check finds every kind of bad copy: each is made by hand from a good one, or is a good copy of something else.</summary>
public class MaskProofSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(20, 20, 27, 27)];
    private static readonly byte[] Jpeg = new JpegRecipe { Across = 1, Down = 1, Segments = [JpegRecipe.Exif(6)] }.Encode(new(64, 48, 3));
    private static readonly byte[] Rgb = new JpegRecipe { Across = 1, Down = 1, HasJfif = false, Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_RGB }.Encode(new(64, 48, 3));
    private static readonly byte[] Png = new PngRecipe(2, 8).Encode(64, 48, (x, y, channel) => x + y + channel);
    private static readonly byte[] Gray1 = new PngRecipe(0, 1).Encode(63, 48, (x, y, _) => (x + y) & 1);
    private static readonly byte[] Profiled = PngSurgery.With(Png, "IDAT", "iCCP", [.. "x\0\0"u8, .. PngRecipe.Zlib(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "sRGB-v2-micro.icc")))]);
    private static readonly byte[] Indexed = new PngRecipe(3, 2).Encode(64, 48, (x, _, _) => x % 3, [0, 0, 0, 9, 9, 9, 200, 0, 0]);

    private static readonly Dictionary<string, (byte[] Source, Func<MaskedPicture, MaskedPicture> Spoil, string Word)> Spoiled = new()
    {
        ["source itself"] = (Png, masked => masked with { Bytes = OneChunk(Png) }, "colours"),
        ["JPEG source itself"] = (Rgb, masked => masked with { Bytes = Rgb }, ""),
        ["less covered than asked"] = (Png, masked => masked with { Covered = [new(16, 16, 8, 8)] }, "not covered"),
        ["less covered than stated"] = (Jpeg, masked => masked with { Covered = [.. masked.Covered, new(40, 40, 8, 8)] }, "not flat"),
        ["PNG less covered than stated"] = (Png, masked => masked with { Covered = [.. masked.Covered, new(40, 40, 8, 8)] }, "colours"),
        ["more covered than stated"] = (Jpeg, masked => masked with { Bytes = Mask(Jpeg, Polygon.Rectangle(20, 20, 40, 40)) }, "outside"),
        ["PNG more covered than stated"] = (Png, masked => masked with { Bytes = Mask(Png, Polygon.Rectangle(20, 20, 40, 40)) }, "outside"),
        ["another picture"] = (Jpeg, masked => masked with { Bytes = Mask(new JpegRecipe { Across = 1, Down = 1, Quality = 84 }.Encode(new(64, 48, 3)), Areas[0]) }, "outside"),
        ["another size"] = (Jpeg, masked => masked with { Bytes = Mask(new JpegRecipe { Across = 1, Down = 1 }.Encode(new(64, 47, 3)), Areas[0]) }, "size"),
        ["another colour space"] = (Jpeg, masked => masked with { Bytes = Mask(Rgb, Areas[0]) }, "coded"),
        ["JPEG comment"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xDB, 0xFE, [65, 66])), "no place"),
        ["JPEG empty table"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xDB, 0xDB, [])), "more than"),
        ["JPEG second EXIF"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xDB, 0xE1, JpegSurgery.Split(file).Segments[1].AsSpan(4).ToArray())), "wrong place"),
        ["JPEG longer EXIF"] = (Jpeg, Change(file => JpegSurgery.With(JpegSurgery.Without(file, 0xE1), 0xDB, 0xE1, JpegRecipe.Exif(6, false, "x").Data)), "more than"),
        ["JPEG EXIF with padding in use"] = (Jpeg, Change(file => JpegSurgery.Change(file, 0xE1, segment => segment[^1] = 7)), "more than"),
        ["JPEG thumbnail"] = (Jpeg, Change(file => JpegSurgery.With(JpegSurgery.Without(file, 0xE0), 0xE1, 0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 1, 1, 1, 2, 3])), "more than"),
        ["JPEG colour profile"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xDB, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 65])), "profile"),
        ["JPEG unused table"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xC0, 0xDB, [3, .. Enumerable.Repeat((byte)1, 64)])), "more than"),
        ["JPEG table twice"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xC0, 0xDB, JpegSurgery.Split(file).Segments.First(s => s[1] == 0xDB).AsSpan(4).ToArray())), "more than"),
        ["JPEG table that nothing uses"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xC0, 0xDB, [2, .. Enumerable.Repeat((byte)1, 64)])), "nothing uses"),
        ["JPEG unused Huffman table"] = (Jpeg, Change(file => JpegSurgery.With(file, 0xDA, 0xC4, [0x13, 1, .. new byte[15], 0])), "more than"),
        ["JPEG bytes after it"] = (Jpeg, Change(file => [.. file, 1, 2, 3]), ""),
        ["JPEG second picture after it"] = (Jpeg, Change(file => [.. file, .. file]), "after"),
        ["JPEG restart that nothing announced"] = (Jpeg, Change(file => [.. file.AsSpan(0, file.Length - 2), 0xFF, 0xD0, 0xFF, 0xD9]), "within"),
        ["JPEG cut off"] = (Jpeg, Change(file => file.AsSpan(0, file.Length - 2).ToArray()), ""),
        ["JPEG with stray data at its end"] = (Jpeg, Change(file => [.. file.AsSpan(0, file.Length - 2), 1, 2, 3, 4, 5, 6, 7, 8, 0xFF, 0xD9]), "does not end"),
        ["PNG text"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "tEXt", 65, 0, 66)), "no place"),
        ["PNG second end"] = (Png, Change(file => PngSurgery.With(file, "IEND", "IEND")), "no place"),
        ["PNG bytes after it"] = (Png, Change(file => [.. file, 1]), "cut off"),
        ["PNG odd gamma"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "gAMA", 0, 0, 1, 2)), "no place"),
        ["PNG EXIF of two tags"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "eXIf", JpegRecipe.ExifWith(6, false))), "no place"),
        ["PNG unknown profile"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "iCCP", [.. "ICC profile\0\0"u8, .. PngRecipe.Zlib([1, 2, 3])])), "no place"),
        ["PNG stray bits behind a row"] = (Gray1, Change(file => WithData(file, rows => rows[^1] |= 1)), "behind"),
        ["PNG bytes after its compressed data"] = (Png, Change(file => WithZlib(file, zlib => [.. zlib, 1, 2])), "more than"),
        ["PNG bytes before its checksum"] = (Png, Change(file => WithZlib(file, zlib => [.. zlib.AsSpan(0, zlib.Length - 4), 1, .. zlib.AsSpan(zlib.Length - 4)])), "more than"),
        ["PNG data after its last row"] = (Png, Change(file => WithZlib(file, zlib => PngRecipe.Zlib([.. PngRecipe.Inflate(zlib), 7]))), "more than"),
        ["PNG wrong checksum of its data"] = (Png, Change(file => WithZlib(file, zlib => [.. zlib.AsSpan(0, zlib.Length - 1), (byte)(zlib[^1] ^ 1)])), "more than"),
        ["PNG other zlib header"] = (Png, Change(file => WithZlib(file, zlib => [0x58, 0x85, .. zlib.AsSpan(2)])), "more than"),
        ["PNG suggested palette"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "PLTE", 1, 2, 3)), "names a colour"),
        ["PNG transparent colour of no pixel"] = (Png, Change(file => PngSurgery.With(file, "IDAT", "tRNS", 0, 1, 0, 2, 0, 200)), "names a colour"),
        ["PNG transparent colour with high bits"] = (Gray1, Change(file => PngSurgery.With(file, "IDAT", "tRNS", 9, 1)), "names a colour"),
        ["PNG profile with bytes behind it"] = (Profiled, Change(file => WithProfile(file, data => [.. data, 1])), "no place"),
        ["PNG another order of rows"] = (Png, masked => masked with { Bytes = Mask(new PngRecipe(2, 8, IsInterlaced: true).Encode(64, 48, (x, y, channel) => x + y + channel), Areas[0]) }, "order"),
        ["PNG palette that is not needed"] = (Indexed, masked => masked with { Bytes = Indexed }, ""),
        ["PNG unused palette entry"] = (Indexed, Change(file => WithPalette(file, palette => [.. palette, 1, 2, 3])), "palette"),
        ["PNG wrong checksum"] = (Png, Change(file => [.. file.AsSpan(0, 30), (byte)(file[30] ^ 1), .. file.AsSpan(31)]), "checksum"),
    };

    public static TheoryData<string> Kinds => [.. Spoiled.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_spoiled_in_this_way_is_not_handed_out(string kind)
    {
        var (source, spoil, word) = Spoiled[kind];
        var good = ImageMasker.Mask(source, Areas);
        MaskProof.Check(source, Areas, good);

        var problem = Assert.Throws<ClovaOcrException>(() => MaskProof.Check(source, Areas, spoil(good)));
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, problem.Kind);
        Assert.Contains(word, problem.Message + problem.InnerException?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_changed_bit_of_a_PNGs_pixels_is_found_wherever_it_is()
    {
        var good = ImageMasker.Mask(Png, Areas);
        for (var i = 0; i < 64 * 48 * 3; i += 97)
        {
            var changed = new PngRecipe(2, 8).Encode(64, 48, (x, y, channel) =>
            {
                var isCovered = x is >= 16 and < 32 && y is >= 16 and < 32;
                return (isCovered ? 0 : x + y + channel) ^ ((((y * 64) + x) * 3) + channel == i ? 1 : 0);
            });
            Assert.Throws<ClovaOcrException>(() => MaskProof.Check(Png, Areas, good with { Bytes = OneChunk(changed) }));
        }

        var same = new PngRecipe(2, 8).Encode(64, 48, (x, y, channel) => x is >= 16 and < 32 && y is >= 16 and < 32 ? 0 : x + y + channel);
        MaskProof.Check(Png, Areas, good with { Bytes = OneChunk(same) });
    }

    private static byte[] OneChunk(byte[] png)
    {
        var chunks = PngSurgery.Split(png);
        return PngSurgery.Join([chunks[0], ("IDAT", [.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]), ("IEND", [])]);
    }

    private static byte[] Mask(byte[] source, Polygon area) => ImageMasker.Mask(source, [area]).Bytes;

    private static Func<MaskedPicture, MaskedPicture> Change(Func<byte[], byte[]> change) => masked => masked with { Bytes = change(masked.Bytes) };

    private static byte[] WithZlib(byte[] file, Func<byte[], byte[]> change) =>
        PngSurgery.Join(PngSurgery.Split(file).Select(chunk => chunk.Type == "IDAT" ? (chunk.Type, change(chunk.Data)) : chunk));

    private static byte[] WithData(byte[] file, Action<byte[]> change) => WithZlib(file, zlib =>
    {
        var rows = PngRecipe.Inflate(zlib);
        change(rows);
        return PngRecipe.Zlib(rows);
    });

    private static byte[] WithProfile(byte[] file, Func<byte[], byte[]> change) =>
        PngSurgery.Join(PngSurgery.Split(file).Select(chunk => chunk.Type == "iCCP" ? (chunk.Type, change(chunk.Data)) : chunk));

    private static byte[] WithPalette(byte[] file, Func<byte[], byte[]> change) =>
        PngSurgery.Join(PngSurgery.Split(file).Select(chunk => chunk.Type == "PLTE" ? (chunk.Type, change(chunk.Data)) : chunk));
}
