using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Service;

/// <summary>
/// The address that the vendor's console shows, <c>https://host/custom/v1/{domain}/{invoke key}</c>, with or without
/// <c>/document/id-card</c> behind it. The invoke key is a credential: it is printed as <c>***</c>.
/// </summary>
public sealed class InvokeUrl
{
    private const string Operation = "/document/id-card";

    private static readonly Regex Shape = new(
        @"^(?<before>(?:/[^/]+)*?/custom/v1/(?<domain>\d+))/(?<key>[A-Za-z0-9._~-]+)(?:/document/id-card)?/?\z", RegexOptions.CultureInvariant);

    private readonly string _printed;

    private InvokeUrl(Uri address, Match path)
    {
        Host = address.Host;
        DomainId = path.Groups["domain"].Value;
        Key = path.Groups["key"].Value;
        StaysHere = address.Scheme == "http" && LoopbackHost.Is(address);
        var before = address.GetLeftPart(UriPartial.Authority) + path.Groups["before"].Value;
        Endpoint = new Uri($"{before}/{Key}{Operation}");
        _printed = $"{before}/***{Operation}";
    }

    /// <summary>The host's name in ASCII, without a port.</summary>
    public string Host { get; }

    /// <summary>The number of the domain in the console.</summary>
    public string DomainId { get; }

    /// <summary>Where requests go, with the invoke key: not to be shown.</summary>
    internal Uri Endpoint { get; }

    /// <summary>The invoke key: not to be shown.</summary>
    internal string Key { get; }

    /// <summary>Whether calls go unencrypted because they do not leave this machine.</summary>
    internal bool StaysHere { get; }

    /// <summary>Reads an address as it was copied from the console.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowInsecure">
    /// Whether it may begin with <c>http:</c> although its host is another machine, to which the secret and the pictures then go unencrypted.
    /// </param>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidUrl"/>; the message does not repeat the address.</exception>
    public static InvokeUrl Parse(string? text, bool allowInsecure = false)
    {
        const string Example =
            "Copy it from the CLOVA OCR console; it looks like https://<id>.apigw.ntruss.com/custom/v1/<domain>/<invoke key>.";
        var address = text?.Trim() ?? "";

        // Where programs take such characters in different ways, the host that is checked need not be the one that is called.
        if (address.Any(character => character is <= ' ' or > '~' or '\\')
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http")
            || uri.Port == 0)
        {
            throw Invalid("The invoke URL is not a web address. " + Example);
        }

        if (uri.Scheme == "http" && !allowInsecure && !LoopbackHost.Is(uri))
        {
            throw Invalid(
                "The invoke URL begins with http:, which would send the secret and the picture unencrypted. Use https:, or, on a network that "
                + "nobody else can listen to, Connect-ClovaOcr -AllowInsecure.");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Invalid("The invoke URL has a user name, a query or a fragment, which the service's never have. " + Example);
        return Shape.Match(uri.AbsolutePath) is { Success: true } path
            ? new InvokeUrl(uri, path)
            : throw Invalid("The invoke URL has not the path of an ID card domain. " + Example);
    }

    /// <summary>The address with <c>***</c> for the invoke key.</summary>
    public override string ToString() => _printed;

    private static ClovaOcrException Invalid(string problem) => new(ClovaOcrErrorKind.InvalidUrl, problem) { StopsBatch = true };
}
