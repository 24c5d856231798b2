using System;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>An answer that is not HTTP 200 (API page, Response, not 200).</summary>
internal sealed class Refusal : Exception
{
    private Refusal(int status, string code, string message, bool isGateway = false)
        : base(message) => (Status, Code, IsGateway) = (status, code, isGateway);

    public int Status { get; }

    /// <summary>The service's code; for a gateway its HTTP status.</summary>
    public string Code { get; }

    /// <summary>Whether the gateway in front of the service answers, in words of its own.</summary>
    public bool IsGateway { get; }

    public static Refusal UrlInvalid() => new(400, "0001", "URL is invalid.");

    public static Refusal SecretInvalid() => new(401, "0002", "Secret key validate failed.");

    public static Refusal BodyInvalid() => new(400, "0011", "Request body invalid.");

    public static Refusal VersionUnsupported() => new(400, "0021", "Protocol version not support.");

    public static Refusal DomainInvalid() => new(400, "0022", "Request domain invalid.");

    public static Refusal TooLarge() => new(413, "413", "Request Entity Too Large", isGateway: true);

    public static Refusal MethodNotAllowed() => new(405, "405", "Method Not Allowed", isGateway: true);
}
