using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Jpeg;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>What would keep a decoder busy, or fill the memory, far beyond what the file's bytes are worth.</summary>
public class JpegBudgetSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(0, 0, 1, 1)];

    // A long run is 14 bits for up to 32,767 blocks, so that 70 scans of 59 megapixels are few bytes.
    private static readonly byte[] Tiring = JpegScans.Encode(7680, 7680, JpegScans.More(70), orientation: 6);
    private static readonly byte[] Head = JpegSurgery.Change(new JpegRecipe { Segments = [JpegRecipe.Exif(6)] }.Encode(new(16, 16, 3)), 0xC0, frame => (frame[5], frame[7]) = (38, 38));

    public static TheoryData<string> Ways => ["mask", "gray", "turn", "decode"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Scans_that_go_over_a_large_picture_again_and_again_are_refused_before_memory_is_taken(string way)
    {
        var problem = AssertRefused(Tiring, way);
        Assert.Equal(ClovaOcrErrorKind.FileTooLarge, problem.Kind);
        Assert.Contains("scans", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_file_of_few_bytes_that_announces_a_large_picture_is_refused_before_memory_is_taken(string way)
    {
        var problem = AssertRefused(Head, way);
        Assert.Equal(ClovaOcrErrorKind.CorruptImage, problem.Kind);
        Assert.Contains("less data", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_scans_of_a_small_picture_are_read()
    {
        var source = JpegScans.Encode(64, 48, JpegScans.More(70), orientation: 6);
        Assert.Equal((64, 48), (ImageMasker.Mask(source, Areas).Width, JpegGray.Read(source, 100).Height));
        Assert.Equal((48, 64), (UprightCopy.Of(source, ImageHeader.Read(source)!).Width, UprightCopy.Of(source, ImageHeader.Read(source)!).Height));
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 18)]
    [InlineData(4, 24)]
    public void The_scans_of_libjpegs_script_are_not_too_many_for_the_largest_picture(int components, int times)
    {
        // Only the markers count, so that there is nothing to be decoded between them.
        byte[] start = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0];
        byte[] frame = [8, 0x27, 0x10, 0x27, 0x10, (byte)components];
        for (byte i = 1; i <= components; i++) frame = [.. frame, i, 0x11, 0];
        byte[] file = [0xFF, 0xD8, 0xFF, 0xC2, 0, (byte)(frame.Length + 2), .. frame];
        for (var i = 0; i < times; i++) file = [.. file, .. start, .. new byte[components * 200_000 / times]];
        JpegWorkload.EnsureBearable(file);
        for (var i = times; i <= 25; i++) file = [.. file, .. start];
        Assert.Throws<ClovaOcrException>(() => JpegWorkload.EnsureBearable(file));
    }

    private static ClovaOcrException AssertRefused(byte[] file, string way)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() =>
        {
            if (way == "mask") ImageMasker.Mask(file, Areas);
            else if (way == "gray") JpegGray.Read(file, 100);
            else if (way == "turn") UprightCopy.Of(file, ImageHeader.Read(file)!);
            else new LibJpegReader(file, isStrict: false).Dispose();
        });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        return problem;
    }
}
