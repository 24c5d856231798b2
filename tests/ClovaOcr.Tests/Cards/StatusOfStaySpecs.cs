using System.Linq;
using ClovaOcr.Cards;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class StatusOfStaySpecs
{
    [Fact]
    public void There_are_the_decrees_37_each_with_a_code_of_its_own_and_its_names()
    {
        Assert.Equal(37, StatusOfStay.All.Select(status => status.Code).Distinct().Count());
        Assert.All(StatusOfStay.All, status => Assert.Equal(status.Code, VisaCode.From($"{status.Name} ({status.Code})")));
        Assert.All(StatusOfStay.All, status => Assert.All(status.KoreanName, letter => Assert.InRange(letter, '가', '힣')));
    }

    [Theory]
    [InlineData("D-8", "D-8", "기업투자")]
    [InlineData("d-10", "D-10", "구직")]
    [InlineData("Job seeker (D-10-1)", "D-10-1", "구직")]
    [InlineData("특정활동 (E-7-4)", "E-7-4", "특정활동")]
    [InlineData("F-2-R", "F-2-R", "거주")]
    public void A_code_or_a_part_of_one_is_found(string text, string code, string koreanName)
    {
        var status = StatusOfStay.Find(text);
        Assert.Equal((code, koreanName), (status?.Code, status?.KoreanName));
    }

    [Theory]
    [InlineData("C-2")]
    [InlineData("D-11")]
    [InlineData("D-1000")]
    [InlineData("I-1")]
    [InlineData("professor")]
    [InlineData("")]
    public void What_is_no_code_of_the_decree_is_not_found(string text) => Assert.Null(StatusOfStay.Find(text));
}
