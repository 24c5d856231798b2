using System;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngDamageSpecs() : DamageSpecs(
[
    new PngRecipe(2, 8) { Before = [("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 1])] }.Encode(16, 16, (x, y, channel) => x * y * channel),
    new PngRecipe(3, 1, IsInterlaced: true).EncodeColors(16, 16, (x, y) => ((byte)x, (byte)y, 0, (byte)(250 + (x % 5)))),
    PngSurgery.With(new PngRecipe(0, 2).Encode(17, 15, (x, y, _) => (x + y) & 3), "IDAT", "tRNS", 0, 2),
    new PngRecipe(6, 16, IsInterlaced: true) { After = [("eXIf", JpegRecipe.ExifWith(6, true))] }.Encode(13, 16, (x, y, channel) => x * y * channel * 70),
    .. new[] { "pillow-palette-alpha", "magick-density-time", "idat-37-bytes-and-empty", "zlib-fixed-huffman" }
        .Select(kind => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "png", $"{kind}.a.png"))),
])
{
    [Property(MaxTest = 5000)]
    public void Changed_bytes_with_right_checksums_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt chunk, PositiveInt position, byte value)
    {
        // FsCheck's numbers are small ones; spread them over the chunk.
        var chunks = PngSurgery.Split(Files[index.Get % Files.Length]);
        var data = chunks[chunk.Get % chunks.Count].Data;
        if (data.Length > 0) data[(int)((long)position.Get * (1 + (index.Get % 13)) % data.Length)] = value;
        MaskOrNull(PngSurgery.Join(chunks));
    }
}
