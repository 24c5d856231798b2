using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Quickstart;

/// <summary>A PowerShell host that prints to a text writer, 100 columns wide, and asks nothing: what a transcript would hold.</summary>
public sealed class TextHost(TextWriter screen) : PSHost
{
    private readonly TextUserInterface _ui = new(screen);

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ClovaOcr sample host";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = new(1, 0);

    /// <summary>Every progress record that a command wrote.</summary>
    public IReadOnlyList<ProgressRecord> Progress => _ui.Progress;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
