using System;
using System.Collections.Generic;
using System.Net;
using System.Security;

namespace ClovaOcr.Service;

/// <summary>How to reach the service.</summary>
public sealed record ClovaOcrClientOptions
{
    /// <summary>The address from the console.</summary>
    public required InvokeUrl InvokeUrl { get; init; }

    /// <summary>The domain's secret key (<c>X-OCR-SECRET</c>). The client keeps a copy of its own.</summary>
    public required SecureString Secret { get; init; }

    /// <summary>The access key of an API Gateway that wants signed calls, as the government region's does; null for one that does not.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>. The client keeps a copy of its own.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>Headers to add to each request, such as those of a gateway of the user's own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The proxy; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The time for one whole call, from the first byte sent to the last received. The vendor's sample uses 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
