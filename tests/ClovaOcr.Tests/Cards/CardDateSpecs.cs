using System;
using System.Globalization;
using ClovaOcr.Cards;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class CardDateSpecs
{
    [Theory]
    [InlineData("2019-05-17")]
    [InlineData("2019.05.17")]
    [InlineData("2019.5.17.")]
    [InlineData("2019년 5월 17일")]
    [InlineData(" 2019/05/17 ")]
    public void A_date_is_read_with_any_of_the_usual_separators(string text) => Assert.Equal(new CardDate(2019, 5, 17), CardDate.Parse(text));

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("2019-13-01")]
    [InlineData("17.05.2019")]
    [InlineData("2011.1.1 1234.")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_no_date(string? text) => Assert.False(CardDate.TryParse(text, out _));

    [Fact]
    public void The_error_for_a_text_that_is_no_date_does_not_repeat_it() =>
        Assert.DoesNotContain("HONG", Assert.Throws<FormatException>(() => CardDate.Parse("HONG GILDONG")).Message, StringComparison.Ordinal);

    [Property]
    public bool A_printed_date_reads_back(DateTime moment) => CardDate.Parse(((CardDate)moment).ToString()) == (CardDate)moment;

    [Property]
    public bool Dates_order_as_their_moments_days_do(DateTime a, DateTime b) =>
        Math.Sign(((CardDate)a).CompareTo((CardDate)b)) == Math.Sign(a.Date.CompareTo(b.Date));

    [Theory]
    [InlineData("2019-05-17", true)]
    [InlineData("2019년 5월 17일", true)]
    [InlineData("2019-05-18", false)]
    [InlineData("HONG GILDONG", false)]
    public void A_date_equals_a_text_of_it(object text, bool isEqual) => Assert.Equal(isEqual, new CardDate(2019, 5, 17).Equals(text));

    [Fact]
    public void A_date_equals_each_moment_of_it_and_no_other_object()
    {
        Assert.True(new CardDate(2019, 5, 17).Equals((object)new DateTime(2019, 5, 17, 23, 59, 59)));
        Assert.False(new CardDate(2019, 5, 17).Equals((object)new DateTime(2019, 5, 18)));
        Assert.False(new CardDate(2019, 5, 17).Equals((object)20190517));
        Assert.False(new CardDate(2019, 5, 17).Equals(null));
    }

    [Fact]
    public void A_date_prints_the_same_in_every_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        var date = new CardDate(2019, 5, 17);
        Assert.Equal("2019-05-17", date.ToString(null, culture));
        Assert.Equal("2019-05-17", string.Format(culture, "{0}", date));
    }
}
