using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Values;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class VisaTypesSpecs
{
    [Fact]
    public void Every_status_of_the_list_is_read_in_both_languages()
    {
        var statuses = KnownValues.Lines("VisaTypes.txt").Select(line => line.Split('\t')).ToArray();
        Assert.Equal(statuses.Length, statuses.Select(status => status[0]).Distinct().Count());
        foreach (var status in statuses)
        {
            Assert.Equal(3, status.Length);
            Assert.Equal(status[0], VisaTypes.CodeIn($"{status[1]}({status[0]})"));
            Assert.Equal(status[1], VisaTypes.NameIn(status[0], $"{status[1]}({status[0]})"));
            foreach (var name in status[2].Split('|')) Assert.Equal(name, VisaTypes.NameIn(status[0], $"{name} ({status[0]})"));
        }
    }

    [Theory]
    [InlineData("Specialty occupation (E-7)", "E-7")]
    [InlineData("Professional (E-7-4)", "E-7-4")]
    [InlineData("Job seeker (D-10)", "D-10")]
    [InlineData("재외동포(F-4)", "F-4")]
    [InlineData("Resident (F~2~7)", "F-2-7")]
    [InlineData("Resident ( F - 2 - 7 )", "F-2-7")]
    [InlineData("Resident [F-2]", "F-2")]
    [InlineData("Resident {F-2", "F-2")]
    [InlineData("Resident (F-2 ", "F-2")]
    public void A_code_stands_in_brackets_at_the_end(string read, string code) => Assert.Equal(code, VisaTypes.CodeIn(read));

    [Theory]
    [InlineData("Resident (X-9)")]
    [InlineData("Resident (F-9)")]
    [InlineData("Resident (E-11)")]
    [InlineData("Resident (F-0)")]
    [InlineData("Resident (F-2-)")]
    [InlineData("Resident (F-2) x")]
    [InlineData("Resident (F2)")]
    [InlineData("Resident F-2")]
    [InlineData("Resident")]
    [InlineData("")]
    public void What_does_not_exist_or_is_no_code_is_none(string read) => Assert.Null(VisaTypes.CodeIn(read));

    [Theory]
    [InlineData("E-9", "Non-professiona1 employment (E-9)", "Non-professional employment")]
    [InlineData("E-7-4", "Professional (E-7-4)", "Professional")]
    [InlineData("F-2", "RESIDENT (F-2)", "RESIDENT")]
    [InlineData("F-2", "RES1DENT (F-2)", "RESIDENT")]
    [InlineData("F-4", "재외동프(F-4)", "재외동포")]
    [InlineData("F-4", "재 외 동 포 (F-4)", "재외동포")]
    public void A_name_goes_with_its_code(string code, string read, string name) =>
        Assert.Equal(name, VisaTypes.NameIn(code, read));

    [Theory]
    [InlineData("F-4", "방문취업(F-4)")]
    [InlineData("F-2", "Professor (F-2)")]
    [InlineData("F-2", "Long-term inhabitant (F-2)")]
    [InlineData("F-2", "(F-2)")]
    [InlineData("F-2", "")]
    public void What_does_not_go_with_the_code_is_none(string code, string read) => Assert.Null(VisaTypes.NameIn(code, read));

    [Theory]
    [InlineData("Long-term inhabitant (F-2)", "Long-term inhabitant")]
    [InlineData("L0ng-term inhab|tant (F-2)", null)]
    [InlineData("Profess0r (F-2)", null)]
    [InlineData("Professor (F-2)", null)]
    [InlineData("(F-2)", null)]
    public void A_further_name_is_read_clearly_and_not_that_of_another_code(string read, string? name) => Assert.Equal(name, VisaTypes.FurtherNameIn(read));
}
