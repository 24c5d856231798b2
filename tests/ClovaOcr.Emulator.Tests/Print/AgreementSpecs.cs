using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Print.Values;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>A value is what several readings of it come to, or nothing.</summary>
public sealed partial class AgreementSpecs
{
    [Theory]
    [InlineData("A A", "A")]
    [InlineData("A A x x", "A")]
    [InlineData("A B A", null)]
    [InlineData("A A A B", null)]
    [InlineData("A x x", null)]
    [InlineData("x x x", null)]
    [InlineData("", null)]
    public void Two_readings_alike_are_a_value_if_no_other_contradicts(string read, string? value) => Assert.Equal(value, Of(read)?.Text);

    [Theory]
    [InlineData("A B A", "A")]
    [InlineData("A A A B", "A")]
    [InlineData("A B", null)]
    [InlineData("A B C", null)]
    [InlineData("A A B B", null)]
    public void By_majority_one_reading_may_contradict(string read, string? value) => Assert.Equal(value, Of(read, byMajority: true)?.Text);

    [Fact]
    public void A_value_is_as_sure_as_the_second_reading_of_it()
    {
        var value = Agreement.Of([MadeUpReading.Of("A", 90), MadeUpReading.Of("A", 60), MadeUpReading.Of("A", 70)], Take);
        Assert.Equal(0.7, value!.Confidence, 6);
    }

    [Theory]
    [InlineData(95, null)]
    [InlineData(75, null)]
    [InlineData(74, "A")]
    public void Only_a_sure_reading_contradicts(double confidence, string? value) =>
        Assert.Equal(value, Agreement.Of([MadeUpReading.Of("A"), MadeUpReading.Of("A"), MadeUpReading.Of("B", confidence)], Take, sure: 75)?.Text);

    [Theory]
    [InlineData(75, "A")]
    [InlineData(74, null)]
    public void Only_sure_readings_agree(double confidence, string? value) =>
        Assert.Equal(value, Agreement.Of([MadeUpReading.Of("A"), MadeUpReading.Of("A", confidence)], Take, sure: 75)?.Text);

    [Theory]
    [InlineData("900101-6000001", "900101-6000001", "900101-6000001")]
    [InlineData("900101-6000001", "900101 - 6000001", "90 0101-6000001")]
    [InlineData("9OO101-6000001", "900101-6000001", "900101-6000001", "900101-6000001")]
    public void A_number_is_what_three_readings_are_alike_in(params string[] readings) =>
        Assert.Equal("900101-6000001", Agreement.OnNumber(MadeUpReading.OfNumber(readings), NumberForm())?.Text);

    [Theory]
    [InlineData("900101-6000001", "900101-6000001")]
    [InlineData("900101-6000001", "900101-6000001", "900101-6000007")]
    [InlineData("900101-6000001", "900101-6000001", "900101-6000001", "900101-6000007")]
    [InlineData("9001016000001", "9001016000001", "9001016000001")]
    [InlineData("900101-600000", "900101-600000", "900101-600000")]
    public void A_number_that_was_read_too_seldom_or_otherwise_is_none(params string[] readings) =>
        Assert.Null(Agreement.OnNumber(MadeUpReading.OfNumber(readings), NumberForm()));

    [Fact]
    public void A_number_is_read_in_both_letters()
    {
        var readings = MadeUpReading.OfField("alienRegNum", "900101-6000001", "900101-6000001", "900101-6000001");
        Assert.Null(Agreement.OnNumber(readings, NumberForm()));
        readings.Korean.Add(MadeUpReading.Of("900101-6000001"));
        Assert.Equal("900101-6000001", Agreement.OnNumber(readings, NumberForm())?.Text);
    }

    [Theory]
    [InlineData(49, "900101-6000001")]
    [InlineData(50, null)]
    public void A_guess_does_not_contradict_a_number(double confidence, string? number)
    {
        var readings = MadeUpReading.OfNumber("900101-6000001", "900101-6000001", "900101-6000001");
        readings.Korean.Add(MadeUpReading.Of("900101-5000001", confidence));
        Assert.Equal(number, Agreement.OnNumber(readings, NumberForm())?.Text);
    }

    [Theory]
    [InlineData("2019.05.17", "2019", "05", "17")]
    [InlineData("2019. 5. 7.", "2019", "05", "07")]
    [InlineData("2019-12-31", "2019", "12", "31")]
    [InlineData("2020.02.29", "2020", "02", "29")]
    public void A_date_has_its_parts_with_leading_zeros(string read, string year, string month, string day)
    {
        var date = Agreement.OnDate(MadeUpReading.OfField("issueDate", read, read))!.Date!;
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
    }

    [Fact]
    public void Readings_that_mean_the_same_day_agree()
    {
        Assert.Equal("17", Agreement.OnDate(MadeUpReading.OfField("issueDate", "2019.05.17", "2019. 5. 17."))?.Date?.Day);
        Assert.Null(Agreement.OnDate(MadeUpReading.OfField("issueDate", "2019.05.17", "2019. 5. 17.", "2019.05.11")));
    }

    [Theory]
    [InlineData("2019.02.29")]
    [InlineData("2019.13.01")]
    [InlineData("2019.00.10")]
    [InlineData("2019.04.31")]
    [InlineData("1819.05.17")]
    [InlineData("2019.05-17")]
    [InlineData("2019.05")]
    [InlineData("12019.05.17")]
    public void A_date_that_does_not_exist_is_none(string read) => Assert.Null(Agreement.OnDate(MadeUpReading.OfField("issueDate", read, read, read)));

    private static FieldValue? Of(string read, bool byMajority = false) =>
        Agreement.Of(read.Split(' ').Select(text => MadeUpReading.Of(text)), Take, byMajority: byMajority);

    private static string? Take(string text) => text is [>= 'A' and <= 'Z'] ? text : null;

    [GeneratedRegex(@"^[0-9]{6}-[5-8][0-9]{6}\z")]
    private static partial Regex NumberForm();
}
