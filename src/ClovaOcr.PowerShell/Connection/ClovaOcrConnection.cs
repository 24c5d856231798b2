using System;
using System.Linq;
using System.Net;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Connection;

/// <summary>
/// A connection to one domain of the service, as <c>Connect-ClovaOcr</c> makes it. What it shows is safe to print and to export: the
/// invoke key is hidden, and the secret is not among its members.
/// </summary>
public sealed class ClovaOcrConnection : IDisposable
{
    internal ClovaOcrConnection(ClovaOcrClientOptions options)
    {
        // First what can fail, so that no client and no copy of the secret is left behind.
        Proxy = (options.Proxy as WebProxy)?.Address.GetLeftPart(UriPartial.Authority);
        Headers = [.. options.Headers.Keys.OrderBy(name => name, StringComparer.OrdinalIgnoreCase)];
        Client = new ClovaOcrClient(options);
    }

    /// <summary>Where calls go, with <c>***</c> for the invoke key.</summary>
    public string InvokeUrl => Client.InvokeUrl.ToString();

    /// <summary>The number of the domain in the console.</summary>
    public string DomainId => Client.InvokeUrl.DomainId;

    /// <summary>Seconds for one whole call.</summary>
    public double TimeoutSec => Client.CallTimeout.TotalSeconds;

    /// <summary>The proxy without its credentials; null for the system's.</summary>
    public string? Proxy { get; }

    /// <summary>The names of the headers that are added to each call; their values may be credentials.</summary>
    public string[] Headers { get; }

    /// <summary>Whether it can be used: false after <c>Disconnect-ClovaOcr</c>.</summary>
    public bool IsConnected => !Client.IsDisposed;

    internal ClovaOcrClient Client { get; }

    /// <summary>Whether a user's variable may hold it, so that only <c>Disconnect-ClovaOcr</c> closes it.</summary>
    internal bool IsHandedOut { get; set; }

    /// <summary>Closes it and clears the secret.</summary>
    public void Dispose() => Client.Dispose();

    /// <inheritdoc/>
    public override string ToString() => InvokeUrl;
}
