using ClovaOcr.Emulator.Reading.Print.Values;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What a field says, or that nobody can be sure of it.</summary>
public sealed class AlienCardFieldsSpecs
{
    [Theory]
    [InlineData("990230-5123450", null)]
    [InlineData("010229-7010101", null)]
    [InlineData("000229-7010101", "000229-7010101")]
    [InlineData("991301-6123450", null)]
    [InlineData("900101-4000001", null)]
    [InlineData("900101-9000001", null)]
    [InlineData("991231-7654320", null)]
    [InlineData("900101-6000001", "900101-6000001")]
    public void A_number_begins_with_a_day_on_which_somebody_may_have_been_born(string read, string? number) =>
        Assert.Equal(number, AlienCardFields.ValueOf(MadeUpReading.OfNumber(read, read, read))?.Text);

    [Theory]
    [InlineData("150069", null)]
    [InlineData("I50069", "I50069")]
    [InlineData("I5OO69", "I50069")]
    [InlineData("B4 0271", "B40271")]
    [InlineData("020271", null)]
    [InlineData("240271", null)]
    [InlineData("B4027X", null)]
    [InlineData("B40", null)]
    public void A_further_number_is_a_letter_and_digits(string read, string? number) => Assert.Equal(number, Says("alienRegNumEtc", read, read));

    [Fact]
    public void Readings_of_a_further_number_that_mean_the_same_agree()
    {
        Assert.Equal("I50069", Says("alienRegNumEtc", "150069", "I50069"));
        Assert.Equal("O20271", Says("alienRegNumEtc", "O20271", "020271"));
        Assert.Null(Says("alienRegNumEtc", "150069", "I50069", "I50068"));
    }

    [Theory]
    [InlineData("M", "Sex M", "Sex M")]
    [InlineData("F", "F", "S3x F")]
    [InlineData(null, "Sex M", "Sex M", "Sex F")]
    [InlineData(null, "Sex", "Sex")]
    [InlineData(null, "Sex M", "Sex N")]
    public void The_sex_is_the_letter_at_the_end(string? sex, params string[] readings) => Assert.Equal(sex, Says("sex", readings));

    [Theory]
    [InlineData("NOBODY NORA", "NOBODY NORA")]
    [InlineData("O’EXAMPLE ANN-MARIE", "O'EXAMPLE ANN-MARIE")]
    [InlineData("김견본", "김견본")]
    [InlineData("김 견 본", "김견본")]
    [InlineData("NOBODY NOrA", null)]
    [InlineData("N0BODY NORA", null)]
    [InlineData("NOBODY, NORA", null)]
    [InlineData("-", null)]
    [InlineData("김", null)]
    public void A_name_has_letters_only(string read, string? name) => Assert.Equal(name, Says("name", read, read));

    [Theory]
    [InlineData(95, 95, null, "NOBODY NORA")]
    [InlineData(95, 60, null, null)]
    [InlineData(60, 60, null, null)]
    [InlineData(95, 95, "NOBODY NOVA", null)]
    public void A_name_must_be_read_surely(double first, double second, string? other, string? name)
    {
        var readings = MadeUpReading.OfField("name", ("NOBODY NORA", first), ("NOBODY NORA", second));
        if (other is not null) readings.Latin.Add(MadeUpReading.Of(other));
        Assert.Equal(name, AlienCardFields.ValueOf(readings)?.Text);
    }

    [Theory]
    [InlineData("nationality", "AUSTRIA", "AUSTR1A", "AUSTRlA")]
    [InlineData("nationality", "카자흐스탄", "카자흐스탄", "카자호스탄")]
    [InlineData("authority", "서울출입국·외국인청장", "서울출입국 외국인청장", "서울출입국:외국인청장")]
    [InlineData("authorityEng", "CHIEF, SEOUL IMMIGRATION OFFICE", "CHIEF. SEOUL IMMIGRATION OFFICE", "CHIEF, SEOUL IMMIGRATI0N OFFICE")]
    [InlineData("visaType", "Professional (E-7-4)", "Professional (E-7-4)", "Profossional (E~7-4)")]
    [InlineData("visaType", "Long-term inhabitant (F-2)", "Long-term inhabitant (F-2)", "Long-term inhabitant (F-2)")]
    public void Readings_that_mean_the_same_known_value_agree(string field, string value, params string[] readings) =>
        Assert.Equal(value, Says(field, readings));

    [Theory]
    [InlineData("nationality", "AUSTRIA", "NORWAY")]
    [InlineData("nationality", "NOWHERE", "NOWHERE")]
    [InlineData("authorityEng", "CHIEF, NOWHERE IMMIGRATION OFFICE", "CHIEF, NOWHERE IMMIGRATION OFFICE")]
    [InlineData("visaType", "Professional (E-7-4)", "Professional (E-7-1)")]
    [InlineData("visaType", "Professional (E-7)", "Professional (E-7)", "Professional (E-1)")]
    [InlineData("visaType", "Professional (X-9)", "Professional (X-9)")]
    [InlineData("visaType", "Professor (F-2)", "Professor (F-2)")]
    public void What_is_not_known_or_not_agreed_upon_is_left_out(string field, params string[] readings) => Assert.Null(Says(field, readings));

    [Fact]
    public void A_Korean_visa_type_has_its_code_from_the_Latin_readings()
    {
        var readings = MadeUpReading.OfField("visaType", "재외동포(F-4)", "재외동포(ㅏ4)");
        Assert.Null(AlienCardFields.ValueOf(readings));
        readings.Latin.AddRange([MadeUpReading.Of("A218 = (F-4)"), MadeUpReading.Of("AQ5Z(F-4)")]);
        Assert.Equal("재외동포(F-4)", AlienCardFields.ValueOf(readings)?.Text);
    }

    private static string? Says(string field, params string[] readings) => AlienCardFields.ValueOf(MadeUpReading.OfField(field, readings))?.Text;
}
