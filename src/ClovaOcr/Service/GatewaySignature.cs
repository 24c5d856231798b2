using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace ClovaOcr.Service;

/// <summary>
/// The headers by which the gateway of the government region knows who calls (API page, Request). A signature is void five minutes after
/// its time, so each attempt needs a new one.
/// </summary>
internal static class GatewaySignature
{
    /// <summary>The names of the headers.</summary>
    public static IReadOnlyList<string> HeaderNames { get; } =
        ["x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-apigw-signature-v2"];

    /// <summary>The values of <see cref="HeaderNames"/>, in their order, for a POST to an address.</summary>
    public static IReadOnlyList<string> Sign(Uri endpoint, DateTimeOffset now, string accessKey, SecureString secretKey)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var key = Encoding.UTF8.GetBytes(new NetworkCredential("", secretKey).Password);
        using var hmac = new HMACSHA256(key);
        var signature = hmac.ComputeHash(Encoding.UTF8.GetBytes($"POST {endpoint.PathAndQuery}\n{timestamp}\n{accessKey}"));
        Array.Clear(key, 0, key.Length);
        return [timestamp, accessKey, Convert.ToBase64String(signature)];
    }
}
