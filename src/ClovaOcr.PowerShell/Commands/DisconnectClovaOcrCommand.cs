using System.Management.Automation;
using ClovaOcr.PowerShell.Connection;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Closes a connection and clears its secret: the session's, or the one given.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ClovaOcr")]
[OutputType(typeof(void))]
public sealed class DisconnectClovaOcrCommand : ClovaOcrCommand
{
    /// <summary>The connection; the session's if it is not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public ClovaOcrConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var current = DefaultConnection.Get(this);
        (Connection ?? current)?.Dispose();
        if (Connection is null || ReferenceEquals(Connection, current)) DefaultConnection.Replace(this, null);
    }
}
