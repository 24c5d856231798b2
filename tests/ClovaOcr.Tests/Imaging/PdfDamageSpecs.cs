using System;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PdfDamageSpecs() : DamageSpecs(
[
    new PdfRecipe { Width = 16, Height = 16, Trailer = "/Info << /Title (x) >>" }.With(1, (x, y, _) => x * y).Encode(),
    new PdfRecipe { Width = 40, Height = 24, ColorSpace = "/DeviceRGB", Filter = "/Filter /DCTDecode", Data = new JpegRecipe().Encode(new(40, 24, 3)) }.Encode(),
    new PdfRecipe { Width = 16, Height = 16, Bits = 2, ColorSpace = "[/Indexed /DeviceRGB 2 <00000010101099AABB>]", Filter = "/Filter [/ASCIIHexDecode /LZWDecode]" } is var palette
        ? (palette with { Data = PdfCodings.Hexadecimal(PdfCodings.Lzw(palette.Pack(1, (x, _, _) => x % 3))) }).Encode() : [],
    PdfRecipe.Append(new PdfRecipe { Width = 16, Height = 16 }.Encode(), "", (5, new PdfRecipe { Width = 16, Height = 16 }.Objects()[4].Text, new byte[256])),
    FromCorpus("qpdf-object-streams.a.pdf"),
    FromCorpus("qpdf-linearized-object-streams.a.pdf"),
    FromCorpus("tiff2pdf-group-4.a.pdf"),
])
{
    /// <summary>Changes where they matter most: a digit, a name or a bracket outside of the picture's data becomes another.</summary>
    [Property(MaxTest = 1500)]
    public void Changed_words_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt position, byte value)
    {
        var file = Files[index.Get % 4].ToArray();
        var places = Enumerable.Range(0, file.Length).Where(i => file[i] is >= 32 and < 127).ToArray();
        file[places[(int)((long)position.Get * (1 + (index.Get % 97)) % places.Length)]] = "0123456789/<>[]()R %-.nfabeostrm"u8[value % 31];
        MaskOrNull(file);
    }

    // Without the end of line after its last word.
    private static byte[] FromCorpus(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "pdf", name))[..^1];
}
