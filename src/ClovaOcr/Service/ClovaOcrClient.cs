using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Service;

/// <summary>Makes calls to one domain of the service. Safe to use from many threads; one is enough for a process.</summary>
public sealed class ClovaOcrClient : IDisposable
{
    private static readonly string[] OwnHeaders =
    [
        "Connection", "Content-Length", "Content-Type", "Expect", "Host", "Transfer-Encoding", "X-OCR-SECRET", .. GatewaySignature.HeaderNames,
    ];

    private readonly ClovaOcrClientOptions _options;
    private readonly SecureString _secret;
    private readonly SecureString? _secretKey;
    private readonly HttpClient _http;

    /// <summary>Makes a client; nothing is sent.</summary>
    /// <exception cref="ClovaOcrException">The secret, or a header's name or value, has characters that cannot be sent.</exception>
    public ClovaOcrClient(ClovaOcrClientOptions options)
    {
        _options = options;
        _http = new HttpClient(CreateHandler(options.Proxy)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
        foreach (var header in options.Headers) AddHeader(header.Key, header.Value);
        _secret = KeptCopy(options.Secret);
        CheckSecret(new NetworkCredential("", _secret).Password, "secret");
        if (options.AccessKey is null && options.SecretKey is null) return;
        if (options.AccessKey is null || options.SecretKey is null)
            throw new ClovaOcrException(ClovaOcrErrorKind.InvalidSecret, "An access key and its secret key belong together. Give both, or neither.");
        CheckSecret(options.AccessKey, "access key");
        _secretKey = KeptCopy(options.SecretKey);
        CheckSecret(new NetworkCredential("", _secretKey).Password, "secret key");
    }

    /// <summary>The address that calls go to.</summary>
    public InvokeUrl InvokeUrl => _options.InvokeUrl;

    /// <summary>The time for one whole call unless the call says otherwise.</summary>
    public TimeSpan CallTimeout => _options.Timeout;

    /// <summary>Whether the client was disposed and its secret cleared.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Sends one picture and reads the answer: one call, which is billed if it is answered.</summary>
    /// <param name="image">The picture's bytes, upright: the service does not look at EXIF orientation.</param>
    /// <param name="format">What the bytes are.</param>
    /// <param name="encoding">The form of the request's body.</param>
    /// <param name="timeout">The time for the whole call; null for the client's.</param>
    /// <param name="cancellation">Ends the call at once; it may be billed all the same.</param>
    /// <exception cref="ClovaOcrException">The call did not come to an answer with HTTP 200, or the answer is not the service's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<CardReading> ReadAsync(
        ReadOnlyMemory<byte> image, ImageFormat format, RequestEncoding encoding, TimeSpan? timeout, CancellationToken cancellation)
    {
        var requestId = Guid.NewGuid().ToString();
        var limit = timeout ?? CallTimeout;
        var now = DateTimeOffset.UtcNow;
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        attempt.CancelAfter(limit);
        using var content = new SentContent(RequestContent.Create(encoding, requestId, now, format, image));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, InvokeUrl.Endpoint) { Content = content };
            Authorize(request, now);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response, requestId, attempt.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK
                ? Answer(body, requestId)
                : throw ServiceErrors.Interpret((int)response.StatusCode, body, RetryAfter(response, now), requestId, InvokeUrl);
        }
        catch (Exception exception) when (
            IsDisposed
            && !cancellation.IsCancellationRequested
            && exception is ObjectDisposedException or OperationCanceledException or HttpRequestException)
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.NotConnected,
                "The connection was closed while cards were being read; calls under way may have been billed. Run Connect-ClovaOcr again.")
            {
                RequestId = requestId,
                StopsBatch = true,
                MayHaveBeenBilled = content.IsSent,
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var what = content.IsSent ? "No whole answer came" : "The picture could not be sent";
            var problem = FormattableString.Invariant($"{what} within {limit.TotalSeconds:0.###} s.");
            throw Lost(ClovaOcrErrorKind.TimedOut, problem, "Try again, or raise -TimeoutSec.", requestId, content.IsSent);
        }
        catch (HttpRequestException exception)
        {
            throw Lost(
                ClovaOcrErrorKind.ConnectionFailed,
                ConnectionProblem(exception),
                "Check the invoke URL, the network and the proxy.",
                requestId,
                content.IsSent);
        }
    }

    /// <summary>A copy of the secret, for what has to keep the answers as safe as the service does. The caller disposes it.</summary>
    public SecureString CopySecret() => _secret.Copy();

    /// <summary>Closes the connections and clears the secret.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        _http.Dispose();
        _secret.Dispose();
        _secretKey?.Dispose();
    }

    private static HttpClientHandler CreateHandler(IWebProxy? proxy)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false, // the secret must not follow a redirect to another host
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 256, // the .NET Framework's default of 2 would be the limit of every batch
            UseCookies = false,
        };
        if (proxy is not null) handler.Proxy = proxy;

        // Windows PowerShell 5.1 on an older .NET Framework would offer TLS 1.0 only; elsewhere the system's choice is the better one.
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))
            handler.SslProtocols = SslProtocols.Tls12;
        return handler;
    }

    private static string ConnectionProblem(HttpRequestException exception)
    {
        var cause = exception.GetBaseException();
        var reason = cause switch
        {
            AuthenticationException => "The host's certificate is not trusted, or no common TLS version was found.",
            System.Net.Sockets.SocketException socket => $"The system says: {socket.SocketErrorCode}.",
            WebException web => $"The system says: {web.Status}.",
            _ => "The connection was lost before the answer was whole.",
        };
        return $"The service cannot be reached. {reason}";
    }

    private static ClovaOcrException Lost(ClovaOcrErrorKind kind, string problem, string remedy, string requestId, bool isSent) =>
        new(kind, $"{problem} {(isSent ? "The call may have been billed. " : "")}{remedy}")
        {
            RequestId = requestId,
            IsRetryable = true,
            MayHaveBeenBilled = isSent,
        };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static SecureString KeptCopy(SecureString given)
    {
        var copy = given.Copy();
        copy.MakeReadOnly();
        return copy;
    }

    private CardReading Answer(byte[] body, string requestId)
    {
        CardReading reading;
        try
        {
            // The service's messages may repeat the path of the call, and with it the invoke key.
            reading = ResponseParser.Parse(InvokeUrl.Scrub(ResponseParser.Decode(body)));
        }
        catch (ClovaOcrException exception)
        {
            throw Unusable(exception.Kind, exception.Problem, requestId);
        }

        return reading.RequestId == requestId
            ? reading
            : throw Unusable(
                ClovaOcrErrorKind.UnexpectedResponse,
                "The answer belongs to another request; a cache or proxy on the way mixes them up. It was not used.",
                requestId);
    }

    private static ClovaOcrException Unusable(ClovaOcrErrorKind kind, string problem, string requestId) =>
        new(kind, problem) { HttpStatus = (int)HttpStatusCode.OK, RequestId = requestId, MayHaveBeenBilled = true };

    private void Authorize(HttpRequestMessage request, DateTimeOffset now)
    {
        request.Headers.TryAddWithoutValidation("X-OCR-SECRET", new NetworkCredential("", _secret).Password);
        if (_secretKey is null) return;
        var values = GatewaySignature.Sign(InvokeUrl.Endpoint, now, _options.AccessKey!, _secretKey);
        foreach (var (name, value) in GatewaySignature.HeaderNames.Zip(values, (name, value) => (name, value)))
            request.Headers.TryAddWithoutValidation(name, value);
    }

    private void AddHeader(string name, string value)
    {
        if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidHeader, "The headers of the request itself (Content-Type, Host, X-OCR-SECRET and the like) cannot be given.");
        }

        if (value.Any(character => character is < ' ' or > '~') || !_http.DefaultRequestHeaders.TryAddWithoutValidation(name, value))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidHeader, "A header cannot be sent: its name or its value has characters that no header may have.");
        }
    }

    private static void CheckSecret(string secret, string name)
    {
        if (secret.Length == 0 || secret.Any(character => character is <= ' ' or > '~'))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidSecret,
                $"The {name} is empty or has characters, perhaps a space or line end, that no {name} of the service has. "
                + "Copy it again from the console.");
        }
    }
}
