using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>One of many sessions that use every command at the same time.</summary>
internal sealed class ModuleSessionOfPool : IDisposable
{
    private const string Script = """
        param($connection, $place)
        if ($connection) { $with = @{ Connection = $connection } } else { Connect-ClovaOcr $url $secret; $with = @{} }
        $cards = @(Invoke-AlienCardOcr $folder/*.jpg -JournalPath $place/cards.journal -ThrottleLimit 2 @with)
        $masked = @($cards | ConvertTo-MaskedImage $place/masked)
        $replayed = @($cards | ForEach-Object { $_.Response } | ConvertFrom-AlienCardResponse)
        $kept = (Update-AlienCardJournal $place/cards.journal @with).Kept
        $null = $cards | Test-AlienRegistrationNumber
        if (-not $connection) { Disconnect-ClovaOcr }
        "$($cards.Count) read, $($masked.Count) masked, $($replayed.Count) replayed, $kept kept, $($Error.Count) errors"
        """;

    private readonly ModuleSession _session = new(TextWriter.Null);
    private readonly Scenario _scenario;
    private readonly PSObject? _connection;

    /// <param name="scenario">Whose emulator and pictures it uses.</param>
    /// <param name="connection">The connection that all sessions share; null for one of its own.</param>
    public ModuleSessionOfPool(Scenario scenario, PSObject? connection)
    {
        (_scenario, _connection) = (scenario, connection);
        _session.State.SetVariable("url", scenario.Emulator.InvokeUrl);
        _session.State.SetVariable("secret", scenario.Emulator.Secret);
        _session.State.SetVariable("folder", scenario.Folder);
    }

    /// <summary>Runs the commands and returns what came of them.</summary>
    public async Task<string> RunAsync(int number)
    {
        var place = Directory.CreateDirectory(Path.Combine(_scenario.Folder, $"place-{number}")).FullName;
        using var shell = _session.Create(Script, _connection, place);
        var result = await shell.InvokeAsync();
        SessionEvidence.Keep(shell.Streams);
        return string.Join(' ', result.Select(line => line.ToString()));
    }

    public void Dispose() => _session.Dispose();
}
