using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>The signature that the government region's gateway asks for (API page, Request).</summary>
internal sealed class GatewaySignature(string accessKey, string secretKey, TimeProvider time)
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(5);

    /// <exception cref="Refusal">The signature is not there, is wrong, or is void by its age.</exception>
    public void Check(HttpRequest request)
    {
        var timestamp = (string?)request.Headers["x-ncp-apigw-timestamp"];
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var made)) throw Refusal.SignatureInvalid();
        if (Math.Abs(time.GetUtcNow().ToUnixTimeMilliseconds() - made) > LongestAge.TotalMilliseconds) throw Refusal.SignatureInvalid();
        if (!Credential.AreSame(request.Headers["x-ncp-iam-access-key"], accessKey)) throw Refusal.SignatureInvalid();

        var signed = $"POST {request.GetEncodedPathAndQuery()}\n{timestamp}\n{accessKey}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(signed)));
        if (!Credential.AreSame(request.Headers["x-ncp-apigw-signature-v2"], signature)) throw Refusal.SignatureInvalid();
    }
}
