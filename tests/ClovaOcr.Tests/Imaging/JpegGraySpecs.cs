using System;
using ClovaOcr.Imaging.Jpeg;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class JpegGraySpecs
{
    public static TheoryData<string> Kinds => JpegCorpus.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_as_bright_as_another_decoder_shows_it(string kind)
    {
        var file = JpegCorpus.Read(kind);
        var gray = JpegGray.Read(file, 83);
        var seen = new Skia(file);

        Assert.Equal((seen.Width, seen.Height, 1), (gray.Width, gray.Height, gray.Scale));
        var sum = 0.0;
        for (var y = 0; y < gray.Height; y++)
        {
            for (var x = 0; x < gray.Width; x++)
            {
                var (red, green, blue, _) = seen[x, y];
                sum += Math.Abs((0.299 * red) + (0.587 * green) + (0.114 * blue) - gray.Row(y)[x]);
            }
        }

        // Colours that no screen has are cut off when they are shown, which changes their brightness; blocks of noise have many.
        Assert.InRange(sum / (gray.Width * gray.Height), 0, 12);
    }

    [Theory]
    [InlineData("cjpeg-2x2-progressive")]
    [InlineData("cjpeg-gray-baseline")]
    public void It_is_scaled_down_by_a_whole_number(string kind)
    {
        var gray = JpegGray.Read(JpegCorpus.Read(kind), 42);
        Assert.Equal((2, 42, 31), (gray.Scale, gray.Width, gray.Height));
    }

    [Fact]
    public void It_refuses_what_masking_refuses() =>
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, Assert.Throws<ClovaOcrException>(() => JpegGray.Read(JpegCorpus.ReadRefused("arithmetic"), 100)).Kind);
}
