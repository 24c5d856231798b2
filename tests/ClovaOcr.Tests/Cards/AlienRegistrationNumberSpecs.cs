using System;
using System.Globalization;
using ClovaOcr.Cards;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class AlienRegistrationNumberSpecs
{
    [Theory]
    [InlineData("990101-5123456", "1999-01-01", "M")]
    [InlineData("990101-6123456", "1999-01-01", "F")]
    [InlineData("040229-7123456", "2004-02-29", "M")]
    [InlineData("040229-8123456", "2004-02-29", "F")]
    [InlineData("9901015123456", "1999-01-01", "M")]
    [InlineData("990101-5******", "1999-01-01", "M")]
    public void The_number_tells_birth_date_and_sex(string text, string birthDate, string sex)
    {
        var number = AlienRegistrationNumber.TryParse(text)!;
        Assert.Equal(birthDate, number.BirthDate.ToString());
        Assert.Equal(sex, number.Sex);
    }

    [Theory]
    [InlineData("990101-1123456")] // a resident's number
    [InlineData("990231-5123456")] // no such day
    [InlineData("030229-7123456")] // no leap year
    [InlineData("990101-512345")]
    [InlineData("990101-51234567")]
    [InlineData("990101-5O23456")]
    [InlineData("")]
    [InlineData(null)]
    public void What_has_not_the_form_is_no_number_and_the_reason_does_not_repeat_it(string? text)
    {
        Assert.Null(AlienRegistrationNumber.Examine(text, out var problem));
        Assert.NotNull(problem);
        if (text?.Length > 0) Assert.DoesNotContain(text, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_one_last_digit_is_the_legacy_check_digit()
    {
        // Worked by hand for 990101-512345: S = 9*2+9*3+0*4+1*5+0*6+1*7+5*8+1*9+2*2+3*3+4*4+5*5 = 160, (13 - 160 mod 11) mod 10 = 7.
        for (var digit = 0; digit <= 9; digit++)
        {
            var number = AlienRegistrationNumber.TryParse("990101-512345" + digit.ToString(CultureInfo.InvariantCulture))!;
            Assert.Equal(digit == 7, number.HasLegacyCheckDigit);
        }
    }

    [Fact]
    public void A_masked_number_has_no_check_digit_to_judge() => Assert.Null(AlienRegistrationNumber.TryParse("990101-5******")!.HasLegacyCheckDigit);

    [Fact]
    public void A_number_prints_masked() => Assert.Equal("990101-5******", AlienRegistrationNumber.TryParse("990101-5123456")!.ToString());
}
