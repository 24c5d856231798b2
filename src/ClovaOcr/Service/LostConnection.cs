using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ClovaOcr.Service;

/// <summary>What a connection that failed means. Of the system's own message nothing is told, because it may repeat addresses.</summary>
internal static class LostConnection
{
    private const string Remedy = "Check the invoke URL, the network and the proxy.";

    // The names of HttpRequestError (.NET 8 and later) and of WebExceptionStatus (.NET Framework), of what another call would not mend.
    private static readonly Dictionary<string, (ClovaOcrErrorKind Kind, string Problem)> Lasting = new()
    {
        ["ConfigurationLimitExceeded"] = (ClovaOcrErrorKind.ResponseTooLarge, HeadersTooLarge),
        ["MessageLengthLimitExceeded"] = (ClovaOcrErrorKind.ResponseTooLarge, HeadersTooLarge),
        ["SecureConnectionError"] = (ClovaOcrErrorKind.ConnectionFailed, Untrusted),
        ["SecureChannelFailure"] = (ClovaOcrErrorKind.ConnectionFailed, Untrusted),
        ["TrustFailure"] = (ClovaOcrErrorKind.ConnectionFailed, Untrusted),
        ["InvalidResponse"] = (ClovaOcrErrorKind.ConnectionFailed, NoHttp),
        ["ServerProtocolViolation"] = (ClovaOcrErrorKind.ConnectionFailed, NoHttp),
    };

    private const string HeadersTooLarge = "The answer's headers have more than 64 KiB, which no answer of the service has.";
    private const string Untrusted =
        "The service cannot be reached. The host's certificate is not trusted, or no common TLS version was found.";
    private const string NoHttp = "What answers at the invoke URL does not speak HTTP as it should.";

    /// <summary>The exception for a call that came to no answer.</summary>
    /// <param name="exception">What the system says.</param>
    /// <param name="requestId">The request's identifier.</param>
    /// <param name="isSent">Whether the whole request had left.</param>
    public static ClovaOcrException Interpret(HttpRequestException exception, string requestId, bool isSent)
    {
        if (TunnelStatus(exception) is { } status) return ServiceErrors.OfProxy(status, requestId);
        var cause = exception.GetBaseException();
        var (kind, problem, isLasting) = Lasting.TryGetValue(ErrorOf(exception, cause), out var known) ? (known.Kind, known.Problem, true)
            : cause is AuthenticationException ? (ClovaOcrErrorKind.ConnectionFailed, Untrusted, true)
            : (ClovaOcrErrorKind.ConnectionFailed, $"The service cannot be reached. {Reason(cause)}", false);
        return new ClovaOcrException(kind, $"{problem} {(isSent ? "The call may have been billed. " : "")}{Remedy}")
        {
            RequestId = requestId,
            IsRetryable = !isLasting,
            MayHaveBeenBilled = isSent,
        };
    }

    private static string Reason(Exception cause) => cause switch
    {
        SocketException socket => $"The system says: {socket.SocketErrorCode}.",
        WebException web => $"The system says: {web.Status}.",
        _ => "The connection was lost before the answer was whole.",
    };

    /// <summary>The status with which a proxy refused to lead to the host, before anything of the call was sent; null for another failure.</summary>
    private static int? TunnelStatus(HttpRequestException exception) =>
        Value(exception, "HttpRequestError")?.ToString() == "ProxyTunnelError" && Value(exception, "StatusCode") is HttpStatusCode status
            ? (int)status
            : null;

    private static string ErrorOf(HttpRequestException exception, Exception cause) =>
        cause is WebException web ? web.Status.ToString() : Value(exception, "HttpRequestError")?.ToString() ?? "";

    // .NET 8's properties, which netstandard2.0 does not know.
    private static object? Value(HttpRequestException exception, string property) =>
        typeof(HttpRequestException).GetProperty(property)?.GetValue(exception);
}
