using System;
using System.Collections.Generic;
using System.Text.Json;
using ClovaOcr.Cards;

namespace ClovaOcr.Service;

/// <summary>What an answer other than HTTP 200 means and what to do about it (API page, Response, not 200).</summary>
internal static class ServiceErrors
{
    private static readonly Dictionary<string, Meaning> Codes = new()
    {
        ["0001"] = new(
            ClovaOcrErrorKind.InvalidUrl, Action.StopBatch, "The service does not know the invoke URL. Copy it again from the console."),
        ["0002"] = new(
            ClovaOcrErrorKind.InvalidSecret,
            Action.StopBatch,
            "The service does not accept the secret. Copy the domain's secret key again from the console and run Connect-ClovaOcr."),
        ["0011"] = new(
            ClovaOcrErrorKind.InvalidRequest,
            Action.FailImage,
            "The service does not accept this picture. Save it anew as JPEG or PNG and try again."),
        ["0021"] = new(
            ClovaOcrErrorKind.UnsupportedProtocolVersion,
            Action.StopBatch,
            "The service no longer speaks protocol version V2. Look for a newer version of this module."),
        ["0022"] = new(
            ClovaOcrErrorKind.InvalidDomain,
            Action.StopBatch,
            "The domain of the invoke URL is not one for ID cards, or is not active. Check its type and contract in the console."),
        ["0023"] = new(
            ClovaOcrErrorKind.QuotaExceeded,
            Action.StopBatch,
            "The domain's number of calls is used up. Raise the limit in the console, or go on when it starts anew."),
        ["0025"] = new(
            ClovaOcrErrorKind.TooManyCalls,
            Action.Retry,
            "Too many calls at the same time for this domain. Try again with a smaller -ThrottleLimit."),
        ["0500"] = new(ClovaOcrErrorKind.ServiceFault, Action.Retry, "The service failed with an unknown error. Try again later."),
        ["0501"] = new(ClovaOcrErrorKind.ServiceFault, Action.Retry, "The service's recognition failed. Try again later."),
        ["1021"] = new(
            ClovaOcrErrorKind.NotDeployed,
            Action.StopBatch,
            "Nothing is deployed behind the invoke URL. Deploy the domain in the console, or use the URL of an ID card domain."),
    };

    private static readonly Dictionary<int, Meaning> GatewayStatuses = new()
    {
        [401] = new(
            ClovaOcrErrorKind.GatewayFailure,
            Action.StopBatch,
            "A gateway refused the credentials. Check the URL, the proxy, -AccessKey and -SecretKey, and this machine's clock."),
        [403] = new(ClovaOcrErrorKind.GatewayFailure, Action.FailImage, "A gateway refused the call. Check the URL and network rules."),
        [404] = new(ClovaOcrErrorKind.GatewayFailure, Action.FailImage, "There is nothing at the invoke URL. Copy it again from the console."),
        [407] = new(ClovaOcrErrorKind.GatewayFailure, Action.StopBatch, "The proxy wants a password. Give Connect-ClovaOcr -ProxyCredential."),
        [413] = new(ClovaOcrErrorKind.GatewayFailure, Action.FailImage, "The picture is too large for a gateway. Make it smaller."),
        [415] = new(ClovaOcrErrorKind.GatewayFailure, Action.FailImage, "A gateway refused the content type. Try the other -ContentType."),
        [429] = new(ClovaOcrErrorKind.TooManyCalls, Action.Retry, "A gateway asks for fewer calls. Try again later."),
        [502] = new(ClovaOcrErrorKind.GatewayFailure, Action.Retry, "A gateway could not reach the service. Try again later."),
        [503] = new(ClovaOcrErrorKind.GatewayFailure, Action.Retry, "A gateway says that the service is busy. Try again later."),
        [504] = new(ClovaOcrErrorKind.GatewayFailure, Action.Retry, "A gateway got no answer from the service. Try again later."),
    };

    private enum Action
    {
        FailImage,
        Retry,
        StopBatch,
    }

    /// <summary>The exception for an answer that is not HTTP 200. Of what the answer says, code and trace identifier alone are taken over.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The answer's body, the service's JSON or a gateway's page.</param>
    /// <param name="retryAfter">What the answer's header says; null when it says nothing.</param>
    /// <param name="requestId">The request's identifier.</param>
    /// <param name="credentials">What must not be told.</param>
    public static ClovaOcrException Interpret(int status, byte[] body, TimeSpan? retryAfter, string requestId, CredentialMask credentials)
    {
        var (code, traceId) = ReadServiceBody(body);
        var meaning = code is null ? OfGateway(status) : OfService(code, status);
        var source = code is null ? $"HTTP {status}" : $"HTTP {status}, code {code}";
        return new ClovaOcrException(meaning.Kind, $"{meaning.Problem} [{source}]")
        {
            HttpStatus = status,
            ServiceCode = code,
            RequestId = requestId,
            TraceId = traceId is null ? null : credentials.Apply(traceId),
            IsRetryable = meaning.Action == Action.Retry,
            RetryAfter = retryAfter,
            MayHaveBeenBilled = code is null && status is 502 or 504,
            StopsBatch = meaning.Action == Action.StopBatch,
        };
    }

    /// <summary>The exception for a proxy that did not lead to the host: nothing of the call was sent.</summary>
    public static ClovaOcrException OfProxy(int status, string requestId)
    {
        var meaning = OfGateway(status);
        return new ClovaOcrException(meaning.Kind, $"{meaning.Problem} [HTTP {status} of the proxy]")
        {
            HttpStatus = status,
            RequestId = requestId,
            IsRetryable = meaning.Action == Action.Retry,
            StopsBatch = meaning.Action == Action.StopBatch,
        };
    }

    private static Meaning OfService(string code, int status) =>
        Codes.TryGetValue(code, out var known) ? known
        : status >= 500 ? new(ClovaOcrErrorKind.ServiceFault, Action.FailImage, "The service failed with a code that this version does not know.")
        : new(ClovaOcrErrorKind.ServiceRefused, Action.FailImage, "The service refused the call with a code that this version does not know.");

    private static Meaning OfGateway(int status) =>
        GatewayStatuses.TryGetValue(status, out var known)
            ? known
            : new(
                ClovaOcrErrorKind.GatewayFailure,
                Action.FailImage,
                "The answer is not the service's: a proxy, gateway or another web server gave it. Check the invoke URL and the proxy.");

    /// <summary>The code and trace identifier of the service's error body; nulls when the body is anything else.</summary>
    private static (string? Code, string? TraceId) ReadServiceBody(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            return (Identifier(document.RootElement.Text("code"), 8), Identifier(document.RootElement.Text("traceId"), 64));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or JSON with half a surrogate pair: not the service's.
            return (null, null);
        }
    }

    /// <summary>An identifier goes into messages as it is, so anything that does not look like one is dropped.</summary>
    private static string? Identifier(string? text, int maximumLength)
    {
        if (text is null or "" || text.Length > maximumLength || IdentityNumber.MaskWithin(text) != text) return null;
        foreach (var character in text)
            if (character is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '-' or '_' or '.')) return null;
        return text;
    }

    private sealed record Meaning(ClovaOcrErrorKind Kind, Action Action, string Problem);
}
