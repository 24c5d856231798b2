using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Net;
using System.Security;
using ClovaOcr.PowerShell.Connection;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Sets up the session's connection to one domain of CLOVA OCR. Nothing is sent.</summary>
[Cmdlet(VerbsCommunications.Connect, "ClovaOcr")]
[OutputType(typeof(ClovaOcrConnection))]
public sealed class ConnectClovaOcrCommand : ClovaOcrCommand
{
    /// <summary>The invoke URL as the console shows it, with or without <c>/document/id-card</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public InvokeUrlText InvokeUrl { get; set; } = null!;

    /// <summary>The domain's secret key.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString Secret { get; set; } = null!;

    /// <summary>The access key for an API Gateway that wants signed calls, as the government region's does.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key that belongs to the access key. Each attempt is signed anew with it.</summary>
    [Parameter]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? SecretKey { get; set; }

    /// <summary>Headers to add to each call.</summary>
    [Parameter]
    [HeaderTransformation]
    public IDictionary Header { get; set; } = new Hashtable();

    /// <summary>The proxy's address, <c>http://host:port</c>; the system's proxy if it is not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Proxy { get; set; }

    /// <summary>Who to be towards the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Be the current user towards the proxy.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>
    /// Takes an invoke URL that begins with <c>http:</c> and whose host is another machine. The secret and the pictures then go unencrypted,
    /// so it is for a network that nobody else can listen to. Without it only this machine may be called so.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowInsecure { get; set; }

    /// <summary>Seconds for one whole call.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>Returns the connection too, for <c>-Connection</c>: so that several can be used side by side.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var connection = new ClovaOcrConnection(new ClovaOcrClientOptions
            {
                InvokeUrl = Service.InvokeUrl.Parse(InvokeUrl.Reveal(), AllowInsecure),
                Secret = Secret,
                AccessKey = AccessKey,
                SecretKey = SecretKey,
                Headers = HeaderValues(),
                Proxy = CreateProxy(),
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
            });
            DefaultConnection.Replace(this, connection, keepUsable: PassThru);
            WriteVerbose($"Calls go to {connection}.");
            if (PassThru) WriteObject(connection);
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
        }
    }

    private Dictionary<string, string> HeaderValues()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry header in Header)
            headers[LanguagePrimitives.ConvertTo<string>(header.Key)] = LanguagePrimitives.ConvertTo<string>(header.Value);
        return headers;
    }

    private WebProxy? CreateProxy()
    {
        if (Proxy is null) return null;
        if (!Uri.TryCreate(Proxy, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidProxy,
                "The proxy's address is not of the form http://host:port. A user name and password belong in -ProxyCredential.");
        }

        return new WebProxy(address)
        {
            UseDefaultCredentials = ProxyUseDefaultCredentials,
            Credentials = ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : ProxyCredential?.GetNetworkCredential(),
        };
    }
}
