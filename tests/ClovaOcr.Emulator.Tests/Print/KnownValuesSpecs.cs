using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Values;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class KnownValuesSpecs
{
    private static readonly string[] Nations = KnownValues.Lines("Nationalities.txt");
    private static readonly KnownValues Nationalities = new(Nations);

    [Theory]
    [InlineData("FRANCE", "FRANCE")]
    [InlineData("FRANGE", "FRANCE")]
    [InlineData("FRANC", "FRANCE")]
    [InlineData("france.", "FRANCE")]
    [InlineData("FRONGE", null)]
    [InlineData("IRAM", null)]
    [InlineData("프라스", "프랑스")]
    [InlineData("", null)]
    [InlineData("- . -", null)]
    public void One_letter_in_five_may_be_wrong(string read, string? value) =>
        Assert.Equal(value, new KnownValues(["FRANCE", "IRAN", "프랑스"]).Snap(read));

    [Fact]
    public void What_is_as_near_to_two_values_is_neither()
    {
        var known = new KnownValues(["ZAMBIA", "GAMBIA"]);
        Assert.Null(known.Snap("2AMBIA"));
        Assert.Equal("GAMBIA", known.Snap("GAMBIA"));
    }

    [Fact]
    public void A_value_must_be_nearer_than_any_other_by_the_margin()
    {
        Assert.Equal("SPECIMEN A", new KnownValues(["SPECIMEN A", "SPECIMEN BB"]).Snap("SPECIMEM A"));
        Assert.Null(new KnownValues(["SPECIMEN A", "SPECIMEN BB"], margin: 3).Snap("SPECIMEM A"));
    }

    [Fact]
    public void A_value_that_was_read_exactly_wins_however_near_another_is()
    {
        var known = new KnownValues(["ZAMBIA", "GAMBIA"], margin: 5);
        Assert.Equal("ZAMBIA", known.Snap("ZAMBIA"));
    }

    [Fact]
    public void Of_values_that_differ_in_marks_only_the_one_that_was_read_is_meant()
    {
        var known = new KnownValues(["CHINA P. R.", "CHINA P.R.", "KOREAN CHINESE", "KOREAN-CHINESE"]);
        Assert.Equal("CHINA P. R.", known.Snap("CHINA P. R."));
        Assert.Equal("CHINA P.R.", known.Snap("CHINA P.R."));
        Assert.Equal("KOREAN-CHINESE", known.Snap("KOREAM-CHINESE"));
    }

    [Fact]
    public void Each_nationality_of_the_list_is_itself()
    {
        Assert.InRange(Nations.Length, 400, 1000);
        Assert.Equal(Nations, Nations.Select(Nationalities.Snap));
    }

    [Property(MaxTest = 100)]
    public void A_letter_read_wrong_makes_no_other_nationality_unless_it_spells_it(int which, int where, char instead)
    {
        var nation = Nations[(int)((uint)which % Nations.Length)];
        var letters = nation.ToCharArray();
        letters[(uint)where % letters.Length] = (char)('A' + (instead % 26));
        var read = new string(letters);
        var snapped = Nationalities.Snap(read);
        if (snapped is not null && Likeness.Bare(snapped) != Likeness.Bare(read)) Assert.Equal(Likeness.Bare(nation), Likeness.Bare(snapped));
    }

    [Fact]
    public void Each_office_is_itself_in_both_languages()
    {
        foreach (var line in KnownValues.Lines("Offices.txt"))
        {
            var names = line.Split('\t');
            Assert.Equal(2, names.Length);
            foreach (var ending in new[] { "출입국·외국인청장", "출입국·외국인사무소장" })
                Assert.Equal(names[0] + ending, Offices.SnapKorean(names[0] + ending));
            foreach (var name in names[1].Split('|'))
                Assert.Equal($"CHIEF, {name} IMMIGRATION OFFICE", Offices.SnapEnglish($"CHIEF, {name} IMMIGRATION OFFICE"));
        }
    }

    [Theory]
    [InlineData("양주출입국·외국인사무소장", "양주출입국·외국인사무소장")]
    [InlineData("광주 출입국 외국인사무소장", "광주출입국·외국인사무소장")]
    [InlineData("서울출입국 - 외국인청잠", "서울출입국·외국인청장")]
    [InlineData("강주출입국·외국인사무소장", null)]
    [InlineData("출입국·외국인사무소장", null)]
    public void An_office_that_might_be_another_is_none(string read, string? office) => Assert.Equal(office, Offices.SnapKorean(read));

    [Theory]
    [InlineData("CHIEF, INCHE0N IMMIGRATION OFFICE", "CHIEF, INCHEON IMMIGRATION OFFICE")]
    [InlineData("CHIEF INCHEON IMMIGRATION OFFICE", "CHIEF, INCHEON IMMIGRATION OFFICE")]
    [InlineData("CHIEF, SANJU IMMIGRATION OFFICE", null)]
    public void An_office_is_known_by_its_English_name(string read, string? office) => Assert.Equal(office, Offices.SnapEnglish(read));
}
