using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Whatever happens to a file, masking gives a proved copy or a <see cref="ClovaOcrException"/>.</summary>
public class DamageSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(5, 5, 9, 9)];

    private static readonly byte[][] Files =
    [
        new JpegRecipe { RestartInterval = 1, Segments = [JpegRecipe.Exif(6)] }.Encode(new(40, 24, 3)),
        new JpegRecipe { IsOptimized = true, Across = 1, Down = 1 }.Encode(new(24, 24, 3)),
        new PngRecipe(2, 8) { Before = [("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 1])] }.Encode(16, 16, (x, y, channel) => x * y * channel),
        new PngRecipe(3, 1, IsInterlaced: true).EncodeColors(16, 16, (x, y) => ((byte)x, (byte)y, 0, (byte)(250 + (x % 5)))),
    ];

    public static TheoryData<int> EveryFile => [.. Enumerable.Range(0, Files.Length)];

    [Theory]
    [MemberData(nameof(EveryFile))]
    public void A_file_cut_off_anywhere_is_refused(int index)
    {
        for (var length = 0; length < Files[index].Length; length++)
            Assert.Null(MaskOrNull(Files[index].AsSpan(0, length).ToArray()));
    }

    [Property(MaxTest = 3000)]
    public void Changed_bytes_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt[] positions, byte value)
    {
        var file = Files[index.Get % Files.Length].ToArray();
        foreach (var position in positions.Take(3)) file[position.Get % file.Length] = value;
        MaskOrNull(file);
    }

    [Property(MaxTest = 1000)]
    public void Changed_bytes_of_a_PNG_with_right_checksums_give_a_proved_copy_or_a_refusal(bool isIndexed, PositiveInt chunk, PositiveInt position, byte value)
    {
        var chunks = PngSurgery.Split(Files[isIndexed ? 3 : 2]);
        var data = chunks[chunk.Get % chunks.Count].Data;
        if (data.Length > 0) data[position.Get % data.Length] = value;
        MaskOrNull(PngSurgery.Join(chunks));
    }

    [Property(MaxTest = 1000)]
    public void Bytes_taken_out_or_put_in_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt position, byte[] bytes, PositiveInt removed)
    {
        var file = Files[index.Get % Files.Length];
        var at = position.Get % file.Length;
        MaskOrNull([.. file.AsSpan(0, at), .. bytes, .. file.AsSpan(Math.Min(at + (removed.Get % 9), file.Length))]);
    }

    private static MaskedPicture? MaskOrNull(byte[] file)
    {
        try
        {
            return ImageMasker.Mask(file, Areas);
        }
        catch (ClovaOcrException)
        {
            return null;
        }
    }
}
