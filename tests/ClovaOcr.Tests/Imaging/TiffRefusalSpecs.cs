using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffRefusalSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly TiffSurgery Gray = new TiffRecipe(1, 8) { RowsPerStrip = 9 }.Encode(53, 41, (x, y, _) => (x * 3) + y);
    private static readonly TiffSurgery Rgb = new TiffRecipe(2, 8).Encode(53, 41, (x, y, _) => x + y);
    private static readonly TiffSurgery Cmyk = new TiffRecipe(5, 8).Encode(53, 41, (x, y, _) => x + y);
    private static readonly TiffSurgery Shared = new TiffRecipe(6, 8) { Units = (2, 2), RowsPerStrip = 8 }.Encode(53, 41, (x, y, _) => x + y);
    private static readonly TiffSurgery Jpeg = TiffSurgery.Split(Corpus("ycbcr-jpeg-strips-a"));
    private static readonly TiffSurgery Lzw = TiffSurgery.Split(Corpus("rgb-lzw-predicted-a"));
    private static readonly TiffSurgery Group4 = TiffSurgery.Split(Corpus("bits-g4-a"));
    private static readonly TiffSurgery Group3 = TiffSurgery.Split(Corpus("bits-g3-2d-a"));

    private static readonly Dictionary<string, (byte[] File, ClovaOcrErrorKind Kind, string Word)> Refused = new()
    {
        ["BigTIFF"] = (Corpus("refused-bigtiff"), ClovaOcrErrorKind.MaskingUnsupported, "BigTIFF"),
        ["several pages"] = (Corpus("refused-pages"), ClovaOcrErrorKind.MaskingUnsupported, "several pages"),
        ["floating point"] = (Corpus("refused-float"), ClovaOcrErrorKind.MaskingUnsupported, "whole numbers"),
        ["L*a*b*"] = (Corpus("refused-lab"), ClovaOcrErrorKind.MaskingUnsupported, "L*a*b*"),
        ["Zstandard"] = (Corpus("refused-zstd"), ClovaOcrErrorKind.MaskingUnsupported, "Zstandard"),
        ["LZMA"] = (Corpus("refused-lzma"), ClovaOcrErrorKind.MaskingUnsupported, "LZMA"),
        ["12 bits"] = (Corpus("refused-12-bits"), ClovaOcrErrorKind.MaskingUnsupported, "bits"),
        ["JPEG tiles past the edge"] = (Corpus("refused-jpeg-tiles"), ClovaOcrErrorKind.MaskingUnsupported, "past its edge"),
        ["signed samples"] = (Gray.With(339, 3, 2).Join(), ClovaOcrErrorKind.MaskingUnsupported, "whole numbers"),
        ["32 bits"] = (Gray.With(258, 3, 32).Join(), ClovaOcrErrorKind.MaskingUnsupported, "bits"),
        ["different depths"] = (Rgb.With(258, 3, 8, 8, 4).Join(), ClovaOcrErrorKind.MaskingUnsupported, "different depths"),
        ["more than 64 bits a pixel"] = (Rgb.With(277, 3, 9).With(258, 3, [.. Enumerable.Repeat(8L, 9)]).Join(), ClovaOcrErrorKind.MaskingUnsupported, "64 bits"),
        ["JPEG of the old style"] = (Rgb.With(259, 3, 6).Join(), ClovaOcrErrorKind.MaskingUnsupported, "old style"),
        ["JPEG 2000"] = (Rgb.With(259, 3, 34712).Join(), ClovaOcrErrorKind.MaskingUnsupported, "JPEG 2000"),
        ["unknown compression"] = (Rgb.With(259, 3, 4711).Join(), ClovaOcrErrorKind.MaskingUnsupported, "unknown way"),
        ["LogLuv"] = (Gray.With(262, 3, 32845).Join(), ClovaOcrErrorKind.MaskingUnsupported, "LogLuv"),
        ["transparency mask"] = (Gray.With(262, 3, 4).Join(), ClovaOcrErrorKind.MaskingUnsupported, "transparency"),
        ["unknown colours"] = (Gray.With(262, 3, 32803).Join(), ClovaOcrErrorKind.MaskingUnsupported, "unknown kind"),
        ["other inks"] = (Cmyk.With(332, 3, 2).Join(), ClovaOcrErrorKind.MaskingUnsupported, "inks"),
        ["inks of another range"] = (Cmyk.With(336, 3, 0, 200).Join(), ClovaOcrErrorKind.MaskingUnsupported, "range"),
        ["black of its own"] = (Gray.With(532, 5, 16, 1, 235, 1).Join(), ClovaOcrErrorKind.MaskingUnsupported, "black"),
        ["YCbCr black of its own"] = (Shared.With(532, 5, 99, 1, 235, 1, 128, 1, 240, 1, 128, 1, 240, 1).Join(), ClovaOcrErrorKind.MaskingUnsupported, "YCbCr"),
        ["alpha of the old kind"] = (Gray.With(32995, 3, 1).Join(), ClovaOcrErrorKind.MaskingUnsupported, "older"),
        ["floating-point predictor"] = (Lzw.With(317, 3, 3).Join(), ClovaOcrErrorKind.MaskingUnsupported, "predictor"),
        ["predictor of less than a byte"] = (new TiffRecipe(1, 4).Encode(53, 41, (x, _, _) => x).With(259, 3, 5).With(317, 3, 2).Join(), ClovaOcrErrorKind.MaskingUnsupported, "predictor"),
        ["LZW of the old kind"] = (Gray.With(259, 3, 5).Change(0, _ => [0, 1, 2, 3]).Join(), ClovaOcrErrorKind.MaskingUnsupported, "LZW"),
        ["CCITT of gray"] = (Gray.With(259, 3, 4).Join(), ClovaOcrErrorKind.MaskingUnsupported, "CCITT"),
        ["CCITT's uncompressed mode"] = (Group3.With(292, 4, 2).Join(), ClovaOcrErrorKind.MaskingUnsupported, "uncompressed mode"),
        ["palette with alpha"] = (new TiffRecipe(3, 8, 1).Encode(53, 41, (x, _, _) => x).With(320, 3, new long[768]).Join(), ClovaOcrErrorKind.MaskingUnsupported, "palette"),
        ["large tiles"] = (new TiffRecipe(1, 8) { TileSide = 32 }.Encode(53, 41, (x, _, _) => x).With(322, 4, 4096).Join(), ClovaOcrErrorKind.MaskingUnsupported, "2048"),
        ["strips that end within a unit"] = (Shared.With(278, 4, 21).With(257, 3, 126).Join(), ClovaOcrErrorKind.MaskingUnsupported, "unit"),
        ["JPEG strips that end within a block"] = (Jpeg.With(278, 4, 8).With(257, 3, 24).Join(), ClovaOcrErrorKind.MaskingUnsupported, "block"),
        ["JPEG of another size"] = (Jpeg.With(256, 3, 60).Join(), ClovaOcrErrorKind.MaskingUnsupported, "different kinds"),
        ["12-bit JPEG"] = (Jpeg.With(258, 3, 16, 16, 16).Join(), ClovaOcrErrorKind.MaskingUnsupported, "JPEG"),
        ["arithmetic JPEG"] = (Jpeg.Change(0, jpeg => Frame(jpeg, 0xC9)).Join(), ClovaOcrErrorKind.MaskingUnsupported, "arithmetic"),

        ["no colours"] = (Gray.Without(262).Join(), ClovaOcrErrorKind.CorruptImage, "mean"),
        ["no width"] = (Gray.Without(256).Join(), ClovaOcrErrorKind.CorruptImage, "width"),
        ["no height"] = (Gray.With(257, 3, 0).Join(), ClovaOcrErrorKind.CorruptImage, "height"),
        ["more strips than rows"] = (Gray.With(278, 4, 41).Join(), ClovaOcrErrorKind.CorruptImage, "as many strips"),
        ["fewer strips than rows"] = (Gray.With(278, 4, 8).Join(), ClovaOcrErrorKind.CorruptImage, "as many strips"),
        ["strips of no rows"] = (Gray.With(278, 4, 0).Join(), ClovaOcrErrorKind.CorruptImage, "no rows"),
        ["an empty strip"] = (Gray.Change(2, _ => []).Join(), ClovaOcrErrorKind.CorruptImage, "empty"),
        ["a short strip"] = (Gray.Change(2, strip => strip[..^1]).Join(), ClovaOcrErrorKind.CorruptImage, "too early"),
        ["a palette that is missing"] = (Gray.With(262, 3, 3).Join(), ClovaOcrErrorKind.CorruptImage, "palette"),
        ["a short palette"] = (Gray.With(262, 3, 3).With(320, 3, new long[765]).Join(), ClovaOcrErrorKind.CorruptImage, "palette"),
        ["too few samples"] = (Gray.With(262, 3, 2).Join(), ClovaOcrErrorKind.CorruptImage, "colours need"),
        ["too many samples"] = (Rgb.With(338, 3, 0).Join(), ClovaOcrErrorKind.CorruptImage, "colours need"),
        ["tiles of an odd size"] = (new TiffRecipe(1, 8) { TileSide = 32 }.Encode(53, 41, (x, _, _) => x).With(322, 4, 31).Join(), ClovaOcrErrorKind.CorruptImage, "tiles"),
        ["LZW of an unknown code"] = (Gray.With(259, 3, 5).Change(0, _ => [0x80, 0x60, 0x7F, 0xFF]).Join(), ClovaOcrErrorKind.CorruptImage, "no table"),
        ["Deflate that is none"] = (Gray.With(259, 3, 8).Join(), ClovaOcrErrorKind.CorruptImage, "compressed data"),
        ["a CCITT line that is too long"] = (Group4.With(256, 3, 50).Join(), ClovaOcrErrorKind.CorruptImage, ""),
        ["CCITT data that end early"] = (Group4.Change(0, data => data[..^20]).Join(), ClovaOcrErrorKind.CorruptImage, ""),
        ["a tag of the wrong type"] = (Gray.With(257, 5, 41, 1).Join(), ClovaOcrErrorKind.CorruptImage, "whole numbers"),
        ["huge"] = (Gray.With(256, 4, 1_000_000).With(257, 4, 1_000_000).Join(), ClovaOcrErrorKind.FileTooLarge, "million"),
        ["more pixels than Deflate can hold"] = (Corpus("gray-zip-predicted-a", file => file.With(256, 4, 9000).With(257, 4, 9000).With(278, 4, 9000)), ClovaOcrErrorKind.CorruptImage, "less data"),
    };

    public static TheoryData<string> Kinds => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void This_is_refused_by_name_and_with_a_remedy(string kind)
    {
        var (file, expected, word) = Refused[kind];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, Areas));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
        Assert.Equal(expected, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.Matches("(Save|Scan|Scale)", problem.Message);
    }

    private static byte[] Corpus(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff", name + ".tif"));

    private static byte[] Corpus(string name, Func<TiffSurgery, TiffSurgery> change) => change(TiffSurgery.Split(Corpus(name))).Join();

    private static byte[] Frame(byte[] jpeg, byte marker)
    {
        jpeg[jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 1] = marker;
        return jpeg;
    }
}
