using System.Text;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>What a server sends for one request.</summary>
/// <param name="Family">What is wrong with it, for who looks into a failed test.</param>
/// <param name="Bytes">The bytes, head and all.</param>
/// <param name="Closes">Whether the connection is closed behind them.</param>
internal sealed record HostileAnswer(string Family, byte[] Bytes, bool Closes)
{
    /// <summary>A well-formed HTTP answer around any body.</summary>
    public static HostileAnswer Of(string family, string status, byte[] body, string headers = "", bool closes = false) => new(
        family,
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body],
        closes);

    /// <summary>An answer with HTTP 200 and a body of text.</summary>
    public static HostileAnswer Ok(string family, string body) => Of(family, "200 OK", Encoding.UTF8.GetBytes(body));
}
