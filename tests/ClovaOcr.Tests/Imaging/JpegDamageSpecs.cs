using System;
using System.Linq;
using BitMiracle.LibJpeg.Classic;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class JpegDamageSpecs() : DamageSpecs(
[
    new JpegRecipe { RestartInterval = 1, Segments = [JpegRecipe.Exif(6)] }.Encode(new(40, 24, 3)),
    new JpegRecipe { IsOptimized = true, Across = 1, Down = 1 }.Encode(new(24, 24, 3)),
    new JpegRecipe { IsProgressive = true }.Encode(new(33, 24, 3)),
    new JpegRecipe { IsProgressive = true, Color = J_COLOR_SPACE.JCS_GRAYSCALE, Across = 1, Down = 1, Quality = 97 }.Encode(new(24, 17, 1)),
    new JpegRecipe { Color = J_COLOR_SPACE.JCS_YCCK, HasJfif = false }.Encode(new(20, 20, 4)),
    JpegCorpus.Read("cjpeg-scans-separate-optimize"),
    JpegCorpus.Read("cjpeg-scans-bit-by-bit"),
])
{
    private static readonly byte[] Progressive = new JpegRecipe { IsProgressive = true }.Encode(new(33, 24, 3));
    private static readonly byte[] Sequential = new JpegRecipe().Encode(new(33, 24, 3));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_small_file_that_announces_a_large_picture_is_refused_before_memory_is_taken(bool isProgressive)
    {
        var bomb = JpegSurgery.Change(isProgressive ? Progressive : Sequential, isProgressive ? (byte)0xC2 : (byte)0xC0, frame => (frame[5], frame[7]) = (38, 38));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(bomb, JpegCorpus.Secret));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains("less data", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_thousands_of_scans_is_refused()
    {
        var (segments, scan) = JpegSurgery.Split(JpegCorpus.Read("cjpeg-scans-separate-baseline"));
        var first = scan.AsSpan(0, scan.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA })).ToArray();
        var scans = Enumerable.Repeat<byte[]>([.. segments[^1], .. first], 5000).SelectMany(part => part);
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask([.. JpegSurgery.Join(segments.SkipLast(1), []), .. scans, 0xFF, 0xD9], JpegCorpus.Secret));
        Assert.Contains("scan", problem.Message, StringComparison.Ordinal);
    }
}
