using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffDamageSpecs() : DamageSpecs([.. Small()])
{
    /// <summary>The directory is a small part of a file, but says what all else is.</summary>
    [Property(MaxTest = 2000)]
    public void Changed_directories_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt position, byte value, bool isHigh)
    {
        var file = Files[index.Get % Files.Length].ToArray();
        var directory = file[0] == 'I' ? BitConverter.ToInt32(file, 4) : (file[6] << 8) | file[7];
        file[directory + (position.Get * 7 % (file.Length - directory))] = (byte)(isHigh ? value | 0xF0 : value);
        MaskOrNull(file);
    }

    private static IEnumerable<byte[]> Small()
    {
        yield return new TiffRecipe(1, 8) { RowsPerStrip = 4 }.Encode(17, 13, (x, y, _) => (x * 3) + y).With(274, 3, 6).Join();
        yield return new TiffRecipe(2, 16, 1) { TileSide = 16, IsPlanar = true, IsBigEndian = true }.Encode(17, 13, (x, y, channel) => x + y + channel).Join();
        yield return new TiffRecipe(6, 8) { Units = (2, 2), TileSide = 16 }.Encode(17, 13, (x, y, channel) => x + y + channel).Join();
        yield return new TiffRecipe(3, 4).Encode(17, 13, (x, y, _) => (x + y) % 9).With(320, 3, [.. Enumerable.Range(0, 48).Select(i => 1000L * i)]).Join();

        var folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff");
        foreach (var name in new[] { "bits-g3-2d-aligned", "bits-g4-tiles", "gray-zip-predicted", "gray4-lzw", "gray2-packbits", "gray-jpeg", "ycbcr-jpeg-tiles" })
        {
            // The last value is one that no byte can be cut off from, unlike one that ends with a byte to fill it up.
            yield return TiffSurgery.Split(File.ReadAllBytes(Path.Combine(folder, name + "-a.tif"))).With(65000, 4, 1, 2).Join();
        }
    }
}
