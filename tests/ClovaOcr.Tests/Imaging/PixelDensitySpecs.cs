using System;
using System.Buffers.Binary;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The numbers of a file that are kept have no room for what is covered.</summary>
public class PixelDensitySpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 20, 15)];
    private static readonly byte[] Jpeg = new JpegRecipe().Encode(new(24, 16, 3));
    private static readonly byte[] Png = new PngRecipe(0, 1).Encode(24, 16, (x, y, _) => (x ^ y) & 1);
    private static readonly TiffSurgery Tiff = new TiffRecipe(1, 1).Encode(24, 16, (x, y, _) => (x ^ y) & 1);

    [Theory]
    [InlineData(72, 28, 2835)]
    [InlineData(96, 38, 3780)]
    [InlineData(150, 59, 5906)]
    [InlineData(200, 79, 7874)]
    [InlineData(240, 94, 9449)]
    [InlineData(300, 118, 11811)]
    [InlineData(400, 157, 15748)]
    [InlineData(600, 236, 23622)]
    [InlineData(1200, 472, 47244)]
    [InlineData(2400, 945, 94488)]
    [InlineData(4800, 1890, 188976)]
    [InlineData(9600, 3780, 377953)]
    public void What_scanners_write_stays_as_it_is(int inch, int centimetre, int metre)
    {
        Assert.Equal((1, inch, inch), OfJpeg(1, inch, inch));
        Assert.Equal((2, centimetre, centimetre), OfJpeg(2, centimetre, centimetre));
        Assert.Equal((metre, metre, 1), OfPng(metre, metre, 1));
        Assert.Equal((inch, 1L, inch, 1L), OfTiff(2, inch, 1, inch, 1));
    }

    [Theory]
    [InlineData(204, 98)]
    [InlineData(204, 196)]
    [InlineData(204, 391)]
    [InlineData(300, 150)]
    [InlineData(300, 600)]
    [InlineData(1200, 300)]
    public void Pixels_that_are_not_square_stay_so(int across, int down)
    {
        Assert.Equal((1, across, down), OfJpeg(1, across, down));
        Assert.Equal((across, 1L, down, 1L), OfTiff(2, across, 1, down, 1));
    }

    [Fact]
    public void A_shape_without_a_unit_stays() => Assert.Equal(((0, 1, 1), (0, 1, 2), (1, 1, 0)), (OfJpeg(0, 1, 1), OfJpeg(0, 1, 2), OfPng(1, 1, 0)));

    [Theory]
    [InlineData(9123, 4567, 9120, 4560)]
    [InlineData(9123, 4321)]
    [InlineData(5432, 1099)]
    [InlineData(300, 301, 300, 300)]
    [InlineData(1234, 1236, 1230, 1230)]
    [InlineData(9606, 9606)]
    public void Digits_in_a_JPEGs_density_are_not_kept(int across, int down, int keptAcross = 0, int keptDown = 0) =>
        Assert.Equal(keptAcross == 0 ? (0, 1, 1) : (1, keptAcross, keptDown), OfJpeg(1, across, down));

    [Theory]
    [InlineData(9901015, 123456, 0)]
    [InlineData(0x35313233, 0x34353621, 1)]
    [InlineData(11811, 12811, 1)]
    [InlineData(5432, 1099, 0)]
    [InlineData(0, 0, 1)]
    public void Digits_in_a_PNGs_density_are_dropped(int across, int down, int unit)
    {
        var masked = ImageMasker.Mask(WithDensity(across, down, unit), Areas);
        Assert.Equal(ImageMasker.Mask(Png, Areas).Bytes, masked.Bytes);
        Assert.Contains("pixel density", masked.Dropped);
    }

    [Fact]
    public void What_is_rounded_off_is_named()
    {
        Assert.Contains("exact pixel density", ImageMasker.Mask(WithDensity(11234, 11235, 1), Areas).Dropped);
        Assert.Contains("exact pixel density", ImageMasker.Mask(WithJfif(1, 301, 300), Areas).Dropped);
        Assert.Contains("exact resolution", ImageMasker.Mask(WithResolution(2, 300_123, 1000, 300_123, 1000), Areas).Dropped);
    }

    [Fact]
    public void Digits_in_a_TIFFs_resolution_are_not_kept()
    {
        Assert.Equal((300L, 1L, 300L, 1L), OfTiff(2, 300_123, 1000, 299_987, 1000));
        Assert.Contains("resolution", ImageMasker.Mask(WithResolution(2, 9_912_315, 1000, 432_109, 1000), Areas).Dropped);
    }

    [Property(MaxTest = 300)]
    public void Seven_digits_leave_no_more_than_three(PositiveInt hidden)
    {
        // Whatever is written, what is kept is one of some two thousand densities in one of few shapes; kept again, it stays the same.
        var (across, down) = (hidden.Get % 9600, (int)(hidden.Get * 7919L % 9600));
        if (PixelDensity.Of(across, down, 1) is not { } density) return;
        Assert.Equal(density, PixelDensity.Of(density.Across, density.Down, 1));
        var digits = density.Across.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');
        Assert.True(digits.Length <= 3);
        Assert.Contains(density.Down / density.Across, new[] { 0.25m, 0.5m, 1, 2, 4, 98m / 204, 196m / 204, 391m / 204 });
    }

    [Fact]
    public void The_proof_takes_every_density_that_a_masker_keeps_and_no_other()
    {
        foreach (var (inch, parts) in new (decimal, int)[] { (1, 1), (2.54m, 1), (0.0254m, 1), (1, 1000), (2.54m, 1000) })
        {
            var most = (int)Math.Min(9700 * parts / inch, 1_000_000);
            foreach (var number in Enumerable.Range(0, 150).Select(i => 1 + (int)((long)i * i * most / 22_500)))
            {
                var kept = PixelDensity.Of((decimal)number / parts, (decimal)number / parts, inch)?.In(inch, parts);
                if (kept is (var across, var down)) Assert.True(LeanDensity.IsLean(across, down, inch, parts));
                if (inch == 1) Assert.Equal(kept == (number, number), LeanDensity.IsLean(number, number, inch, parts));
            }
        }

        Assert.False(LeanDensity.IsLean(300, 299, 1));
        Assert.False(LeanDensity.IsLean(0, 0, 1));
        Assert.False(LeanDensity.IsLean(-300, -300, 1));
    }

    private static byte[] WithJfif(int unit, int across, int down) => JpegSurgery.Change(Jpeg, 0xE0, header =>
    {
        header[11] = (byte)unit;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(12), (ushort)across);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(14), (ushort)down);
    });

    private static (int Unit, int Across, int Down) OfJpeg(int unit, int across, int down)
    {
        var header = ImageMasker.Mask(WithJfif(unit, across, down), Areas).Bytes.AsSpan(13, 5).ToArray();
        return (header[0], (header[1] << 8) | header[2], (header[3] << 8) | header[4]);
    }

    private static byte[] WithDensity(int across, int down, int unit)
    {
        var data = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(data, across);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), down);
        data[8] = (byte)unit;
        return PngSurgery.With(Png, "IDAT", "pHYs", data);
    }

    private static (int Across, int Down, int Unit) OfPng(int across, int down, int unit)
    {
        var data = PngSurgery.Split(ImageMasker.Mask(WithDensity(across, down, unit), Areas).Bytes).Single(chunk => chunk.Type == "pHYs").Data;
        return (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(4)), data[8]);
    }

    private static byte[] WithResolution(int unit, params long[] fractions) =>
        Tiff.With(282, 5, fractions[..2]).With(283, 5, fractions[2..]).With(296, 3, unit).Join();

    private static (long Across, long OfAcross, long Down, long OfDown) OfTiff(int unit, params long[] fractions)
    {
        var copy = TiffSurgery.Split(ImageMasker.Mask(WithResolution(unit, fractions), Areas).Bytes);
        return (copy[282][0], copy[282][1], copy[283][0], copy[283][1]);
    }
}
