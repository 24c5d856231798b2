using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ClovaOcr.Emulator.Faults;

/// <summary>The web pages that gateways and proxies answer in the service's place.</summary>
internal static class WebPage
{
    private static readonly Dictionary<string, string> Gateway = new()
    {
        ["429"] = "Too Many Requests",
        ["502"] = "Bad Gateway",
        ["503"] = "Service Temporarily Unavailable",
        ["504"] = "Gateway Time-out",
    };

    /// <summary>The page of a gateway that cannot reach the service, or will not.</summary>
    /// <returns>Null for any other status.</returns>
    public static (int Status, byte[] Page)? OfGateway(string status) => Gateway.TryGetValue(status, out var reason)
        ? (int.Parse(status, CultureInfo.InvariantCulture), Page($"{status} {reason}", "nginx"))
        : null;

    /// <summary>The page of a proxy that lets nobody through who has not signed in.</summary>
    public static byte[] SignIn() => Page("Sign in", "Sign in to use this network.");

    private static byte[] Page(string title, string text) => Encoding.UTF8.GetBytes($"""
        <html>
        <head><title>{title}</title></head>
        <body>
        <center><h1>{title}</h1></center>
        <hr><center>{text}</center>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n"));
}
