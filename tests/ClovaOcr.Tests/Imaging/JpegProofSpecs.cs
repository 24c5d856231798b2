using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The check refuses a copy in which something is written that shows in no pixel, though the pixels are right.</summary>
public class JpegProofSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(3, 3, 5, 5)];

    // A difference, one coefficient, its end; and the black of a step of 8.
    private static readonly (int, int)[] One = [(0x01, 1), (0, 0)];
    private static readonly (int, int)[] End = [(0, 0)];

    private static readonly Dictionary<string, (byte[] Copy, string Word)> Copies = new()
    {
        ["a code that nothing uses"] = (Copy(One, never: 0x39).Encode(), "code that nothing uses"),
        ["a step that nothing uses"] = (Copy(One, step: 9).Encode(), "step that nothing uses"),
        ["zeros before a block's end"] = (Copy([(0x01, 1), (0xF0, 0), (0, 0)]).Encode(), "could end"),
        ["zeros up to a block's end"] = (Copy([(0xE1, 1), (0xF0, 0), (0xF0, 0), (0xF0, 0)]).Encode(), "could end"),
        ["coefficients under the mask"] = (Copy(One, covered: (-128, [(0x01, 1), (0, 0)])).Encode(), "not flat"),
        ["a black that is blacker than black"] = (Copy(One, covered: (-129, End)).Encode(), "not flat"),
        ["coefficients past the edge"] = (Copy(One, past: (0, One)).Encode(), "past the picture's edge"),
        ["a brightness past the edge"] = (Copy(One, past: (3, End)).Encode(), "past the picture's edge"),
        ["odd names"] = (Copy(One, names: [57, 58, 59]).Encode(), "names"),
        ["an interval that is never reached"] = (JpegSurgery.With(Copy(One).Encode(), 0xDA, 0xDD, [0x39, 0x39]), "never come"),
        ["a spare bit that is none"] = (Spare(Copy(One).Encode()), "end where"),
        ["an odd density"] = (JpegSurgery.With(Copy(One).Encode(), 0xDB, 0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0x39, 0x39, 0x31, 0x32, 0, 0]), "more than"),
        ["an odd version"] = (JpegSurgery.With(Copy(One).Encode(), 0xDB, 0xE0, [.. "JFIF\0"u8, 1, 9, 1, 0, 72, 0, 72, 0, 0]), "more than"),
    };

    public static TheoryData<string> Kinds => [.. Copies.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_with_this_in_it_is_not_handed_out(string kind)
    {
        var (copy, word) = Copies[kind];
        var good = Copy(One).Encode();
        MaskProof.Check(good, Areas, Proved(good));

        var problem = Assert.Throws<ClovaOcrException>(() => MaskProof.Check(good, Areas, Proved(copy)));
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static MaskedPicture Proved(byte[] copy) => new()
    {
        Bytes = copy,
        Format = ImageFormat.Jpeg,
        Width = 24,
        Height = 8,
        Orientation = Orientation.Upright,
        CellWidth = 16,
        CellHeight = 8,
        Covered = [new(0, 0, 16, 8)],
        Kept = [],
        Dropped = [],
    };

    // Two units of two blocks of brightness and one of each colour; the first is covered, the second is half past the edge.
    private static HandmadeJpeg Copy(
        (int, int)[] shown, byte? never = null, byte step = 8, (int, (int, int)[])? covered = null, (int, (int, int)[])? past = null, byte[]? names = null)
    {
        var jpeg = new HandmadeJpeg
        {
            Width = 24,
            Height = 8,
            Across = 2,
            Steps = [.. Enumerable.Repeat((byte)8, 63), step],
            NeverUsed = never is { } symbol ? [symbol] : [],
            Names = names ?? [1, 2, 3],
        };
        var (black, hidden) = covered ?? (-128, End);
        jpeg.Block(black, hidden).Block(0, End).Flat(2);
        jpeg.Block(150, shown);
        var (difference, rest) = past ?? (0, End);
        return jpeg.Block(difference, rest).Flat(2);
    }

    private static byte[] Spare(byte[] copy)
    {
        copy[^3] ^= 1;
        return copy;
    }
}
