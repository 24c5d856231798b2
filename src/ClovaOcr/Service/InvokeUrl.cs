using System;
using System.Text.RegularExpressions;

namespace ClovaOcr.Service;

/// <summary>
/// The address that the vendor's console shows, <c>https://host/custom/v1/{domain}/{invoke key}</c>, with or without
/// <c>/document/id-card</c> behind it. The invoke key is a credential: it is printed as <c>***</c>.
/// </summary>
public sealed class InvokeUrl
{
    private const string Operation = "/document/id-card";
    private const int ShortestKey = 8;

    private static readonly Regex Shape = new(
        @"^(?<before>(?:/[^/]+)*?/custom/v1/(?<domain>\d+))/(?<key>[^/]+)(?:/document/id-card)?/?\z", RegexOptions.CultureInvariant);

    private readonly string _printed;
    private readonly string _invokeKey;

    private InvokeUrl(Uri address, Match path)
    {
        Host = address.Host;
        DomainId = path.Groups["domain"].Value;
        _invokeKey = path.Groups["key"].Value;
        var before = address.GetLeftPart(UriPartial.Authority) + path.Groups["before"].Value;
        Endpoint = new Uri($"{before}/{_invokeKey}{Operation}");
        _printed = $"{before}/***{Operation}";
    }

    /// <summary>The host's name, without a port.</summary>
    public string Host { get; }

    /// <summary>The number of the domain in the console.</summary>
    public string DomainId { get; }

    /// <summary>Where requests go, with the invoke key: not to be shown.</summary>
    internal Uri Endpoint { get; }

    /// <summary>Reads an address as it was copied from the console.</summary>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidUrl"/>; the message does not repeat the address.</exception>
    public static InvokeUrl Parse(string? text)
    {
        const string Example =
            "Copy it from the CLOVA OCR console; it looks like https://<id>.apigw.ntruss.com/custom/v1/<domain>/<invoke key>.";
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw Invalid("The invoke URL is not a web address. " + Example);
        if (uri.Scheme == "http" && !uri.IsLoopback)
            throw Invalid("The invoke URL begins with http:, which would send the secret and the picture unencrypted. Use https:.");
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Invalid("The invoke URL has a user name, a query or a fragment, which the service's never have. " + Example);
        return Shape.Match(uri.AbsolutePath) is { Success: true } path
            ? new InvokeUrl(uri, path)
            : throw Invalid("The invoke URL has not the path of an ID card domain. " + Example);
    }

    /// <summary>A text of the service's with the invoke key taken out. The console's keys have 64 characters; one too short to be one stays.</summary>
    public string Scrub(string text) => _invokeKey.Length < ShortestKey ? text : text.Replace(_invokeKey, "***");

    /// <summary>The address with <c>***</c> for the invoke key.</summary>
    public override string ToString() => _printed;

    private static ClovaOcrException Invalid(string problem) => new(ClovaOcrErrorKind.InvalidUrl, problem) { StopsBatch = true };
}
