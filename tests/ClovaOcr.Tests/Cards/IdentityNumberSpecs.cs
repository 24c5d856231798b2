using System;
using System.Linq;
using ClovaOcr.Cards;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class IdentityNumberSpecs
{
    [Theory]
    [InlineData("990101-5123456", "990101-5******")]
    [InlineData("9901015123456", "9901015******")]
    [InlineData("990101 - 5123456", "990101 - 5******")]
    [InlineData("990101–5123456", "990101–5******")]
    [InlineData("990101-5******", "990101-5******")]
    [InlineData("B4123", "B4***")]
    [InlineData("M12345678", "M1*******")]
    [InlineData("11-22-333333-44", "11-**-******-**")]
    [InlineData("99O101-5123456******", "99****-*************")]
    [InlineData("990101-5123456 / 99O101-5123456", "99****-******* / ******-*******")]
    [InlineData("990101-5123456 M12345678", "99****-******* *********")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_number_keeps_what_tells_no_more_than_birth_date_and_sex(string? number, string? masked) =>
        Assert.Equal(masked, IdentityNumber.Mask(number));

    [Theory]
    [InlineData("/scans/HONG 990101-5123456.jpg", "/scans/HONG 990101-5******.jpg")]
    [InlineData("a 990101-5123456 b 880202-6654321", "a 990101-5****** b 880202-6******")]
    [InlineData("９９０１０１-５１２３４５６", "９９０１０１-５******")]
    [InlineData("990101－5123456", "990101－5******")]
    [InlineData("990101--5123456", "990101--5******")]
    [InlineData("990101-5 123456", "990101-5******")]
    [InlineData("990101-512 3456", "990101-5******")]
    [InlineData("9 9 0 1 0 1 - 5 1 2 3 4 5 6", "9 9 0 1 0 1 - 5******")]
    [InlineData("19990101-5123456", "19990101-5******")]
    [InlineData("990101-5123456 04.jpg", "990101-5****** 04.jpg")]
    [InlineData("19990101-5123456 04.jpg", "19990101-5****** 04.jpg")]
    [InlineData("04 990101-5123456.jpg", "04 990101-5******.jpg")]
    [InlineData("123456 7 990101-5123456", "123456 7 990101-5******")]
    [InlineData("20260101 990101-5123456 20260102", "20260101 990101-5****** 20260102")]
    [InlineData("990101-51234572.jpg", "990101-5******2.jpg")]
    [InlineData("20240101990101-5123457.jpg", "20240101990101-5******.jpg")]
    [InlineData("0990101-5123457", "0990101-5******")]
    [InlineData("1990101-5123457", "1990101-5******")]
    [InlineData("990131512345701", "9901315******01")]
    [InlineData("880202ㅡ6654321", "880202ㅡ6******")]
    [InlineData("880202ー6654321", "880202ー6******")]
    [InlineData("880202\u200B6654321", "880202\u200B6******")]
    [InlineData("8\u200B80202-6654321", "8\u200B80202-6******")]
    [InlineData("880202%206654321", "880202%206******")]
    [InlineData("880202 / 6654321", "880202 / 6******")]
    [InlineData("880202('6654321", "880202('6******")]
    [InlineData("PXL_20260315142530123.jpg", "PXL_20260315142530123.jpg")]
    [InlineData("20260315142530.jpg", "20260315142530.jpg")]
    [InlineData("1725415136556", "1725415136556")]
    [InlineData("scan-20260101-000123.jpg", "scan-20260101-000123.jpg")]
    public void Numbers_within_a_text_are_masked_and_other_digits_are_not(string text, string masked) =>
        Assert.Equal(masked, IdentityNumber.MaskWithin(text));

    [Property]
    public Property No_number_survives_masking_whatever_stands_around_it() => Prop.ForAll(
        (from birth in Gen.Choose(0, 36500)
         from tail in Gen.Choose(0, 999999)
         from sex in Gen.Choose(5, 8)
         from hyphen in Gen.Elements("-", "", "–", " ", " - ", "_")
         select (Birth: new DateTime(1920, 1, 1).AddDays(birth).ToString("yyMMdd", null), Hyphen: hyphen, Tail: $"{sex}{tail:D6}")).ToArbitrary(),
        number => !IdentityNumber.MaskWithin($"x{number.Birth}{number.Hyphen}{number.Tail}y").Contains(number.Tail[1..], StringComparison.Ordinal));

    // Figures that hold the hidden digits themselves would be no leak.
    private static Gen<int> FiguresWithoutTheTail =>
        Gen.Choose(0, 99_999_999).Where(figures => !$"{figures}".Contains("123456", StringComparison.Ordinal));

    [Property(MaxTest = 2000)]
    public Property No_number_survives_masking_whatever_figures_stand_before_and_behind_it() => Prop.ForAll(
        (from before in FiguresWithoutTheTail
         from after in FiguresWithoutTheTail
         from hyphen in Gen.Elements("-", "")
         select (before, after, hyphen)).ToArbitrary(),
        text => !IdentityNumber.MaskWithin($"{text.before} 990101{text.hyphen}5123456 {text.after}").Contains("123456", StringComparison.Ordinal));

    [Property]
    public Property Masking_twice_is_masking_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text => IdentityNumber.Mask(IdentityNumber.Mask(text)) == IdentityNumber.Mask(text));

    [Fact]
    public void Every_field_for_identity_numbers_is_known_and_no_other()
    {
        var known = new[] { "alienRegNum", "alienRegNumEtc", "personalNum", "num", "code" };
        Assert.True(known.All(IdentityFields.Contains));
        Assert.True(IdentityFields.Contains("ALIENREGNUM"));
        Assert.False(IdentityFields.Contains("name"));
    }
}
