using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What a script wrote.</summary>
/// <param name="Output">The success stream.</param>
/// <param name="Errors">The errors that did not end it.</param>
/// <param name="Terminating">The error that ended it; null when none did.</param>
/// <param name="Streams">The others.</param>
internal sealed record Run(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, ErrorRecord? Terminating, PSDataStreams Streams)
{
    /// <summary>The ErrorIds, without the command's name behind them.</summary>
    public string[] ErrorIds => [.. Errors.Select(IdOf)];

    public string? TerminatingId => Terminating is null ? null : IdOf(Terminating);

    /// <summary>A property of each result, as text.</summary>
    public string?[] Values(string property) => [.. Output.Select(result => result.Properties[property].Value?.ToString())];

    private static string IdOf(ErrorRecord record) => record.FullyQualifiedErrorId.Split(',')[0];
}
