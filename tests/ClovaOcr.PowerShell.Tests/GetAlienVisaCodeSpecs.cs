using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class GetAlienVisaCodeSpecs
{
    /// <summary>The emulator reads the same decree by itself, to tell a visa type on a picture.</summary>
    [Fact]
    public async Task The_codes_are_those_of_the_decree_with_its_names_and_the_ministrys()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var printed = File.ReadLines(Path.Combine(Checkout.Root, "src/ClovaOcr.Emulator/Reading/Print/Values/Known/VisaTypes.txt"))
            .Select(line => line.Split('\t')).ToArray();
        var codes = scenario.Run("Get-AlienVisaCode");
        Assert.Equal(printed.Select(line => (line[0], line[1])), codes.Values("Code").Zip(codes.Values("KoreanName"), (code, name) => (code!, name!)));
        Assert.All(printed.Zip(codes.Values("Name")), pair => Assert.Contains(pair.Second, pair.First[2].Split('|')));
    }

    [Theory]
    [InlineData("Get-AlienVisaCode D-8", "D-8")]
    [InlineData("Get-AlienVisaCode d-10, E-7-4", "D-10 E-7-4")]
    [InlineData("Get-AlienVisaCode C-*", "C-1 C-3 C-4")]
    [InlineData("Get-AlienVisaCode ?-1", "A-1 B-1 C-1 D-1 E-1 F-1 G-1 H-1")]
    [InlineData("Get-AlienVisaCode [GH]-*", "G-1 H-1 H-2")]
    [InlineData("Get-AlienVisaCode X-*", "")]
    [InlineData("'F-4', 'h-1' | Get-AlienVisaCode", "F-4 H-1")]
    [InlineData("'재외동포(F-4)' | Get-AlienVisaCode", "F-4")]
    [InlineData("[pscustomobject]@{ Code = 'E-2' }, [pscustomobject]@{ VisaCode = 'E-9' } | Get-AlienVisaCode", "E-2 E-9")]
    [InlineData("[pscustomobject]@{ VisaCode = $null }, [pscustomobject]@{ VisaCode = '' }, $null | Get-AlienVisaCode", "")]
    [InlineData("Get-AlienVisaCode $null", "")]
    public async Task A_code_is_found_by_itself_by_a_pattern_or_by_a_property(string script, string codes)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run(script);
        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Equal(codes, string.Join(' ', run.Values("Code")));
    }

    [Fact]
    public async Task A_part_of_a_status_has_the_names_of_the_whole()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var part = scenario.Run("Get-AlienVisaCode E-7-4").Output.Single();
        Assert.Equal(("Special occupation", "특정활동"), (part.Properties["Name"].Value, part.Properties["KoreanName"].Value));
    }

    [Theory]
    [InlineData("'F-99', 'D-8' | Get-AlienVisaCode", "F-99")]
    [InlineData("'C-2', 'D-8' | Get-AlienVisaCode", "C-2")]
    [InlineData("'SOMEBODY NEW', 'D-8' | Get-AlienVisaCode", null)]
    [InlineData("[pscustomobject]@{ Name = 'SOMEBODY NEW' }, 'D-8' | Get-AlienVisaCode", null)]
    [InlineData("'SOMEBODY NEW[', 'D-8' | Get-AlienVisaCode", null)]
    [InlineData("'[', 'D-8' | Get-AlienVisaCode", null)]
    public async Task A_code_that_is_none_is_an_error_that_repeats_nothing_but_a_code_and_the_others_go_on(string script, string? code)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run(script);
        Assert.Equal(["UnknownVisaCode"], run.ErrorIds);
        Assert.Equal(["D-8"], run.Values("Code"));
        Assert.Contains(code ?? "of this code", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SOMEBODY", run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_are_filtered_by_codes_and_told_what_theirs_means()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("""
            $all = Get-ChildItem $cards/*.jpg | Invoke-AlienCardOcr
            $all | Where-Object VisaCode -in (Get-AlienVisaCode D-*, F-*).Code
            """);
        Assert.NotEmpty(run.Output);
        Assert.All(run.Values("VisaCode"), code => Assert.Matches("^[DF]-", code));

        var meanings = scenario.Run("$all | Get-AlienVisaCode");
        Assert.Empty(meanings.Errors);
        Assert.Equal(scenario.Run("$all | Where-Object VisaCode").Values("VisaCode"), meanings.Values("Code"));
    }
}
