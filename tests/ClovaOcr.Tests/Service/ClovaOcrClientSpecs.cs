using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class ClovaOcrClientSpecs
{
    private const string Secret = "c2VjcmV0LXRlbGwtdGFsZQ==";
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0x00, 0x80, 0x0D, 0x0A, 0x2D, 0x2D];

    [Theory]
    [InlineData(RequestEncoding.Multipart)]
    [InlineData(RequestEncoding.Json)]
    public async Task A_request_has_what_the_service_asks_for_and_nothing_of_the_file_but_its_bytes(RequestEncoding encoding)
    {
        var request = "";
        await using var server = new RawServer(text =>
        {
            request = text;
            return RawServer.Answer("200 OK", "{}");
        });
        await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl, encoding));

        Assert.StartsWith("POST /custom/v1/77/key0123456789/document/id-card HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"\r\nX-OCR-SECRET: {Secret}\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Expect:", request, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"version\":\"V2\"", request, StringComparison.Ordinal);
        Assert.Matches("\"requestId\":\"([0-9a-f-]{36})\",\"timestamp\":[0-9]{13},\"images\":\\[\\{\"format\":\"jpg\",\"name\":\"\\1\"", request);
        if (encoding == RequestEncoding.Json)
        {
            Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
            Assert.Contains($"\"data\":\"{Convert.ToBase64String(Picture)}\"", request.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches("\r\nContent-Type: multipart/form-data; boundary=[0-9a-f]{32}\r\n", request);
            Assert.Contains("Content-Disposition: form-data; name=\"message\"\r\n", request, StringComparison.Ordinal);
            Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"image.jpg\"\r\n", request, StringComparison.Ordinal);
            Assert.Contains("\r\n\r\n" + Encoding.Latin1.GetString(Picture) + "\r\n--", request, StringComparison.Ordinal);
            Assert.DoesNotContain("\"data\"", request, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Retry_After_is_read_in_seconds_and_as_a_date_and_a_moment_that_is_over_asks_for_nothing()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), await AskedAsync("7"));
        Assert.InRange((await AskedAsync(DateTimeOffset.UtcNow.AddHours(1).ToString("R")))!.Value.TotalMinutes, 50, 60);
        Assert.Null(await AskedAsync(DateTimeOffset.UtcNow.AddHours(-1).ToString("R")));
        Assert.Null(await AskedAsync("soon"));

        static async Task<TimeSpan?> AskedAsync(string retryAfter)
        {
            await using var server = RawServer.Answering("503 Service Unavailable", "", headers: $"Retry-After: {retryAfter}\r\n");
            return (await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl))).RetryAfter;
        }
    }

    [Fact]
    public async Task Headers_of_the_users_own_are_sent_with_each_call()
    {
        var request = "";
        await using var server = new RawServer(text =>
        {
            request = text;
            return RawServer.Answer("200 OK", "{}");
        });
        using var client = Client(server.InvokeUrl, new Dictionary<string, string> { ["X-Own"] = "value" });
        await Assert.ThrowsAsync<ClovaOcrException>(() => ReadAsync(client, RequestEncoding.Json));
        Assert.Contains("\r\nX-Own: value\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Own", "a\r\nX-Other: b")]
    [InlineData("X Own", "a")]
    [InlineData("X-Own: b\r\nX-Other", "a")]
    [InlineData("X-Own", "값 X-Other")]
    [InlineData("x-ocr-secret", "X-Other")]
    [InlineData("Content-Type", "X-Other")]
    [InlineData("X-Own", "a\0X-Other")]
    [InlineData("", "X-Other")]
    [InlineData("Proxy-Authorization", "X-Other")]
    [InlineData("accept-encoding", "X-Other")]
    [InlineData("Host", "X-Other")]
    public void A_header_that_would_smuggle_another_is_refused_without_repeating_it(string name, string value)
    {
        var error = Assert.Throws<ClovaOcrException>(() => Client("http://127.0.0.1/custom/v1/1/k", new Dictionary<string, string> { [name] = value }).Dispose());
        Assert.Equal(ClovaOcrErrorKind.InvalidHeader, error.Kind);
        Assert.DoesNotContain("X-Other", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret\n")]
    [InlineData("sec ret")]
    [InlineData("비밀")]
    public void A_secret_that_cannot_be_one_is_refused_before_anything_is_sent(string secret)
    {
        var error = Assert.Throws<ClovaOcrException>(() => new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse("http://127.0.0.1/custom/v1/1/k"),
            Secret = new NetworkCredential("", secret).SecurePassword,
        }));
        Assert.Equal(ClovaOcrErrorKind.InvalidSecret, error.Kind);
    }

    [Fact]
    public async Task An_error_page_of_a_gateway_is_told_as_one()
    {
        await using var server = RawServer.Answering("502 Bad Gateway", "<html><h1>990101-5123456</h1></html>", "text/html");
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl));
        Assert.Equal((ClovaOcrErrorKind.GatewayFailure, 502, true), (error.Kind, error.HttpStatus!.Value, error.IsRetryable));
        Assert.NotNull(error.RequestId);
        Assert.DoesNotContain("5123456", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Please log in</html>", "text/html")]
    [InlineData("{\"ok\":true}", "application/json")]
    [InlineData("", "application/json")]
    public async Task Http_200_with_anything_else_is_no_answer(string body, string contentType)
    {
        await using var server = RawServer.Answering("200 OK", body, contentType);
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl));
        Assert.Equal((ClovaOcrErrorKind.UnexpectedResponse, 200), (error.Kind, error.HttpStatus!.Value));
        Assert.Contains(error.RequestId!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_not_used()
    {
        await using var server = RawServer.Answering("200 OK", TestData.VendorSuccess().ToJsonString());
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl));
        Assert.Equal(ClovaOcrErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("another request", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_that_the_secret_stays_here()
    {
        var elsewhere = 0;
        await using var other = new RawServer(_ =>
        {
            Interlocked.Increment(ref elsewhere);
            return RawServer.Answer("200 OK", "{}");
        });
        await using var server = RawServer.Answering("307 Temporary Redirect", "", headers: $"Location: {other.InvokeUrl}\r\n");
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl));
        Assert.Equal(307, error.HttpStatus);
        Assert.Equal(0, elsewhere);
    }

    [Fact]
    public async Task An_answer_larger_than_any_is_not_read_to_its_end()
    {
        await using var announced = new RawServer(_ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(announced.InvokeUrl));
        Assert.Equal(ClovaOcrErrorKind.ResponseTooLarge, error.Kind);

        var endless = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string(' ', 9 * 1024 * 1024));
        await using var unannounced = new RawServer(_ => endless);
        error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(unannounced.InvokeUrl));
        Assert.Equal(ClovaOcrErrorKind.ResponseTooLarge, error.Kind);
    }

    [Fact]
    public async Task A_connection_lost_within_the_answer_is_an_error_that_says_it_may_have_been_billed()
    {
        await using var server = new RawServer(_ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"images\":"));
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync(server.InvokeUrl));
        Assert.Equal((ClovaOcrErrorKind.ConnectionFailed, true), (error.Kind, error.IsRetryable));
        Assert.Contains("billed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_an_error_that_says_what_the_system_says()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() => CallAsync($"http://127.0.0.1:{port}/custom/v1/1/key0123456789"));
        Assert.Equal((ClovaOcrErrorKind.ConnectionFailed, true), (error.Kind, error.IsRetryable));
        Assert.Contains("ConnectionRefused", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key0123456789", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_at_its_time_limit()
    {
        await using var server = new RawServer(_ => null);
        using var client = Client(server.InvokeUrl);
        var error = await Assert.ThrowsAsync<ClovaOcrException>(() =>
            client.ReadAsync(Picture, ImageFormat.Jpeg, RequestEncoding.Json, TimeSpan.FromMilliseconds(50), CancellationToken.None));
        Assert.Equal((ClovaOcrErrorKind.TimedOut, true), (error.Kind, error.IsRetryable));
    }

    [Fact]
    public async Task A_call_whose_client_is_closed_says_so()
    {
        ClovaOcrClient? client = null;
        await using var server = new RawServer(_ =>
        {
            client!.Dispose();
            return null;
        });
        client = Client(server.InvokeUrl);
        Assert.Equal(ClovaOcrErrorKind.NotConnected, (await Assert.ThrowsAsync<ClovaOcrException>(() => ReadAsync(client, RequestEncoding.Json))).Kind);
        Assert.Equal(ClovaOcrErrorKind.NotConnected, (await Assert.ThrowsAsync<ClovaOcrException>(() => ReadAsync(client, RequestEncoding.Json))).Kind);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(_ =>
        {
            cancellation.Cancel();
            return null;
        });
        using var client = Client(server.InvokeUrl);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.ReadAsync(Picture, ImageFormat.Jpeg, RequestEncoding.Json, timeout: null, cancellation.Token));
    }

    private static ClovaOcrClient Client(string url, Dictionary<string, string>? headers = null) => new(new ClovaOcrClientOptions
    {
        InvokeUrl = InvokeUrl.Parse(url),
        Secret = new NetworkCredential("", Secret).SecurePassword,
        Headers = headers ?? [],
    });

    private static Task<CardReading> ReadAsync(ClovaOcrClient client, RequestEncoding encoding) =>
        client.ReadAsync(Picture, ImageFormat.Jpeg, encoding, timeout: null, CancellationToken.None);

    private static async Task<CardReading> CallAsync(string url, RequestEncoding encoding = RequestEncoding.Multipart)
    {
        using var client = Client(url);
        return await ReadAsync(client, encoding);
    }
}
