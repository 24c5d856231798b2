using System;
using System.Net;
using System.Net.Sockets;

namespace ClovaOcr.Service;

/// <summary>Which hosts are this machine itself: <c>localhost</c>, 127.0.0.0/8 and ::1, and no other.</summary>
internal static class LoopbackHost
{
    /// <summary>
    /// Whether an address's host is this machine. <see cref="Uri.IsLoopback"/> is wider: to it <c>[::127.0.0.1]</c> is one too, which is
    /// an address like any other.
    /// </summary>
    public static bool Is(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => address.Host == "localhost",
        UriHostNameType.IPv4 => IPAddress.TryParse(address.Host, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(ip),
        UriHostNameType.IPv6 => IPAddress.TryParse(address.Host, out var ip) && ip.Equals(IPAddress.IPv6Loopback),
        _ => false,
    };
}
