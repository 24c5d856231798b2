using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Service;

/// <summary>Makes calls to one domain of the service. Safe to use from many threads; one is enough for a process.</summary>
public sealed class ClovaOcrClient : IDisposable
{
    private readonly ClovaOcrClientOptions _options;
    private readonly SecureString _secret;
    private readonly SecureString? _secretKey;
    private readonly HttpClient _http;

    /// <summary>Makes a client; nothing is sent.</summary>
    /// <exception cref="ClovaOcrException">The secret, or a header's name or value, has characters that cannot be sent.</exception>
    public ClovaOcrClient(ClovaOcrClientOptions options)
    {
        _options = options;
        _http = new HttpClient(ServiceHandler.Create(options.InvokeUrl, options.Proxy)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
        RequestHeaders.Add(_http, options.Headers);
        ServiceSecret.EnsureSendable(options.Secret, "secret");
        if (options.AccessKey is null != options.SecretKey is null)
            throw new ClovaOcrException(ClovaOcrErrorKind.InvalidSecret, "An access key and its secret key belong together. Give both, or neither.");
        if (options.AccessKey is { } accessKey) ServiceSecret.EnsureSendable(accessKey, "access key");
        if (options.SecretKey is { } secretKey) ServiceSecret.EnsureSendable(secretKey, "secret key");

        // Only now, so that no refusal leaves a copy behind.
        _secret = KeptCopy(options.Secret);
        _secretKey = options.SecretKey is null ? null : KeptCopy(options.SecretKey);
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
            var secret = new NetworkCredential("", _secret).Password;
            Authorize(request, secret, now);
            var credentials = new CredentialMask(InvokeUrl.Key, secret, _options.AccessKey ?? "");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response, requestId, attempt.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK
                ? Answer(body, requestId, credentials)
                : throw ServiceErrors.Interpret((int)response.StatusCode, body, RetryAfter(response, now), requestId, credentials);
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
            var what = content.IsSent
                ? "No whole answer came within {0:0.###} s. The call may have been billed."
                : "The picture could not be sent within {0:0.###} s.";
            var problem = string.Format(CultureInfo.InvariantCulture, what, limit.TotalSeconds);
            throw new ClovaOcrException(ClovaOcrErrorKind.TimedOut, $"{problem} Try again, or raise -TimeoutSec.")
            {
                RequestId = requestId,
                IsRetryable = true,
                MayHaveBeenBilled = content.IsSent,
            };
        }
        catch (HttpRequestException exception)
        {
            throw LostConnection.Interpret(exception, requestId, content.IsSent);
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

    /// <summary>How long an answer asks to wait; null when it does not, or for no time.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
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

    private static CardReading Answer(byte[] body, string requestId, CredentialMask credentials)
    {
        CardReading reading;
        try
        {
            // The service's messages may repeat the path of the call, and with it the invoke key.
            reading = ResponseParser.Parse(body, credentials.Apply);
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

    private void Authorize(HttpRequestMessage request, string secret, DateTimeOffset now)
    {
        request.Headers.TryAddWithoutValidation("X-OCR-SECRET", secret);
        if (_secretKey is null) return;
        var values = GatewaySignature.Sign(InvokeUrl.Endpoint, now, _options.AccessKey!, _secretKey);
        foreach (var (name, value) in GatewaySignature.HeaderNames.Zip(values, (name, value) => (name, value)))
            request.Headers.TryAddWithoutValidation(name, value);
    }
}
