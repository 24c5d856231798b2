using System;
using System.Management.Automation;
using System.Security;
using ClovaOcr.Journal;
using ClovaOcr.PowerShell.Connection;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>
/// Writes a journal anew: without answers that are too old to be kept, or for a new secret. Answers that later ones took the place of,
/// and damaged stretches, go as well.
/// </summary>
[Cmdlet(VerbsData.Update, "AlienCardJournal", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(JournalUpdate))]
public sealed class UpdateAlienCardJournalCommand : PathCommand
{
    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string JournalPath { get; set; } = "";

    /// <summary>Drops answers from before this moment, or older than this TimeSpan.</summary>
    [Parameter]
    [AgeTransformation]
    public DateTime? OlderThan { get; set; }

    /// <summary>The secret that is to open the journal afterwards.</summary>
    [Parameter]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? NewSecret { get; set; }

    /// <summary>The secret that the journal was written with; the connection's if it is not given.</summary>
    [Parameter]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? Secret { get; set; }

    /// <summary>The connection whose secret the journal was written with; the session's if it is not given.</summary>
    [Parameter]
    [ValidateNotNull]
    public ClovaOcrConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        JournalUpdate? update = null;
        try
        {
            update = Update(ResolveFile(JournalPath));
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
        }

        if (update is not null) WriteObject(update);
    }

    private JournalUpdate? Update(string path)
    {
        using var secret = Secret?.Copy() ?? ConnectionSecret();
        var options = new JournalUpdateOptions { OlderThan = OlderThan, NewSecret = NewSecret, IsDryRun = true };
        var forecast = CardJournal.Update(path, secret, options);
        var action = $"Write the journal anew, {forecast.Kept} answers kept, {forecast.Dropped} dropped for their age, "
            + $"{forecast.Superseded} superseded, {forecast.Damaged} damaged stretches left out{(NewSecret is null ? "" : ", new secret")}";
        return ShouldProcessFile(path, action) ? CardJournal.Update(path, secret, options with { IsDryRun = false }) : null;
    }

    private SecureString ConnectionSecret()
    {
        var connection = FindConnection(Connection, out var owned);
        try
        {
            return connection.Client.CopySecret();
        }
        finally
        {
            if (owned) connection.Dispose();
        }
    }
}
