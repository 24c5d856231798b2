using System;
using System.Linq;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Masking keeps its promise for what other programs write.</summary>
public class JpegCorpusSpecs
{
    public static TheoryData<string> Kinds => JpegCorpus.Kinds;

    [Fact]
    public void There_are_more_than_sixty_kinds() => Assert.InRange(JpegCorpus.Names.Length, 61, 200);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_covered_does_not_change_a_byte(string kind)
    {
        var (a, b) = (JpegCorpus.Read(kind, 'a'), JpegCorpus.Read(kind, 'b'));
        Assert.NotEqual(a, b);
        Assert.Equal(ImageMasker.Mask(a, JpegCorpus.Secret).Bytes, ImageMasker.Mask(b, JpegCorpus.Secret).Bytes);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outside_the_mask_every_coefficient_is_the_sources(string kind)
    {
        var source = JpegCorpus.Read(kind);
        var masked = ImageMasker.Mask(source, JpegCorpus.Secret);
        var (before, after) = (new JpegCoefficients(source), new JpegCoefficients(masked.Bytes));

        Assert.Equal(before.Components, after.Components);
        var visible = 0;
        for (var component = 0; component < before.Components; component++)
        {
            // A single component's sampling means nothing.
            var (across, down) = before.Components == 1 ? (1, 1) : before.Sampling[component];
            Assert.Equal((before.ColumnsOf(component), before.RowsOf(component)), (after.ColumnsOf(component), after.RowsOf(component)));
            for (var row = 0; row < before.RowsOf(component); row++)
            {
                for (var column = 0; column < before.ColumnsOf(component); column++)
                {
                    var (x, y) = (column / across * masked.CellWidth, row / down * masked.CellHeight);
                    if (masked.Covered.Any(area => x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height)) continue;
                    Assert.Equal(before.Block(component, column, row), after.Block(component, column, row));
                    visible++;
                }
            }
        }

        Assert.InRange(visible, 6, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outside_the_mask_another_decoder_sees_the_source_and_inside_black(string kind)
    {
        var source = JpegCorpus.Read(kind);
        var masked = ImageMasker.Mask(source, JpegCorpus.Secret);
        var (before, after) = (new Skia(source), new Skia(masked.Bytes));

        Assert.Equal((masked.Width, masked.Height), (after.Width, after.Height));
        for (var y = 0; y < masked.Height; y++)
        {
            for (var x = 0; x < masked.Width; x++)
            {
                // A viewer mixes colours over a block's edge, but no farther than this.
                var distance = masked.Covered.Min(covered => JpegMaskingSpecs.Distance(covered, x, y));
                if (distance > 4) Assert.Equal(before[x, y], after[x, y]);
                if (distance < -4) Assert.Equal((0, 0, 0, 255), after[x, y]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_is_sequential_and_no_larger_than_such_a_file_is(string kind)
    {
        var source = JpegCorpus.Read(kind);
        var masked = ImageMasker.Mask(source, JpegCorpus.Secret);
        Assert.Contains(JpegSurgery.Split(masked.Bytes).Segments, segment => segment[1] is 0xC0 or 0xC1);
        Assert.InRange(masked.Bytes.Length, 1, source.Length * 1.1);
    }

    [Theory]
    [InlineData("arithmetic", "arithmetic")]
    [InlineData("arithmetic-progressive", "arithmetic")]
    [InlineData("arithmetic-jpegtran", "arithmetic")]
    [InlineData("restart", "restart")]
    [InlineData("unfinished", "scans")]
    public void A_kind_that_is_not_masked_is_refused_by_name(string kind, string word)
    {
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(JpegCorpus.ReadRefused(kind), JpegCorpus.Secret));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }
}
