using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using HelpPages.Module;
using HelpPages.Reading;

namespace HelpPages.Checking;

/// <summary>
/// Code on a page is PowerShell, and each parameter of the module or of a sample script, and each value of one, that it names is there.
/// </summary>
internal sealed class NameCheck(IReadOnlyList<CommandFacts> commands, IReadOnlySet<string> scriptParameters, List<Problem> problems)
{
    public void Run(CulturePages culture)
    {
        foreach (var page in culture.Pages)
        {
            foreach (var span in page.CodeSpans) CheckSpan(span, page);
            foreach (var code in page.Sections.SelectMany(section => section.AllCode()).Where(code => code.Language == "powershell"))
            {
                var script = Parser.ParseInput(code.Text, out _, out var errors);
                foreach (var error in errors)
                    problems.Add(new(page.File, code.Line + error.Extent.StartLineNumber, $"This is no PowerShell: {error.Message}"));
                CheckCalls(script, code.Line, page);
            }
        }
    }

    /// <summary>Code in a sentence: a call, or a parameter alone or with its value, such as <c>-Digits Last6</c>.</summary>
    private void CheckSpan(CodeSpan span, Page page)
    {
        var isParameter = span.Text is ['-', >= 'A' and <= 'Z', ..];
        var script = Parser.ParseInput(isParameter ? $"Any-Command {span.Text}" : span.Text, out _, out var errors);
        if (errors.Length > 0) return;
        var call = (CommandAst?)script.Find(part => part is CommandAst, searchNestedScriptBlocks: false);
        if (isParameter) CheckCall(call!, commands, span.Line - 1, page, scriptParameters);
        else CheckCalls(script, span.Line - 1, page);
    }

    private void CheckCalls(ScriptBlockAst script, int lineBefore, Page page)
    {
        foreach (var call in script.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            if (commands.FirstOrDefault(command => command.Name == call.GetCommandName()) is { } command)
                CheckCall(call, [command], lineBefore, page, []);
        }
    }

    private void CheckCall(CommandAst call, IReadOnlyList<CommandFacts> candidates, int lineBefore, Page page, IEnumerable<string> others)
    {
        for (var i = 1; i < call.CommandElements.Count; i++)
        {
            if (call.CommandElements[i] is not CommandParameterAst named || Cmdlet.CommonParameters.Contains(named.ParameterName)) continue;
            var parameters = candidates.SelectMany(command => command.Parameters)
                .Where(parameter => parameter.Name == named.ParameterName)
                .ToList();
            var line = lineBefore + named.Extent.StartLineNumber;
            if (parameters.Count == 0)
            {
                if (others.Contains(named.ParameterName)) continue;
                problems.Add(new(page.File, line, $"There is no parameter -{named.ParameterName}, or it is written otherwise."));
                continue;
            }

            var value = named.Argument ?? (i + 1 < call.CommandElements.Count ? call.CommandElements[i + 1] : null);
            if (value is StringConstantExpressionAst { Value: var text }
                && parameters.TrueForAll(parameter => parameter.Values.Count > 0 && !parameter.Values.Contains(text)))
            {
                problems.Add(new(page.File, line, $"-{named.ParameterName} has no value {text}."));
            }
        }
    }
}
