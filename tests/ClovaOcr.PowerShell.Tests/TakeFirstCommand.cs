using System;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>
/// Passes the first few objects on and then stops its upstream the way that <c>Select-Object -First</c> does, which the engine's package
/// lacks: by the engine's own exception, which is not public.
/// </summary>
[Cmdlet("Take", "First")]
public sealed class TakeFirstCommand : PSCmdlet
{
    private int _passed;

    [Parameter(Position = 0)]
    public int Count { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_passed < Count) return;
        var stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(stop, this)!;
    }
}
