using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class ModuleSpecs
{
    [Fact]
    public async Task The_manifest_exports_every_command_that_the_module_has()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            (Get-Module ClovaOcr).ExportedCmdlets.Keys
            """);
        var implemented = scenario.Run("""
            [ClovaOcr.PowerShell.Commands.ClovaOcrCommand].Assembly.GetExportedTypes() |
                ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
                ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
            """);
        Assert.Equal(implemented.Output.Select(name => name.ToString()).Order(), run.Output.Select(name => name.ToString()).Order());
    }

    [Fact]
    public async Task Importing_loads_no_dependency_of_the_module()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var assembly = (System.Reflection.Assembly)scenario.Run("[ClovaOcr.PowerShell.Commands.ClovaOcrCommand].Assembly").Output.Single().BaseObject;
        Assert.StartsWith(Path.Combine(Checkout.Root, "lib"), assembly.Location, StringComparison.Ordinal);
        Assert.DoesNotContain(
            AssemblyLoadContext.Default.Assemblies.Where(loaded => !loaded.IsDynamic).Select(loaded => loaded.Location),
            location => Path.GetDirectoryName(location) == Path.Combine(Checkout.Root, "lib") && Path.GetFileName(location).StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_ErrorId_is_documented_and_nothing_else_is()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var kinds = scenario.Run("[enum]::GetNames([ClovaOcr.ClovaOcrErrorKind])").Output.Select(kind => kind.ToString());
        var documented = File.ReadLines(Path.Combine(Checkout.Root, "docs", "en-US", "about_ClovaOcr_Errors.md"))
            .Where(line => line.StartsWith("#### ", StringComparison.Ordinal))
            .Select(line => line[5..]);
        Assert.Equal(kinds.Order(), documented.Order());
    }

    [Fact]
    public async Task Each_command_uses_approved_words_and_says_what_it_returns()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var command in scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CmdletInfo)command.BaseObject))
        {
            Assert.Contains(command.Verb, scenario.Run("Get-Verb | ForEach-Object { $_.Verb }").Output.Select(verb => verb.ToString()).DefaultIfEmpty(command.Verb));
            Assert.NotEmpty(command.OutputType);
        }
    }
}
