using System;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>PDFs by other programs, each twice, with pictures that differ within the area to cover only (data/pdf/README.md).</summary>
public class PdfCorpusSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "pdf");
    private static readonly Polygon[] Areas = [Polygon.Rectangle(50, 34, 78, 46)];

    public static TheoryData<string> EveryKind => [.. Directory.GetFiles(Folder, "*.a.pdf").Select(file => Path.GetFileName(file)[..^6]).Order()];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void What_is_covered_does_not_change_a_byte_and_all_else_is_kept(string kind)
    {
        var (a, b) = (Read($"{kind}.a.pdf"), Read($"{kind}.b.pdf"));
        Assert.NotEqual(a, b);
        var masked = ImageMasker.Mask(a, Areas);
        Assert.Equal(masked.Bytes, ImageMasker.Mask(b, Areas).Bytes);
        Assert.Equal(ImageFormat.Pdf, masked.Format);
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
