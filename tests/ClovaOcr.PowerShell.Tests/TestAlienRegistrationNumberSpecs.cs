using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class TestAlienRegistrationNumberSpecs
{
    [Fact]
    public async Task A_number_is_told_by_its_form_and_shown_masked()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("Test-AlienRegistrationNumber '990101-5123456', '990101-1123456', $null, ''");
        Assert.Equal(["True", "False", "False", "False"], run.Values("IsValid"));
        Assert.Equal(["990101-5******", "990101-1******", null, ""], run.Values("Number"));
        Assert.Equal(["1999-01-01", null, null, null], run.Values("BirthDate"));
        Assert.Equal(["M", null, null, null], run.Values("Sex"));
        Assert.All(run.Values("Message"), Assert.NotNull);
    }

    [Fact]
    public async Task A_failing_check_digit_is_a_message_and_no_rejection()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("Test-AlienRegistrationNumber 990101-5123456; Test-AlienRegistrationNumber 990101-5123457");
        Assert.Equal(["True", "True"], run.Values("IsValid"));
        Assert.Equal(["False", "True"], run.Values("HasLegacyCheckDigit"));
        Assert.Contains("October 2020", run.Values("Message")[0], StringComparison.Ordinal);
        Assert.Null(run.Values("Message")[1]);
    }

    [Fact]
    public async Task Nothing_at_all_is_no_number()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal(["False", "False"], scenario.Run("$null | Test-AlienRegistrationNumber; Test-AlienRegistrationNumber $null").Values("IsValid"));
    }

    [Fact]
    public async Task Quiet_answers_true_or_false()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal([true, false], scenario.Run("'990101-5123456', 'x' | Test-AlienRegistrationNumber -Quiet").Output.Select(answer => (bool)answer.BaseObject));
    }
}
