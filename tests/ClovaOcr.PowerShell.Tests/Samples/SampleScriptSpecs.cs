using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>What can be said of every sample without running it.</summary>
public sealed class SampleScriptSpecs
{
    private static readonly string[] Common =
        ["Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable", "ProgressAction", "WhatIf", "Confirm"];

    public static TheoryData<string> Scripts() => [.. SampleFile.Scripts().Select(file => Path.GetRelativePath(SampleFile.Folder, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task It_parses_says_what_it_is_for_and_uses_the_module_s_parameters_as_they_are(string script)
    {
        var ast = Parser.ParseFile(SampleFile.PathOf(script), out _, out var errors);
        Assert.Empty(errors);
        Assert.False(string.IsNullOrWhiteSpace(ast.GetHelpContent()?.Synopsis));

        await using var scenario = await Scenario.StartAsync(connect: false);
        var commands = scenario.Run("Get-Command -Module ClovaOcr").Output.Select(command => (CommandInfo)command.BaseObject).ToDictionary(command => command.Name);
        foreach (var call in ast.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            if (!commands.TryGetValue(call.GetCommandName() ?? "", out var command)) continue;
            var used = call.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName);
            Assert.Empty(used.Except(command.Parameters.Keys, StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Its_help_and_its_examples_name_the_parameters_that_it_has(string script)
    {
        var ast = Parser.ParseFile(SampleFile.PathOf(script), out _, out _);
        var has = ast.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath).ToArray();
        var help = ast.GetHelpContent();
        Assert.Empty(help.Parameters.Keys.Except(has, StringComparer.OrdinalIgnoreCase));

        foreach (var call in help.Examples.SelectMany(example => CallsOf(Parser.ParseInput(example, out _, out _), Path.GetFileName(script))))
            Assert.Empty(call.Except([.. has, .. Common], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("cron/clova-ocr.crontab")]
    [InlineData("systemd/clova-ocr.service")]
    [InlineData("github-actions/nightly-card-ocr.yml")]
    [InlineData("kubernetes/job.yaml")]
    public void Every_parameter_for_the_nightly_script_is_one_of_its_own(string sample)
    {
        var nightly = Parser.ParseFile(NightlyRun.Script, out _, out _).ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath);
        var words = SampleFile.Text(sample).Split([' ', '\n', '\r', '\'', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => !word.EndsWith("Invoke-NightlyCardOcr.ps1", StringComparison.Ordinal) && word != "args:")
            .Where(word => word.Length > 2 && word[0] == '-' && char.IsUpper(word[1])).Select(word => word[1..]).ToArray();
        Assert.Contains("OutputDirectory", words);
        Assert.Empty(words.Except(nightly, StringComparer.Ordinal));
    }

    private static IEnumerable<string[]> CallsOf(Ast example, string script) =>
        example.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Where(call => call.CommandElements[0].Extent.Text.EndsWith(script, StringComparison.Ordinal))
            .Select(call => call.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).ToArray());
}
