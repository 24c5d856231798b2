using System;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffMaskingSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff");
    private static readonly Polygon[] Areas = [Polygon.Rectangle(20, 17, 41, 29)];

    public static TheoryData<string> Kinds =>
        [.. Directory.GetFiles(Folder, "*-a.tif").Select(path => Path.GetFileName(path)[..^"-a.tif".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_covered_cannot_be_told_from_the_copy(string kind)
    {
        var (a, b) = (ImageMasker.Mask(Read(kind, 'a'), Areas), ImageMasker.Mask(Read(kind, 'b'), Areas));
        Assert.Equal(a.Bytes, b.Bytes);
    }

    private static byte[] Read(string kind, char which) => File.ReadAllBytes(Path.Combine(Folder, $"{kind}-{which}.tif"));
}
