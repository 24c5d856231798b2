using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class RefusalSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly byte[] Jpeg = new JpegRecipe { RestartInterval = 2 }.Encode(new(48, 40, 3));
    private static readonly byte[] Png = new PngRecipe(2, 8).Encode(48, 40, (x, y, channel) => x + y + channel);
    private static readonly byte[] Indexed = new PngRecipe(3, 8).Encode(48, 40, (x, _, _) => x % 3, [0, 0, 0, 9, 9, 9, 200, 0, 0]);

    private static readonly Dictionary<string, (byte[] File, ClovaOcrErrorKind Kind, string Word)> Refused = new()
    {
        ["TIFF without a directory"] = ([.. "II*\0"u8, .. new byte[100]], ClovaOcrErrorKind.CorruptImage, "directory"),
        ["PDF of nothing but its name"] = ([.. "%PDF-1.7"u8, .. new byte[100]], ClovaOcrErrorKind.CorruptImage, "end"),
        ["text"] = ([.. "hello, world"u8], ClovaOcrErrorKind.UnsupportedFormat, "not a JPEG"),

        ["lossless JPEG"] = (Frame(0xC3), ClovaOcrErrorKind.MaskingUnsupported, "lossless"),
        ["hierarchical JPEG"] = (Frame(0xC5), ClovaOcrErrorKind.MaskingUnsupported, "hierarchical"),
        ["JPEG with DHP"] = (JpegSurgery.With(Jpeg, 0xC0, 0xDE, [8, 0, 40, 0, 48, 0]), ClovaOcrErrorKind.MaskingUnsupported, "hierarchical"),
        ["arithmetic JPEG"] = (Frame(0xC9), ClovaOcrErrorKind.MaskingUnsupported, "arithmetic"),
        ["JPEG with DAC"] = (JpegSurgery.With(Jpeg, 0xC0, 0xCC, [0, 0]), ClovaOcrErrorKind.MaskingUnsupported, "arithmetic"),
        ["12-bit JPEG"] = (JpegSurgery.Change(Jpeg, 0xC0, frame => (frame[1], frame[4]) = (0xC1, 12)), ClovaOcrErrorKind.MaskingUnsupported, "8 bits"),
        ["JPEG of two colours"] = (JpegSurgery.Change(Jpeg, 0xC0, frame => frame[9] = 2), ClovaOcrErrorKind.MaskingUnsupported, "colours"),
        ["JPEG without height"] = (JpegSurgery.Change(Jpeg, 0xC0, frame => (frame[5], frame[6]) = (0, 0)), ClovaOcrErrorKind.CorruptImage, "DNL"),
        ["JPEG without width"] = (JpegSurgery.Change(Jpeg, 0xC0, frame => (frame[7], frame[8]) = (0, 0)), ClovaOcrErrorKind.CorruptImage, "width"),
        ["huge JPEG"] = (JpegSurgery.Change(Jpeg, 0xC0, frame => (frame[5], frame[7]) = (255, 255)), ClovaOcrErrorKind.FileTooLarge, "million"),
        ["JPEG with DNL"] = ([.. Jpeg.AsSpan(0, Jpeg.Length - 2), 0xFF, 0xDC, 0, 4, 0, 40, 0xFF, 0xD9], ClovaOcrErrorKind.MaskingUnsupported, "DNL"),
        ["JPEG of one scan that announces several"] = (ScanOfOne(Jpeg), ClovaOcrErrorKind.CorruptImage, ""),
        ["JPEG with a second scan"] = ([.. Jpeg.AsSpan(0, Jpeg.Length - 2), .. JpegSurgery.Split(Jpeg).Segments[^1], 0xFF, 0xD9], ClovaOcrErrorKind.CorruptImage, "repeats"),
        ["JPEG with two frames"] = (JpegSurgery.With(Jpeg, 0xDA, 0xC0, JpegSurgery.Split(Jpeg).Segments.Single(s => s[1] == 0xC0).AsSpan(4).ToArray()), ClovaOcrErrorKind.CorruptImage, "two frames"),
        ["JPEG without a frame"] = (JpegSurgery.Without(Jpeg, 0xC0), ClovaOcrErrorKind.CorruptImage, "frame"),
        ["JPEG without quantisation"] = (JpegSurgery.Without(Jpeg, 0xDB), ClovaOcrErrorKind.CorruptImage, "quantisation"),
        ["JPEG with a zero quantisation"] = (JpegSurgery.Change(Jpeg, 0xDB, table => table[9] = 0), ClovaOcrErrorKind.CorruptImage, "zero"),
        ["JPEG with an odd transform"] = (JpegSurgery.With(JpegSurgery.Without(Jpeg, 0xE0), 0xDB, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]), ClovaOcrErrorKind.MaskingUnsupported, "transform"),
        ["JPEG with stray bytes"] = ([.. Jpeg.AsSpan(0, 20), 1, 2, 3, .. Jpeg.AsSpan(20)], ClovaOcrErrorKind.CorruptImage, "segments"),
        ["JPEG without its end"] = (Jpeg.AsSpan(0, Jpeg.Length - 2).ToArray(), ClovaOcrErrorKind.CorruptImage, ""),
        ["JPEG with half its end"] = (Jpeg.AsSpan(0, Jpeg.Length - 1).ToArray(), ClovaOcrErrorKind.CorruptImage, ""),
        ["JPEG with a byte before its end"] = ([.. Jpeg.AsSpan(0, Jpeg.Length - 2), 0, 0xFF, 0xD9], ClovaOcrErrorKind.CorruptImage, "go on"),
        ["JPEG with bytes before its end"] = ([.. Jpeg.AsSpan(0, Jpeg.Length - 2), 0, 0, 0xFF, 0xD9], ClovaOcrErrorKind.CorruptImage, "go on"),
        ["JPEG with restarts in disorder"] = (SwapRestarts(Jpeg), ClovaOcrErrorKind.CorruptImage, "restart"),
        ["JPEG with more restarts than announced"] = (JpegSurgery.Without(Jpeg, 0xDD), ClovaOcrErrorKind.CorruptImage, ""),
        ["JPEG with an impossible table"] = (JpegSurgery.Change(Jpeg, 0xC4, table => table[5] = 3), ClovaOcrErrorKind.CorruptImage, "Huffman"),

        ["animated PNG"] = (PngSurgery.With(Png, "IDAT", "acTL", 0, 0, 0, 2, 0, 0, 0, 0), ClovaOcrErrorKind.MaskingUnsupported, "animated"),
        ["PNG with a frame"] = (PngSurgery.With(Png, "IEND", "fdAT", 0, 0, 0, 2, 0), ClovaOcrErrorKind.MaskingUnsupported, "animated"),
        ["PNG with an unknown critical chunk"] = (PngSurgery.With(Png, "IDAT", "CgBI", 0), ClovaOcrErrorKind.MaskingUnsupported, "program"),
        ["PNG with a wrong checksum"] = (Flip(Png, 20), ClovaOcrErrorKind.CorruptImage, "checksum"),
        ["PNG with a wrong checksum in a part that is dropped"] = (Flip(PngSurgery.With(Png, "IDAT", "tEXt", 65, 0, 66), 43), ClovaOcrErrorKind.CorruptImage, "checksum"),
        ["PNG with a wrong zlib checksum"] = (ChangeData(Png, zlib => zlib[^1] ^= 1), ClovaOcrErrorKind.CorruptImage, "checksum"),
        ["PNG with too little data"] = (Resized(Png, 48, 41), ClovaOcrErrorKind.CorruptImage, "end"),
        ["PNG with too much data"] = (Resized(Png, 48, 39), ClovaOcrErrorKind.CorruptImage, "more"),
        ["PNG with bytes after its zlib stream"] = (PngSurgery.With(Png, "IEND", "IDAT", 1, 2, 3, 4), ClovaOcrErrorKind.CorruptImage, "checksum"),
        ["PNG with a gap in its pixels"] = (GapInData(Png), ClovaOcrErrorKind.CorruptImage, "one piece"),
        ["PNG without pixels"] = (PngSurgery.Join(PngSurgery.Split(Png).Where(chunk => chunk.Type != "IDAT")), ClovaOcrErrorKind.CorruptImage, "no pixels"),
        ["PNG without an end"] = (Png.AsSpan(0, Png.Length - 12).ToArray(), ClovaOcrErrorKind.CorruptImage, "too early"),
        ["PNG without a palette"] = (PngSurgery.Join(PngSurgery.Split(Indexed).Where(chunk => chunk.Type != "PLTE")), ClovaOcrErrorKind.CorruptImage, "palette"),
        ["PNG with a short palette"] = (new PngRecipe(3, 8).Encode(48, 40, (_, _, _) => 2, [0, 0, 0, 9, 9, 9]), ClovaOcrErrorKind.CorruptImage, "palette"),
        ["PNG with two headers"] = (PngSurgery.With(Png, "IDAT", "IHDR", PngSurgery.Split(Png)[0].Data), ClovaOcrErrorKind.CorruptImage, "two headers"),
        ["PNG of an impossible kind"] = (PngSurgery.Change(Png, "IHDR", header => header[8] = 4), ClovaOcrErrorKind.CorruptImage, "depth"),
        ["PNG of no width"] = (Resized(Png, 0, 40), ClovaOcrErrorKind.CorruptImage, "width"),
        ["PNG with alpha and a transparent colour"] = (PngSurgery.With(new PngRecipe(6, 8).Encode(48, 40, (x, _, _) => x), "IDAT", "tRNS", 0, 0, 0, 0, 0, 0), ClovaOcrErrorKind.CorruptImage, "transparency"),
        ["huge PNG"] = (Resized(Png, 1_000_000, 1_000_000), ClovaOcrErrorKind.FileTooLarge, "million"),
        ["PNG that claims more than its data can be"] = (Resized(Png, 9000, 9000), ClovaOcrErrorKind.CorruptImage, "less data"),
    };

    public static TheoryData<string> Kinds => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void This_is_refused_by_name_and_with_a_remedy(string kind)
    {
        var (file, expected, word) = Refused[kind];
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, Areas));
        Assert.Equal(expected, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.Matches("(Save|Scan|Scale)", problem.Message);
    }

    [Fact]
    public void A_brightness_beside_the_mask_that_no_code_can_step_to_is_refused()
    {
        // With a quantisation of 1, all DC differences at their largest drive the brightness far out of range.
        var source = new JpegRecipe { Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_GRAYSCALE, Across = 1, Down = 1 }.Encode(new(32, 8, 1));
        var (segments, _) = JpegSurgery.Split(source);
        segments = [.. segments.Select(segment => segment[1] == 0xDB ? [.. segment.AsSpan(0, 5), .. Enumerable.Repeat((byte)1, 64)] : segment)];

        // The standard tables: a difference of 2047 is 111111110 and eleven ones, the end of a block is 1010.
        var bits = string.Concat(Enumerable.Repeat("111111110" + "11111111111" + "1010", 4));
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        var scan = bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2)).SelectMany(value => value == 0xFF ? new byte[] { 0xFF, 0 } : [value]);
        var file = JpegSurgery.Join(segments, [.. scan, 0xFF, 0xD9]);

        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, [Polygon.Rectangle(3, 3, 4, 4)]));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, problem.Kind);
        Assert.Contains("brightness", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_cover_is_the_callers_mistake() => Assert.Throws<ArgumentException>(() => ImageMasker.Mask(Jpeg, []));

    private static byte[] Frame(byte marker) => JpegSurgery.Change(Jpeg, 0xC0, frame => frame[1] = marker);

    private static byte[] ScanOfOne(byte[] file)
    {
        var (segments, scan) = JpegSurgery.Split(file);
        segments[^1] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        return JpegSurgery.Join(segments, scan);
    }

    private static byte[] SwapRestarts(byte[] file)
    {
        var copy = file.ToArray();
        for (var i = 0; i < copy.Length - 1; i++)
            if (copy[i] == 0xFF && copy[i + 1] is 0xD0 or 0xD1) copy[i + 1] ^= 1;
        return copy;
    }

    private static byte[] Flip(byte[] file, int position)
    {
        var copy = file.ToArray();
        copy[position] ^= 1;
        return copy;
    }

    private static byte[] ChangeData(byte[] file, Action<byte[]> change)
    {
        var chunks = PngSurgery.Split(file);
        var zlib = chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data).ToArray();
        change(zlib);
        return PngSurgery.Join([chunks[0], ("IDAT", zlib), ("IEND", [])]);
    }

    private static byte[] GapInData(byte[] file)
    {
        var chunks = PngSurgery.Split(file);
        chunks.Insert(chunks.FindIndex(chunk => chunk.Type == "IDAT") + 1, ("tEXt", [65, 0, 66]));
        return PngSurgery.Join(chunks);
    }

    private static byte[] Resized(byte[] file, int width, int height) => PngSurgery.Change(file, "IHDR", header =>
    {
        using var numbers = new MemoryStream(header);
        foreach (var number in new[] { width, height })
            for (var shift = 24; shift >= 0; shift -= 8) numbers.WriteByte((byte)(number >> shift));
    });
}
