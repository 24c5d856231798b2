using System;
using System.Linq;
using ClovaOcr.Cards;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class CardRegionSpecs
{
    [Fact]
    public void The_outline_of_a_text_shows_its_form_and_nothing_else()
    {
        Assert.Equal("######-#######", CardRegion.OutlineOf("990101-5123456"));
        Assert.Equal("####_#####_#-#_", CardRegion.OutlineOf("HONG 재외동포이(F-4)"));
        Assert.Equal("", CardRegion.OutlineOf(null));
    }

    [Property]
    public Property A_printed_region_reads_back() => Prop.ForAll(
        (from kind in Gen.Elements(CardRegionKind.Card, CardRegionKind.Masking, CardRegionKind.Text)
         from field in Gen.Elements("alienRegNum", "name", CardRegion.CardBorder)
         from entry in Gen.Choose(0, 9)
         from text in ArbMap.Default.GeneratorFor<string>()
         from points in Gen.Choose(-5_000_000, 50_000_000).Two().ArrayOf(4)
         select new CardRegion(kind, field, entry, CardRegion.OutlineOf(text), new Polygon(points.Select(p => new PixelPoint(p.Item1 / 10000.0, p.Item2 / 10000.0)))))
        .ToArbitrary(),
        region => CardRegion.Parse(region.ToString()) == region);

    [Theory]
    [InlineData("")]
    [InlineData("Text alienRegNum 0 '' 1,2 3,4")]
    [InlineData("Text alienRegNum x '' 1,2 3,4 5,6")]
    [InlineData("Nothing alienRegNum 0 '' 1,2 3,4 5,6")]
    [InlineData("Text alienRegNum 0 '' 1,2 3,4 5;6")]
    public void What_is_no_region_is_refused(string text) => Assert.Throws<FormatException>(() => CardRegion.Parse(text));
}
