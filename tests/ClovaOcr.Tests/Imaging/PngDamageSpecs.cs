using FsCheck;
using FsCheck.Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngDamageSpecs() : DamageSpecs(
[
    new PngRecipe(2, 8) { Before = [("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 1])] }.Encode(16, 16, (x, y, channel) => x * y * channel),
    new PngRecipe(3, 1, IsInterlaced: true).EncodeColors(16, 16, (x, y) => ((byte)x, (byte)y, 0, (byte)(250 + (x % 5)))),
])
{
    [Property(MaxTest = 1000)]
    public void Changed_bytes_with_right_checksums_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt chunk, PositiveInt position, byte value)
    {
        var chunks = PngSurgery.Split(Files[index.Get % Files.Length]);
        var data = chunks[chunk.Get % chunks.Count].Data;
        if (data.Length > 0) data[position.Get % data.Length] = value;
        MaskOrNull(PngSurgery.Join(chunks));
    }
}
