using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Service;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>
/// What a user gives to connect and what a gateway says in its answers. The first byte chooses: an invoke URL, a header (its name up to a
/// line end, then its value), a Retry-After, or the body of an error. An address is read or refused, is the same when it is read again,
/// and is printed the same whatever its key is; nothing of a key, of a number or of a refused address is in what is said.
/// </summary>
internal sealed class UrlHeaderTarget() : FuzzTarget("url-header", 4 * 1024)
{
    private const string OtherKey = "another-key-0123456789";
    private static readonly InvokeUrl Url = InvokeUrl.Parse("https://host.example/custom/v1/100/a-key-to-be-scrubbed");

    // What every refusal says: an address may be a piece of it.
    private static readonly string Example = Promise.RefusalOf(() => InvokeUrl.Parse("")).Message;

    private static readonly SecureString Secret = new NetworkCredential("", "secret").SecurePassword;

    /// <inheritdoc/>
    public override void Run(byte[] input)
    {
        if (input.Length == 0) return;
        var rest = input.AsSpan(1).ToArray();
        switch (input[0] % 4)
        {
            case 0:
                CheckUrl(Encoding.UTF8.GetString(rest));
                break;
            case 1:
                CheckHeader(Encoding.UTF8.GetString(rest));
                break;
            case 2:
                CheckRetryAfter(Encoding.Latin1.GetString(rest));
                break;
            default:
                CheckErrorBody(rest);
                break;
        }
    }

    private static void CheckUrl(string text)
    {
        InvokeUrl url;
        try
        {
            url = InvokeUrl.Parse(text);
        }
        catch (ClovaOcrException refusal)
        {
            Promise.Holds(refusal is { Kind: ClovaOcrErrorKind.InvalidUrl, StopsBatch: true }, "An address is refused as such.");
            var isRepeated = text.Length >= 24 && refusal.ToString().Contains(text, StringComparison.Ordinal);
            Promise.Holds(!isRepeated || Example.Contains(text, StringComparison.Ordinal), "A refusal does not repeat the address.");
            return;
        }

        Promise.Holds(url.Endpoint.Scheme == "https" || IsHere(url.Endpoint), "Nothing goes unencrypted to another machine.");
        Promise.Holds(url.Endpoint is { UserInfo: "", Query: "", Fragment: "" }, "An address is a place and nothing else.");
        Promise.Holds(InvokeUrl.Parse(url.Endpoint.AbsoluteUri).Endpoint == url.Endpoint, "An address is the same when it is read again.");
        Promise.Holds(url.Host == url.Endpoint.Host, "The host that is told is the one that is called.");
        Promise.Holds(url.DomainId.All(char.IsAsciiDigit), "A domain is a number.");

        var path = url.Endpoint.AbsoluteUri.Split('/');
        var key = path[^3];
        path[^3] = OtherKey;
        var other = InvokeUrl.Parse(string.Join('/', path));
        Promise.Holds(other.ToString() == url.ToString(), "An address is printed the same whatever its key is.");
        var scrubbed = new CredentialMask(url.Key).Apply($"at {url.Endpoint.AbsoluteUri}.");
        Promise.Holds(key == url.Key && (key.Length < 8 || !scrubbed.Contains(key, StringComparison.Ordinal)), "A key is scrubbed.");
    }

    private static bool IsHere(Uri address) => address.Host is "localhost" or "[::1]"
        || (address.HostNameType == UriHostNameType.IPv4 && address.Host.StartsWith("127.", StringComparison.Ordinal));

    private static void CheckHeader(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var (name, value) = end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
        var options = new ClovaOcrClientOptions
        {
            InvokeUrl = Url,
            Secret = Secret,
            Headers = new Dictionary<string, string> { [name] = value },
        };
        var client = Promise.MadeOrRefused(() => new ClovaOcrClient(options), ClovaOcrErrorKind.InvalidHeader);
        if (client is null) return;
        client.Dispose();
        Promise.Holds(value.All(character => character is >= ' ' and <= '~'), "A header's value is one line of ASCII.");
        Promise.Holds(name.All(character => character is > ' ' and <= '~' and not ':'), "A header's name is a word.");
        Promise.Holds(!name.Equals("X-OCR-SECRET", StringComparison.OrdinalIgnoreCase), "The secret's header is not another's to give.");
    }

    private static void CheckRetryAfter(string text)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.TryAddWithoutValidation("Retry-After", text);
        var wait = ClovaOcrClient.RetryAfter(response, new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero));
        Promise.Holds(wait is null || wait > TimeSpan.Zero, "A wait lies ahead.");
    }

    private static void CheckErrorBody(byte[] body)
    {
        foreach (var status in new[] { 400, 401, 404, 429, 500, 503 })
        {
            var error = ServiceErrors.Interpret(status, body, retryAfter: null, "r-1", new CredentialMask(Url.Key));
            var said = error.ToString();
            Promise.Holds(!said.Contains("a-key-to-be-scrubbed", StringComparison.Ordinal), "No error repeats the key.");
            Promise.Holds(IdentityNumber.MaskWithin(said) == said, "No error holds a number.");
            Promise.Holds(said.All(character => !char.IsControl(character) || character is '\r' or '\n'), "No error holds control characters.");
            Promise.Holds(said.Length < 1000, "An error is a few sentences.");
        }
    }
}
