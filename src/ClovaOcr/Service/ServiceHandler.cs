using System;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace ClovaOcr.Service;

/// <summary>
/// How connections are made: nothing is followed, unpacked or kept, nobody but the proxy is told who the user is, and certificates are
/// checked as the system checks them.
/// </summary>
internal static class ServiceHandler
{
    // KiB. The service's headers have less than one.
    private const int MaximumHeaders = 64;

    /// <exception cref="ClovaOcrException">The proxy would carry an unencrypted call off this machine.</exception>
    public static HttpClientHandler Create(InvokeUrl invokeUrl, IWebProxy? proxy)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false, // the secret must not follow a redirect to another host
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 256, // the .NET Framework's default of 2 would be the limit of every batch
            MaxResponseHeadersLength = MaximumHeaders,
            PreAuthenticate = false,
            UseCookies = false,
            UseDefaultCredentials = false,
        };
        if (invokeUrl.StaysHere) KeepHere(handler, proxy);
        else if (proxy is not null) handler.Proxy = proxy;

        // Windows PowerShell 5.1 on an older .NET Framework would offer TLS 1.0 only; elsewhere the system's choice is the better one.
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))
            handler.SslProtocols = SslProtocols.Tls12;
        return handler;
    }

    /// <summary>An unencrypted call to this machine must not leave it through the system's proxy, which may be told to carry such calls.</summary>
    private static void KeepHere(HttpClientHandler handler, IWebProxy? proxy)
    {
        if (proxy is null)
        {
            handler.UseProxy = false;
            return;
        }

        if (proxy is not WebProxy { Address: { } address } || !LoopbackHost.Is(address))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidProxy,
                "The proxy would carry the secret and the picture unencrypted to another machine. Leave out the proxy, or use https: for the "
                + "invoke URL.");
        }

        handler.Proxy = proxy;
    }
}
