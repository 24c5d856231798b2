using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

/// <summary>One call against a server, or a proxy, that is after the secret or the time of who calls.</summary>
public sealed class HostileServerSpecs
{
    private const string Secret = "telltale-secret-0123456789";
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0x00];

    [Theory]
    [InlineData("300"), InlineData("301"), InlineData("302"), InlineData("303"), InlineData("307"), InlineData("308"), InlineData("200")]
    public async Task No_redirect_is_followed_wherever_it_leads(string status)
    {
        var calls = 0;
        await using var server = new RawServer(request =>
        {
            Interlocked.Increment(ref calls);
            return RawServer.Answer(status + " Moved", "{}", headers: $"Location: http://{HostOf(request)}/elsewhere\r\nRefresh: 0; url=http://{HostOf(request)}/\r\n");
        });
        var error = await FailureAsync(server.InvokeUrl);
        Assert.Equal(int.Parse(status, null), error.HttpStatus);
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData("401 Unauthorized", "WWW-Authenticate")]
    [InlineData("407 Proxy Authentication Required", "Proxy-Authenticate")]
    public async Task A_challenge_is_told_and_answered_with_no_credentials_of_the_user(string status, string header)
    {
        var requests = new ConcurrentQueue<string>();
        await using var server = new RawServer(request =>
        {
            requests.Enqueue(request);
            return RawServer.Answer(status, "", headers: $"{header}: Negotiate\r\n{header}: NTLM\r\n{header}: Basic realm=\"x\"\r\n");
        });
        var error = await FailureAsync(server.InvokeUrl);
        Assert.Equal((ClovaOcrErrorKind.GatewayFailure, true), (error.Kind, error.StopsBatch));
        Assert.DoesNotContain("uthorization:", Assert.Single(requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_certificate_that_the_system_does_not_trust_ends_the_call_before_a_word_of_it_is_sent()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var certificateRequest = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        certificateRequest.CertificateExtensions.Add(names.Build());
        using var made = certificateRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var received = 0;
        await using var server = new StreamingServer(async (stream, stop) =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
            Interlocked.Add(ref received, await tls.ReadAsync(new byte[1024], stop));
        });
        var error = await FailureAsync($"https://127.0.0.1:{server.Port}/custom/v1/77/key0123456789");
        Assert.Equal((ClovaOcrErrorKind.ConnectionFailed, false, false), (error.Kind, error.IsRetryable, error.MayHaveBeenBilled));
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, received);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", ClovaOcrErrorKind.GatewayFailure, true, false)]
    [InlineData("403 Forbidden", ClovaOcrErrorKind.GatewayFailure, false, false)]
    [InlineData("502 Bad Gateway", ClovaOcrErrorKind.GatewayFailure, false, true)]
    [InlineData("200 Connection established", ClovaOcrErrorKind.ConnectionFailed, false, null)]
    public async Task A_proxy_gets_its_own_credentials_and_nothing_of_the_call_and_its_refusal_says_what_to_do(
        string status, ClovaOcrErrorKind kind, bool stops, bool? isRetryable)
    {
        var seen = new ConcurrentQueue<string>();
        await using var proxy = new StreamingServer(async (stream, stop) =>
        {
            var buffer = new byte[16 * 1024];
            seen.Enqueue(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, stop)));
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nProxy-Authenticate: Basic realm=\"x\"\r\n{(status[0] == '2' ? "" : "Content-Length: 4\r\nConnection: close\r\n")}\r\n"), stop);
            if (status[0] != '2') await stream.WriteAsync("page"u8.ToArray(), stop);
            seen.Enqueue(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, stop)));
        });
        using var client = Client("https://host.invalid/custom/v1/77/key0123456789", new WebProxy($"http://127.0.0.1:{proxy.Port}")
        {
            Credentials = new NetworkCredential("proxyuser", "proxypassword"),
        });
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => ReadAsync(client));
        Assert.Equal((kind, stops), (error.Kind, error.StopsBatch));
        if (isRetryable is not null) Assert.Equal(isRetryable, error.IsRetryable);
        if (stops) Assert.Contains("-ProxyCredential", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveBeenBilled);
        foreach (var text in seen)
        {
            Assert.True(text.Length == 0 || text[0] == '\x16' || text.StartsWith("CONNECT host.invalid:443 HTTP/1.1\r\n", StringComparison.Ordinal), text);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("key0123456789", text, StringComparison.Ordinal);
        }

        // Basic credentials go to the proxy when it asks for them.
        if (status[0] == '4' && stops)
            Assert.Contains(seen, text => text.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("proxyuser:proxypassword"u8), StringComparison.Ordinal));
        Assert.DoesNotContain("proxypassword", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 2", "")]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Drop: x\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", " ")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 1000\r\n\r\n", "<")]
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\n\r\n", " ")]
    public async Task A_slow_drip_is_ended_by_the_time_for_the_call(string beginning, string drop)
    {
        await using var server = StreamingServer.Dripping(Encoding.ASCII.GetBytes(beginning), Encoding.ASCII.GetBytes(drop), TimeSpan.FromMilliseconds(20));
        using var client = Client(server.InvokeUrl);
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() =>
            client.ReadAsync(Picture, ImageFormat.Jpeg, RequestEncoding.Json, TimeSpan.FromMilliseconds(400), CancellationToken.None));
        Assert.Equal((ClovaOcrErrorKind.TimedOut, true), (error.Kind, error.IsRetryable));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-More: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n", ClovaOcrErrorKind.ResponseTooLarge)]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ClovaOcrErrorKind.ResponseTooLarge)]
    [InlineData("HTTP/1.1 200 ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ClovaOcrErrorKind.ResponseTooLarge)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "                                                              ", ClovaOcrErrorKind.ResponseTooLarge)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "20\r\n                                \r\n", ClovaOcrErrorKind.ResponseTooLarge)]
    [InlineData("HTTP/1.1 503 Busy\r\n\r\n", "<html>990101-5123456</html>                                          ", ClovaOcrErrorKind.GatewayFailure)]
    public async Task An_answer_without_end_is_not_read_to_its_end(string beginning, string drop, ClovaOcrErrorKind kind)
    {
        await using var server = StreamingServer.Dripping(Encoding.ASCII.GetBytes(beginning), Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(drop, 100))), TimeSpan.Zero);
        var error = await FailureAsync(server.InvokeUrl);
        Assert.Equal((kind, kind == ClovaOcrErrorKind.GatewayFailure), (error.Kind, error.IsRetryable));
    }

    [Fact]
    public async Task A_packed_answer_that_nobody_asked_for_is_not_unpacked()
    {
        using var packed = new System.IO.MemoryStream();
        using (var packer = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest)) packer.Write(new byte[4 * 1024 * 1024]);
        var body = packed.ToArray();
        var request = "";
        await using var server = new RawServer(text =>
        {
            request = text;
            return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
        });
        Assert.Equal(ClovaOcrErrorKind.UnexpectedResponse, (await FailureAsync(server.InvokeUrl)).Kind);
        Assert.DoesNotContain("Accept-Encoding", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_comes_behind_an_answer_is_not_the_next_ones()
    {
        var buffer = new byte[64 * 1024];
        var connections = 0;
        await using var server = new StreamingServer(async (stream, stop) =>
        {
            Interlocked.Increment(ref connections);
            while (await stream.ReadAsync(buffer, stop) is > 0 and var count)
            {
                var text = Encoding.Latin1.GetString(buffer, 0, count);
                var at = text.IndexOf("\"requestId\":\"", StringComparison.Ordinal);
                if (at < 0) continue;
                var answer = $"{{\"requestId\":\"{text.Substring(at + 13, 36)}\",\"images\":[{{\"inferResult\":\"FAILURE\"}}]}}";
                const string Behind = "HTTP/1.1 400 Bad Request\r\nContent-Length: 15\r\n\r\n{\"code\":\"0002\"}";
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\n\r\n{answer}{Behind}"), stop);
            }
        });
        using var client = Client(server.InvokeUrl);
        for (var i = 0; i < 3; i++) Assert.Equal(InferResult.Failure, (await ReadAsync(client)).Result);
        Assert.Equal(3, connections);
    }

    [Fact]
    public async Task What_answers_before_the_picture_was_sent_is_told_or_is_a_lost_connection()
    {
        await using var server = new StreamingServer(async (stream, stop) =>
        {
            await stream.ReadExactlyAsync(new byte[16], stop);
            await stream.WriteAsync("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
        });
        using var client = Client(server.InvokeUrl);
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() =>
            client.ReadAsync(new byte[20 * 1024 * 1024], ImageFormat.Jpeg, RequestEncoding.Multipart, timeout: null, CancellationToken.None));
        Assert.Contains(error.Kind, (ClovaOcrErrorKind[])[ClovaOcrErrorKind.GatewayFailure, ClovaOcrErrorKind.ConnectionFailed]);
        Assert.False(error.MayHaveBeenBilled);
    }

    private static string HostOf(string request) => request.Split("\r\nHost: ")[1].Split("\r\n")[0];

    private static ClovaOcrClient Client(string url, IWebProxy? proxy = null) => new(new ClovaOcrClientOptions
    {
        InvokeUrl = InvokeUrl.Parse(url),
        Secret = new NetworkCredential("", Secret).SecurePassword,
        Proxy = proxy,
    });

    private static Task<CardReading> ReadAsync(ClovaOcrClient client) =>
        client.ReadAsync(Picture, ImageFormat.Jpeg, RequestEncoding.Json, timeout: null, CancellationToken.None);

    private static async Task<ClovaOcrException> FailureAsync(string url)
    {
        using var client = Client(url);
        return await Assert.ThrowsAsync<ClovaOcrException>(() => ReadAsync(client));
    }
}
