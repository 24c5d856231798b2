using System;
using System.Collections.Generic;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>An answer that is not HTTP 200 (API page, Response, not 200).</summary>
internal sealed class Refusal : Exception
{
    private static readonly Dictionary<string, (int Status, string Message)> ServiceCodes = new()
    {
        ["0001"] = (400, "URL is invalid."),
        ["0002"] = (401, "Secret key validate failed."),
        ["0011"] = (400, "Request body invalid."),
        ["0021"] = (400, "Protocol version not support."),
        ["0022"] = (400, "Request domain invalid."),
        ["0023"] = (400, "API request count reach the upper limit."),
        ["0025"] = (400, "Calls to this api have exceeded the rate limit."),
        ["0500"] = (500, "Unknown service error."),
        ["0501"] = (500, "OCR service error."),
        ["1021"] = (500, "Not found deploy information"),
    };

    private Refusal(int status, string code, string message, bool isGateway)
        : base(message) => (Status, Code, IsGateway) = (status, code, isGateway);

    public int Status { get; }

    /// <summary>The service's code; for a gateway its HTTP status.</summary>
    public string Code { get; }

    /// <summary>Whether the gateway in front of the service answers, in words of its own.</summary>
    public bool IsGateway { get; }

    /// <summary>Whether the API page has such a code.</summary>
    public static bool IsServiceCode(string code) => ServiceCodes.ContainsKey(code);

    /// <summary>The service's answer with one of the API page's codes.</summary>
    public static Refusal Service(string code) => new(ServiceCodes[code].Status, code, ServiceCodes[code].Message, isGateway: false);

    public static Refusal UrlInvalid() => Service("0001");

    public static Refusal SecretInvalid() => Service("0002");

    public static Refusal BodyInvalid() => Service("0011");

    public static Refusal VersionUnsupported() => Service("0021");

    public static Refusal DomainInvalid() => Service("0022");

    public static Refusal QuotaSpent() => Service("0023");

    public static Refusal TooManyAtOnce() => Service("0025");

    public static Refusal SignatureInvalid() => new(401, "401", "Authentication Failed", isGateway: true);

    public static Refusal TooLarge() => new(413, "413", "Request Entity Too Large", isGateway: true);

    public static Refusal MethodNotAllowed() => new(405, "405", "Method Not Allowed", isGateway: true);
}
