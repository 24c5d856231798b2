using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What PowerShell's language and its own commands have learnt since version 5.1, as far as scripts are wont to use it.</summary>
internal static class LaterLanguage
{
    private static readonly TokenKind[] Tokens =
    [
        TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals, TokenKind.QuestionDot, TokenKind.QuestionLBracket,
        TokenKind.QuestionMark, TokenKind.AndAnd, TokenKind.OrOr, TokenKind.Clean,
    ];

    private static readonly string[] Parameters =
        ["Parallel", "AsByteStream", "AsHashtable", "AsArray", "SkipCertificateCheck", "AsUTC", "NoHeader"];

    private static readonly string[] Values = ["utf8BOM", "utf8NoBOM"];

    /// <summary>
    /// Each use in a script; empty for none. A test that is skipped in 5.1 may call what it likes, but is still parsed there.
    /// </summary>
    public static IReadOnlyList<string> In(string script)
    {
        var tree = Parser.ParseInput(script, out var tokens, out var errors);
        return
        [
            .. errors.Select(error => error.Message),
            .. tokens.Where(token => Tokens.Contains(token.Kind)).Select(token => token.Text),
            .. tree.FindAll(part => IsLaterSyntax(part) || (IsLaterUse(part) && !IsSkipped(part)), searchNestedScriptBlocks: true)
                .Select(part => part.Extent.Text),
        ];
    }

    private static bool IsLaterSyntax(Ast part) => part switch
    {
        TernaryExpressionAst or PipelineChainAst or PipelineAst { Background: true } or ScriptBlockAst { CleanBlock: not null } => true,
        StringConstantExpressionAst { StringConstantType: StringConstantType.DoubleQuoted } or ExpandableStringExpressionAst =>
            Regex.IsMatch(part.Extent.Text, "(?<!`)`(e|u\\{)"),
        _ => false,
    };

    private static bool IsLaterUse(Ast part) => part switch
    {
        CommandParameterAst parameter => Parameters.Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase),
        StringConstantExpressionAst text => Values.Contains(text.Value, StringComparer.OrdinalIgnoreCase),
        CommandAst command => command.GetCommandName() == "Join-Path" && command.CommandElements.OfType<ExpressionAst>().Count() > 3,
        _ => false,
    };

    private static bool IsSkipped(Ast part)
    {
        for (var outer = part.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is CommandAst command && command.CommandElements.OfType<CommandParameterAst>().Any(IsSkip)) return true;
        }

        return false;
    }

    private static bool IsSkip(CommandParameterAst parameter) =>
        parameter is { ParameterName: "Skip", Argument: { } condition } && Regex.IsMatch(condition.Extent.Text, "Desktop|PSVersion");
}
