using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A JPEG has many places that show in no pixel. What is planted there changes no byte of the copy.</summary>
public class JpegLeftoverSpecs
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("9912315432109");
    private static readonly Polygon[] Areas = [Polygon.Rectangle(3, 3, 5, 5)];
    private static readonly byte[] Sequential = new JpegRecipe().Encode(new(48, 40, 3));
    private static readonly byte[] Progressive = JpegCorpus.Read("cjpeg-2x2-progressive");
    private static readonly byte[] Separate = JpegCorpus.Read("cjpeg-scans-separate-baseline");
    private static readonly byte[] Restarts = new JpegRecipe { RestartInterval = 2 }.Encode(new(48, 40, 3));
    private static readonly byte[] Rgb = new JpegRecipe { Across = 1, Down = 1, HasJfif = false, Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_RGB }.Encode(new(48, 40, 3));
    private static readonly byte[] Gray = JpegCorpus.Read("cjpeg-gray-baseline");

    // A difference, one coefficient, its end.
    private static readonly (int, int)[] One = [(0x21, 1), (0, 0)];

    private static readonly Dictionary<string, (byte[] Clean, byte[] Planted)> Places = new()
    {
        ["extended XMP"] = (Sequential, With(Sequential, 0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. Secret])),
        ["EXIF thumbnail"] = (Sequential, With(Sequential, 0xE1, [.. JpegRecipe.Exif(1).Data, .. Sequential, .. Secret])),
        ["EXIF maker note"] = (Sequential, With(Sequential, 0xE1, [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0092\u007c\0\u0007\0\0\0\u000d\0\0\0\u0020"u8, .. Secret])),
        ["JFXX thumbnail"] = (Sequential, With(Sequential, 0xE0, [.. "JFXX\0"u8, 0x13, 2, 2, .. Secret])),
        ["Photoshop resources"] = (Sequential, With(Sequential, 0xED, [.. "Photoshop 3.0\08BIM\u0004\u0004"u8, .. Secret])),
        ["piece of a profile that is none"] = (Sequential, With(Sequential, 0xE2, [.. "ICC_PROFILE\0"u8, 200, 201, .. Secret])),
        ["index of further pictures"] = (Sequential, [.. With(Sequential, 0xE2, [.. "MPF\0MM\0*"u8, .. Secret]), .. Progressive]),
        ["comment after the frame"] = (Sequential, JpegSurgery.With(Sequential, 0xDA, 0xFE, Secret)),
        ["comment between scans"] = (Progressive, BeforeLastScan(Progressive, [0xFF, 0xFE, 0, 15, .. Secret])),
        ["APP9 between scans"] = (Separate, BeforeLastScan(Separate, [0xFF, 0xE9, 0, 15, .. Secret])),
        ["comment before the end"] = (Sequential, BeforeEnd(Sequential, [0xFF, 0xFE, 0, 15, .. Secret])),
        ["APP1 before the end"] = (Progressive, BeforeEnd(Progressive, [0xFF, 0xE1, 0, 15, .. Secret])),
        ["Huffman table before the end"] = (Sequential, BeforeEnd(Sequential, [0xFF, 0xC4, 0, 32, 3, 0, 0, 0, 13, .. new byte[12], .. Secret])),
        ["quantisation table after the scans"] = (Progressive, BeforeEnd(Progressive, [0xFF, 0xDB, 0, 67, 3, .. Secret, .. Enumerable.Repeat((byte)7, 51)])),
        ["second file after its end"] = (Progressive, [.. Progressive, .. JpegSurgery.With(Sequential, 0xDB, 0xFE, Secret)]),
        ["restart interval that is replaced"] = (Restarts, With(Restarts, 0xDD, [0x39, 0x39])),
        ["restart interval that is never reached"] = (Sequential, With(Sequential, 0xDD, [0x39, 0x39])),
        ["restart interval that changes between scans"] = (Separate, BeforeLastScan(Separate, [0xFF, 0xDD, 0, 4, 0x39, 0x39])),
        ["names of components"] = (Sequential, Renamed(Sequential, 0x39, 0x31, 0x32)),
        ["numbers of quantisation tables"] = (Sequential, Renumbered(Sequential)),
        ["Huffman table that nothing uses"] = (Sequential, JpegSurgery.With(Sequential, 0xDA, 0xC4, [0x13, 0, 0, 0, 13, .. new byte[12], .. Secret])),
        ["Huffman table that is replaced"] = (Sequential, JpegSurgery.With(Sequential, 0xC4, 0xC4, [0x10, 0, 0, 0, 13, .. new byte[12], .. Secret])),
        ["JFIF version"] = (Sequential, JpegSurgery.Change(Sequential, 0xE0, header => header[10] = 0x39)),
        ["JFIF density that is none"] = (Unscaled(0), JpegSurgery.Change(Unscaled(1), 0xE0, header => (header[12], header[13], header[14], header[15]) = (0x39, 0x39, 0x31, 0x32))),
        ["JFIF density of nothing"] = (Unscaled(0), JpegSurgery.Change(Unscaled(2), 0xE0, header => (header[12], header[13], header[14], header[15]) = (0, 0, 0x31, 0x32))),
        ["JFIF unit that is none"] = (Unscaled(0), JpegSurgery.Change(Sequential, 0xE0, header => header[11] = 0x39)),
        ["Adobe version and flags"] = (Rgb, JpegSurgery.Change(Rgb, 0xEE, marker => Secret.AsSpan(0, 6).CopyTo(marker.AsSpan(9)))),
        ["Adobe marker of odd length"] = (Rgb, With(Rgb, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0, .. Secret])),
        ["Adobe marker of a gray picture"] = (Gray, With(Gray, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0x39])),
        ["fill bytes"] = (Restarts, JpegSurgery.WithFillBytes(Restarts)),
        ["spare bits of the last byte"] = (Padded(2).Encode(), SpareBits(Padded(2).Encode())),
        ["spare bits before a restart marker"] = (Padded(2).Encode(), SpareBits(Padded(2).Encode(), 0xD0)),
        ["step that nothing uses"] = (Lone().Encode(), Lone(steps: [.. Enumerable.Repeat((byte)8, 40), .. Secret, .. Enumerable.Repeat((byte)8, 11)]).Encode()),
        ["Huffman code that nothing uses"] = (Lone().Encode(), Lone(never: [0x39, 0x31, 0x32]).Encode()),
        ["zeros before a block's end"] = (Lone().Encode(), Lone((0x21, 1), (0xF0, 0), (0xF0, 0), (0, 0)).Encode()),
        ["zeros up to a block's end"] = (Lone((0xE1, 1), (0, 0)).Encode(), Lone((0xE1, 1), (0xF0, 0), (0xF0, 0), (0xF0, 0)).Encode()),
        ["coefficients under the mask"] = (Covered(One).Encode(), Covered((0x15, 17), (0x09, 390), (0, 0)).Encode()),
        ["block past the right edge"] = (Padded(2).Encode(), Padded(2, (0x15, 17), (0, 0)).Encode()),
        ["block past the lower edge"] = (Padded(1).Encode(), Padded(1, (0x15, 17), (0, 0)).Encode()),
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    public static TheoryData<byte> ApplicationMarkers => [.. Enumerable.Range(0xE0, 16).Select(marker => (byte)marker)];

    [Fact]
    public void There_are_at_least_25_places() => Assert.InRange(Places.Count, 25, 100);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_planted_here_changes_no_byte(string place)
    {
        var (clean, planted) = Places[place];
        Assert.NotEqual(clean, planted);
        var masked = ImageMasker.Mask(planted, Areas);
        Assert.Equal(ImageMasker.Mask(clean, Areas).Bytes, masked.Bytes);
        Assert.Equal(-1, masked.Bytes.AsSpan().IndexOf(Secret));
    }

    [Theory]
    [MemberData(nameof(ApplicationMarkers))]
    public void What_is_planted_in_an_application_segment_changes_no_byte(byte marker)
    {
        var expected = ImageMasker.Mask(Sequential, Areas).Bytes;
        Assert.Equal(expected, ImageMasker.Mask(With(Sequential, marker, Secret), Areas).Bytes);
        Assert.Equal(expected, ImageMasker.Mask(BeforeEnd(Sequential, [0xFF, marker, 0, 15, .. Secret]), Areas).Bytes);
    }

    private static byte[] With(byte[] file, byte marker, byte[] data) => JpegSurgery.With(file, 0xDB, marker, data);

    private static byte[] BeforeEnd(byte[] file, byte[] bytes) => [.. file.AsSpan(0, file.Length - 2), .. bytes, 0xFF, 0xD9];

    private static byte[] BeforeLastScan(byte[] file, byte[] bytes)
    {
        var position = file.AsSpan().LastIndexOf(new byte[] { 0xFF, 0xDA });
        return [.. file.AsSpan(0, position), .. bytes, .. file.AsSpan(position)];
    }

    private static byte[] Renamed(byte[] file, params byte[] names)
    {
        var changed = JpegSurgery.Change(file, 0xC0, frame => (frame[10], frame[13], frame[16]) = (names[0], names[1], names[2]));
        return JpegSurgery.Change(changed, 0xDA, scan => (scan[5], scan[7], scan[9]) = (names[0], names[1], names[2]));
    }

    private static byte[] Renumbered(byte[] file)
    {
        var (segments, scan) = JpegSurgery.Split(file);
        foreach (var table in segments.Where(segment => segment[1] == 0xDB)) table[4] = (byte)(3 - table[4]);
        var frame = segments.Single(segment => segment[1] == 0xC0);
        for (var i = 12; i < frame.Length; i += 3) frame[i] = (byte)(3 - frame[i]);
        return JpegSurgery.Join(segments, scan);
    }

    private static byte[] Unscaled(byte unit) => JpegSurgery.Change(Sequential, 0xE0, header => (header[11], header[12], header[13], header[14], header[15]) = (unit, 0, 1, 0, 1));

    // One of the bits after the last code, turned over.
    private static byte[] SpareBits(byte[] file, byte marker = 0xD9)
    {
        var changed = file.ToArray();
        var last = changed.AsSpan().LastIndexOf(new byte[] { 0xFF, marker }) - 1;
        changed[last] ^= 1;
        return changed;
    }

    // Units of one block, the sixth of which has a coefficient of its own.
    private static HandmadeJpeg Lone(params (int, int)[] coefficients) => Lone(null, null, coefficients);

    private static HandmadeJpeg Lone(byte[]? steps = null, byte[]? never = null, (int, int)[]? coefficients = null)
    {
        var jpeg = new HandmadeJpeg { Steps = steps ?? [.. Enumerable.Repeat((byte)8, 64)], NeverUsed = never ?? [] };
        return jpeg.Flat(15).Block(40, coefficients is { Length: > 0 } ? coefficients : One).Flat(32);
    }

    private static HandmadeJpeg Covered(params (int, int)[] coefficients) => new HandmadeJpeg().Block(40, coefficients).Block(7, One).Flat(46);

    // Two units of 2 x 2 or more, of a picture that ends within the second one.
    private static HandmadeJpeg Padded(int across, params (int, int)[] coefficients)
    {
        var isRight = across == 2;
        var jpeg = new HandmadeJpeg { Width = isRight ? 24 : 8, Height = isRight ? 8 : 24, Across = isRight ? 2 : 1, Down = isRight ? 1 : 2, RestartInterval = 1 };
        jpeg.Block(3, One).Flat(3).Restart().Block(40, One);
        return (coefficients.Length > 0 ? jpeg.Block(9, coefficients) : jpeg.Flat(1)).Flat(2);
    }
}
