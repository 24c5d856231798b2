using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Connection;

/// <summary>
/// The session's connection. It lives in a variable of the module's own scope, so that it is there at the prompt when Connect ran in
/// another module's function, and no variable that a user lists shows it.
/// </summary>
internal static class DefaultConnection
{
    public const string UrlVariable = "CLOVA_OCR_INVOKE_URL";
    public const string SecretVariable = "CLOVA_OCR_SECRET";
    private const string AccessKeyVariable = "CLOVA_OCR_ACCESS_KEY";
    private const string SecretKeyVariable = "CLOVA_OCR_SECRET_KEY";
    private const string Variable = "script:ClovaOcrConnection";

    public static ClovaOcrConnection? Get(PSCmdlet command) => Get(command.MyInvocation.MyCommand.Module);

    /// <summary>Makes a connection the session's; the one before it is closed unless somebody else may hold it.</summary>
    /// <param name="command">The command that asks.</param>
    /// <param name="connection">The new one; null for none.</param>
    /// <param name="keepUsable">Whether the new one is handed out, and stays usable when it is replaced.</param>
    public static void Replace(PSCmdlet command, ClovaOcrConnection? connection, bool keepUsable = false)
    {
        if (Get(command) is { IsHandedOut: false } previous) previous.Dispose();
        if (connection is not null) connection.IsHandedOut = keepUsable;
        command.MyInvocation.MyCommand.Module.SessionState.PSVariable.Set(Variable, connection);
    }

    /// <summary>
    /// A connection from the environment, for scheduled jobs: URL and secret, and the keys of the signature if the gateway wants one. Null
    /// when the first two are not both set. No variable allows an unencrypted call to another machine: a job's settings outlive their reasons.
    /// </summary>
    public static ClovaOcrConnection? FromEnvironment()
    {
        if (Value(UrlVariable) is not { } url || Value(SecretVariable) is not { } text) return null;
        using var secret = SecureStringOf(text);
        using var secretKey = Value(SecretKeyVariable) is { } key ? SecureStringOf(key) : null;
        try
        {
            return new ClovaOcrConnection(new ClovaOcrClientOptions
            {
                InvokeUrl = InvokeUrl.Parse(url),
                Secret = secret,
                AccessKey = Value(AccessKeyVariable),
                SecretKey = secretKey,
            });
        }
        catch (ClovaOcrException exception)
        {
            throw new ClovaOcrException(
                exception.Kind, $"{exception.Problem} It comes from the environment variables CLOVA_OCR_*.");
        }
    }

    /// <summary>Closes a module's connection when the module is removed, so that its secret does not outlive it.</summary>
    public static void Close(PSModuleInfo module)
    {
        if (Get(module) is { IsHandedOut: false } connection) connection.Dispose();
    }

    private static ClovaOcrConnection? Get(PSModuleInfo module) =>
        module.SessionState.PSVariable.GetValue(Variable) switch
        {
            ClovaOcrConnection connection => connection,
            PSObject { BaseObject: ClovaOcrConnection connection } => connection,
            _ => null,
        };

    private static SecureString SecureStringOf(string text) => new NetworkCredential("", text).SecurePassword;

    private static string? Value(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } value ? value : null;
}
