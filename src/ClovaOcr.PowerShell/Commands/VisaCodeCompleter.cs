using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ClovaOcr.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Offers the codes of the statuses of stay, each with its names beside it.</summary>
public sealed class VisaCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var begun = wordToComplete.Trim('\'', '"');
        return StatusOfStay.All
            .Where(status => status.Code.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(status => new CompletionResult(
                status.Code, status.Code, CompletionResultType.ParameterValue, $"{status.Name}, {status.KoreanName}"));
    }
}
