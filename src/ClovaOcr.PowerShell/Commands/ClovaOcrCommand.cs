using System.Management.Automation;
using ClovaOcr.Cards;
using ClovaOcr.PowerShell.Connection;
using ClovaOcr.PowerShell.Errors;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>What every command of the module shares: how errors are reported, and which connection is used.</summary>
public abstract class ClovaOcrCommand : PSCmdlet
{
    /// <summary>Reports the failure of one item; the others go on.</summary>
    private protected void WriteFailure(ClovaOcrException exception) => WriteError(ErrorRecords.Create(exception));

    /// <summary>Ends the command.</summary>
    private protected void ThrowFailure(ClovaOcrException exception) => ThrowTerminatingError(ErrorRecords.Create(exception));

    /// <summary>Whether the command is only to say what it would do.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>
    /// ShouldProcess for one file. With -WhatIf and -Confirm its name is shown, with any registration number in it masked; the verbose
    /// stream, to which ShouldProcess writes too, gets no file name, because file names are often people's names.
    /// </summary>
    private protected bool ShouldProcessFile(string file, string action)
    {
        var named = $"{action}: {ShownText.Of(file)}";
        return ShouldProcess(IsWhatIf ? named : $"{action}.", named + "?", MyInvocation.MyCommand.Name);
    }

    /// <summary>The connection that a command uses: the one given, the session's, or one from the environment, in this order.</summary>
    /// <param name="given">The value of <c>-Connection</c>.</param>
    /// <param name="owned">Whether the caller has to dispose it.</param>
    /// <exception cref="ClovaOcrException">There is none, it was disconnected, or the environment's is not valid.</exception>
    private protected ClovaOcrConnection FindConnection(ClovaOcrConnection? given, out bool owned)
    {
        owned = false;
        if ((given ?? DefaultConnection.Get(this)) is { } connection)
        {
            return connection.IsConnected
                ? connection
                : throw NotConnected("This connection was disconnected.");
        }

        owned = true;
        return DefaultConnection.FromEnvironment() ?? throw NotConnected("There is no connection to CLOVA OCR.");
    }

    private static ClovaOcrException NotConnected(string problem) => new(
        ClovaOcrErrorKind.NotConnected,
        $"{problem} Run Connect-ClovaOcr -InvokeUrl <url> -Secret <secret>, or set the environment variables "
        + $"{DefaultConnection.UrlVariable} and {DefaultConnection.SecretVariable}.")
    {
        StopsBatch = true,
    };
}
