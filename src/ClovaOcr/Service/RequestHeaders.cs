using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;

namespace ClovaOcr.Service;

/// <summary>Headers of the user's own, such as those of a gateway, which must not change what the request is or where it goes.</summary>
internal static class RequestHeaders
{
    private static readonly string[] Own =
    [
        "Accept-Encoding", "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Expect", "Host", "Keep-Alive",
        "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "X-OCR-SECRET",
        .. GatewaySignature.HeaderNames,
    ];

    /// <summary>Adds headers to every request of a client.</summary>
    /// <exception cref="ClovaOcrException">A name or a value cannot be sent; the message repeats neither.</exception>
    public static void Add(HttpClient client, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var header in headers)
        {
            if (Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                throw Invalid("The headers of the request itself (Content-Type, Host, X-OCR-SECRET and the like) cannot be given.");
            if (header.Value.Any(character => character is < ' ' or > '~')
                || !client.DefaultRequestHeaders.TryAddWithoutValidation(header.Key, header.Value))
            {
                throw Invalid("A header cannot be sent: its name or its value has characters that no header may have.");
            }
        }
    }

    private static ClovaOcrException Invalid(string problem) => new(ClovaOcrErrorKind.InvalidHeader, problem);
}
