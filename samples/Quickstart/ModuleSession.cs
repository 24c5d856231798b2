using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Quickstart;

/// <summary>
/// A PowerShell session in this process, with the module of this checkout imported. The engine's package has neither the Management nor
/// the Utility module, so the session brings stand-ins for the two of their commands that the examples use (StandIns.ps1).
/// </summary>
public sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a session whose screen is a writer.</summary>
    public ModuleSession(TextWriter screen)
    {
        Host = new TextHost(screen);
        _runspace = RunspaceFactory.CreateRunspace(Host, InitialSessionState.CreateDefault2());
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(Checkout.Root);
        using var standIns = new StreamReader(typeof(ModuleSession).Assembly.GetManifestResourceStream("Quickstart.StandIns.ps1")!);
        Invoke(standIns.ReadToEnd());
        Invoke($"Import-Module '{Checkout.ModuleManifest}' -ErrorAction Stop");
    }

    /// <summary>What the session talks to, and what it was told.</summary>
    public TextHost Host { get; }

    /// <summary>The engine's own view of the session: variables, location.</summary>
    public SessionStateProxy State => _runspace.SessionStateProxy;

    /// <summary>Runs a script and shows its results the way the prompt does.</summary>
    public void Show(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default").Invoke();
    }

    /// <summary>Runs a script and returns its results; errors that end it are thrown.</summary>
    public IReadOnlyList<PSObject> Invoke(string script, params object?[] arguments)
    {
        using var shell = Create(script, arguments);
        return shell.Invoke();
    }

    /// <summary>A pipeline of the session's that is not yet run, for who needs its streams or wants to stop it.</summary>
    public PowerShell Create(string script, params object?[] arguments)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (var argument in arguments) shell.AddArgument(argument);
        return shell;
    }

    public void Dispose() => _runspace.Dispose();
}
