using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>What is in a TIFF's pixels and is not seen.</summary>
public class TiffAlphaSpecs
{
    private const string NotSeen = "colours of transparent pixels";
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];

    [Theory]
    [InlineData(8, false, false)]
    [InlineData(8, true, false)]
    [InlineData(8, false, true)]
    [InlineData(16, false, false)]
    [InlineData(16, true, true)]
    [InlineData(4, false, false)]
    public void Colours_of_transparent_pixels_outside_the_mask_stay_and_the_proof_says_so(int bits, bool isPlanar, bool isTiled)
    {
        var recipe = new TiffRecipe(2, bits, 1) { IsPlanar = isPlanar, TileSide = isTiled ? 32 : 0 };
        var opaque = recipe.Encode(53, 41, (x, _, channel) => channel < 3 ? x % 7 : recipe.Largest);
        Assert.DoesNotContain(NotSeen, ImageMasker.Mask(opaque.Join(), Areas).Kept);

        var pinhole = recipe.Encode(53, 41, (x, y, channel) => channel < 3 ? x % 7 : (x, y) == (52, 40) ? 0 : recipe.Largest);
        Assert.Contains(NotSeen, ImageMasker.Mask(pinhole.Join(), Areas).Kept);
        Assert.Contains(NotSeen, ImageMasker.Mask(pinhole.With(338, 3, 1).Join(), Areas).Kept);
    }

    [Fact]
    public void Nothing_is_said_of_transparent_pixels_that_are_black_or_under_the_mask()
    {
        var recipe = new TiffRecipe(2, 8, 1);
        var black = recipe.Encode(53, 41, (x, y, channel) => y < 5 ? 0 : channel < 3 ? x : 255);
        Assert.DoesNotContain(NotSeen, ImageMasker.Mask(black.Join(), Areas).Kept);

        var covered = recipe.Encode(53, 41, (x, y, channel) => channel == 3 && x is >= 12 and < 28 && y is >= 12 and < 18 ? 0 : 100 + x);
        Assert.DoesNotContain(NotSeen, ImageMasker.Mask(covered.Join(), Areas).Kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_sample_that_could_be_another_picture_is_refused(int color)
    {
        var file = new TiffRecipe(color, 8, 1).Encode(53, 41, (x, y, channel) => x + y + channel);
        AssertRefused(file.With(338, 3, 0), "another picture");
        AssertRefused(file.Without(338), "another picture");
        AssertRefused(new TiffRecipe(color, 8, 2).Encode(53, 41, (x, y, channel) => x + y + channel), "another picture");
    }

    [Fact]
    public void Alpha_within_JPEGs_is_refused()
    {
        var jpeg = new JpegRecipe { Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_CMYK, Across = 1, Down = 1, HasJfif = false }.Encode(new(48, 40, 4));
        var file = new TiffSurgery(false, [], [jpeg]).With(256, 3, 48).With(257, 3, 40).With(258, 3, 8, 8, 8, 8).With(259, 3, 7).With(262, 3, 2)
            .With(277, 3, 4).With(278, 4, 40).With(338, 3, 2);
        AssertRefused(file, "alpha");
    }

    [Fact]
    public void A_picture_is_sent_and_looked_at_whatever_stands_beside_its_colours()
    {
        var turned = new TiffRecipe(2, 8, 1).Encode(53, 41, (x, y, channel) => x + y + channel).With(338, 3, 0).With(274, 3, 6).Join();
        var copy = UprightCopy.Of(turned, ImageHeader.Read(turned)!);
        Assert.Equal([0L], TiffSurgery.Split(copy.Bytes)[338].ToArray());
        Assert.Equal((41, 53), (GrayPicture.Read(copy.Bytes, 100).Width, GrayPicture.Read(copy.Bytes, 100).Height));
    }

    private static void AssertRefused(TiffSurgery file, string word)
    {
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file.Join(), Areas));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }
}
