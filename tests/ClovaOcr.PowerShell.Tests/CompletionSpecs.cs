using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What the Tab key offers.</summary>
public sealed class CompletionSpecs
{
    [Fact]
    public async Task Every_parameter_with_known_values_offers_all_of_them_and_no_other()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var tested = 0;
        foreach (var command in scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CmdletInfo)command.BaseObject))
        {
            foreach (var parameter in command.Parameters.Values)
            {
                if (KnownValues(parameter) is not { } values) continue;
                Assert.Equal(values.Order(), Offered(scenario, $"{command.Name} -{parameter.Name} ").Order());
                tested++;
            }
        }

        // Digits, Field, QrCode, AreasIn and ContentType, at the least.
        Assert.True(tested >= 5, $"only {tested}");
    }

    [Theory]
    [InlineData("Get-AlienVisaCode E-", "E-1 E-2 E-3 E-4 E-5 E-6 E-7 E-8 E-9 E-10")]
    [InlineData("Get-AlienVisaCode 'g", "G-1")]
    [InlineData("Get-AlienVisaCode -Code D-8, h-", "H-1 H-2")]
    [InlineData("Get-AlienVisaCode -VisaCode C-", "C-1 C-3 C-4")]
    public async Task A_visa_code_is_offered_by_its_beginning(string input, string codes)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal(codes.Split(' '), Offered(scenario, input));
    }

    [Fact]
    public async Task A_visa_code_is_offered_with_its_names_beside_it()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var offers = scenario.Run("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches", "Get-AlienVisaCode ").Output;
        Assert.Equal(37, offers.Count);
        Assert.Equal("Corporate investor, 기업투자", offers.Single(offer => (string)offer.Properties["CompletionText"].Value == "D-8").Properties["ToolTip"].Value);
    }

    [Fact]
    public async Task The_commands_are_offered_by_what_they_are_about()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var all = scenario.Run("(Get-Module ClovaOcr).ExportedCmdlets.Keys").Output.Select(name => name.ToString());
        Assert.Equal(all.Where(name => name.Contains("-Alien", StringComparison.Ordinal)).Order(), Offered(scenario, "*-Alien").Order());
        Assert.Equal(["Connect-ClovaOcr", "Disconnect-ClovaOcr"], Offered(scenario, "*-ClovaOcr").Order());
        Assert.Equal(["ConvertTo-MaskedImage"], Offered(scenario, "*-Masked"));
    }

    private static string[]? KnownValues(ParameterMetadata parameter)
    {
        if (parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set) return [.. set.ValidValues];
        var type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum && type.Namespace!.StartsWith("ClovaOcr", StringComparison.Ordinal) ? Enum.GetNames(type) : null;
    }

    private static string[] Offered(Scenario scenario, string input) =>
        [.. scenario.Run("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches", input).Values("CompletionText").Select(text => text!.Trim('\''))];
}
