using System;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Fuzz.Seals;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Fuzzing;

/// <summary>What lets a fuzzer's changes past a file's checksums.</summary>
public sealed class SealSpecs
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Imaging", "data");

    [Fact]
    public void A_whole_file_is_left_as_it_is()
    {
        Assert.All(Directory.GetFiles(Path.Combine(Data, "png"), "*.png"), file => Assert.Equal(File.ReadAllBytes(file), PngSeal.Apply(File.ReadAllBytes(file))));
        Assert.All(Directory.GetFiles(Path.Combine(Data, "pdf"), "*.pdf"), file => Assert.Equal(File.ReadAllBytes(file), PdfSeal.Apply(File.ReadAllBytes(file))));
    }

    [Fact]
    public void A_changed_pixel_of_a_PNG_is_read_once_the_checksums_are_right()
    {
        var file = File.ReadAllBytes(Path.Combine(Data, "png", "zlib-stored.a.png"));
        var changed = file.ToArray();
        changed[changed.AsSpan().IndexOf("IDAT"u8) + 200] ^= 0x40;
        Assert.Throws<ClovaOcrException>(() => GrayPicture.Read(changed, 1000));
        Assert.NotEqual(GrayPicture.Read(file, 1000).Samples, GrayPicture.Read(PngSeal.Apply(changed), 1000).Samples);
    }

    [Fact]
    public void A_PDF_that_became_longer_is_read_once_its_places_are_right()
    {
        var file = new Imaging.PdfRecipe { Width = 16, Height = 16 }.With(1, (x, y, _) => x * y).Encode();
        var longer = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace("/Catalog", "/Catalog /Lang (ko)", StringComparison.Ordinal));
        Assert.Null(ImageHeader.Read(longer));
        Assert.NotNull(ImageHeader.Read(PdfSeal.Apply(longer)));
    }
}
