using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Pictures that the fuzzers came upon, made by hand.</summary>
public sealed class FuzzedPictureSpecs
{
    [Theory]
    [InlineData(274, 8)]
    [InlineData(278, 4)]
    public void A_TIFF_with_several_values_where_one_belongs_is_refused_as_damaged(int tag, int value)
    {
        var file = new TiffRecipe(1, 8) { RowsPerStrip = 4 }.Encode(17, 13, (x, y, _) => (x * 3) + y).With(tag, 3, value, value).Join();
        Assert.Equal(ClovaOcrErrorKind.CorruptImage, Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, JpegCorpus.Secret)).Kind);
    }

    [Fact]
    public void A_TIFF_with_bytes_where_longer_numbers_belong_is_refused_as_damaged()
    {
        var file = new TiffRecipe(1, 8) { RowsPerStrip = 4 }.Encode(17, 13, (x, y, _) => (x * 3) + y).With(262, 1, 1).Join();
        Assert.Equal(ClovaOcrErrorKind.CorruptImage, Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, JpegCorpus.Secret)).Kind);
    }

    [Fact]
    public void A_JPEG_whose_steps_are_too_coarse_for_black_is_refused_as_such()
    {
        var file = JpegSurgery.Change(JpegCorpus.Read("cjpeg-16-bit-table"), 0xDB, table => (table[5], table[6]) = (0x23, 0x0A));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, JpegCorpus.Secret)).Kind);
    }
}
