using ClovaOcr.Cards;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class VisaCodeSpecs
{
    [Theory]
    [InlineData("Corporate investor (D-8)", "D-8")]
    [InlineData("재외동포(F-4)", "F-4")]
    [InlineData("Professional (E-7-4)", "E-7-4")]
    [InlineData("특정활동 (E - 7)", "E-7")]
    [InlineData("D-10-1", "D-10-1")]
    [InlineData("Spouse of a national F-6-1", "F-6-1")]
    [InlineData("Permanent resident", null)]
    [InlineData("X-1 (Z-9)", null)]
    [InlineData(null, null)]
    public void The_code_is_found_in_the_text(string? visaType, string? code) => Assert.Equal(code, VisaCode.From(visaType));
}
