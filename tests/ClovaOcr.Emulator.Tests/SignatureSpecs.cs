using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The government region's signature, made here by the API page's formula.</summary>
public sealed class SignatureSpecs : IAsyncLifetime
{
    private const string Timestamp = "x-ncp-apigw-timestamp";
    private const string AccessKey = "x-ncp-iam-access-key";
    private const string Signature = "x-ncp-apigw-signature-v2";

    private readonly ManualClock _clock = new();
    private EmulatorClient _client = null!;

    private string Now => At(TimeSpan.Zero);

    public async ValueTask InitializeAsync() => _client = await EmulatorClient.StartAsync(
        new EmulatorOptions { RequireSignature = true, AccessKey = "access", SecretKey = "key", Time = _clock });

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task A_call_that_is_signed_is_answered() => Assert.Equal(200, await CallAsync(Signed(Now)));

    [Fact]
    public async Task A_signature_is_checked_against_one_that_openssl_made()
    {
        // printf 'POST /a?b=c\n1700000000000\naccess' | openssl dgst -sha256 -hmac key -binary | base64
        Assert.Equal("cELWKE3h6ZIIZL+uoLr9quNmWFXfW5QKHQONeOxODug=", Sign("key", "/a?b=c", "1700000000000", "access"));
        Assert.Equal(200, await CallAsync(Signed(Now)));
    }

    [Fact]
    public async Task The_query_is_signed_with_the_path()
    {
        Assert.Equal(200, await CallAsync(Signed(Now, query: "?a=%20b"), "?a=%20b"));
        Assert.Equal(401, await CallAsync(Signed(Now), "?a=%20b"));
    }

    [Theory]
    [InlineData(Timestamp), InlineData(AccessKey), InlineData(Signature)]
    public async Task A_call_without_one_of_the_headers_is_refused_by_the_gateway(string missing)
    {
        var headers = Signed(Now);
        headers.Remove(missing);
        Assert.Equal(401, await CallAsync(headers));
    }

    [Theory]
    [InlineData(Timestamp, "1"), InlineData(Timestamp, ""), InlineData(Timestamp, "now"), InlineData(Timestamp, "-1"), InlineData(Timestamp, "99999999999999999999")]
    [InlineData(AccessKey, "other"), InlineData(AccessKey, "Access")]
    [InlineData(Signature, ""), InlineData(Signature, "AAAA"), InlineData(Signature, "가")]
    public async Task A_call_with_a_wrong_header_is_refused_by_the_gateway(string name, string value)
    {
        var headers = Signed(Now);
        headers[name] = value;
        Assert.Equal(401, await CallAsync(headers));
    }

    [Fact]
    public async Task A_signature_of_anything_else_is_refused()
    {
        var url = new Uri(_client.Emulator.InvokeUrl + "/document/id-card").AbsolutePath;
        foreach (var wrong in new[] { Sign("other", url, Now, "access"), Sign("key", "/", Now, "access"), Sign("key", url, At(TimeSpan.FromSeconds(1)), "access"), Sign("key", url, Now, "other") })
        {
            var headers = Signed(Now);
            headers[Signature] = wrong;
            Assert.Equal(401, await CallAsync(headers));
        }
    }

    [Theory]
    [InlineData(-300_000, true), InlineData(300_000, true)]
    [InlineData(-300_001, false), InlineData(300_001, false)]
    public async Task A_signature_is_void_after_five_minutes(int milliseconds, bool isTaken) =>
        Assert.Equal(isTaken ? 200 : 401, await CallAsync(Signed(At(TimeSpan.FromMilliseconds(milliseconds)))));

    [Fact]
    public async Task A_signature_grows_old()
    {
        var headers = Signed(Now);
        Assert.Equal(200, await CallAsync(headers));
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(401, await CallAsync(headers));
    }

    [Fact]
    public async Task The_gateway_refuses_before_the_service_looks_at_anything()
    {
        var (status, body) = await _client.PostAsync("{}", secret: "wrong");
        Assert.Equal((401, """{"error":{"errorCode":"401","message":"Authentication Failed"}}"""), (status, body.ToJsonString()));
        Assert.Equal((1, 0), (_client.Emulator.Stats.Refused["401"], _client.Emulator.Stats.Billed));
    }

    [Fact]
    public async Task Keys_are_made_when_none_are_given_and_are_null_when_none_are_needed()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { RequireSignature = true });
        Assert.True(client.Emulator is { AccessKey.Length: >= 20, SecretKey.Length: >= 40 });
        await using var other = await EmulatorClient.StartAsync(new EmulatorOptions { AccessKey = "a", SecretKey = "b" });
        Assert.Equal((null, null), (other.Emulator.AccessKey, other.Emulator.SecretKey));
    }

    private static string Sign(string key, string pathAndQuery, string timestamp, string accessKey) => Convert.ToBase64String(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"POST {pathAndQuery}\n{timestamp}\n{accessKey}")));

    private string At(TimeSpan fromNow) => $"{(_clock.GetUtcNow() + fromNow).ToUnixTimeMilliseconds()}";

    private Dictionary<string, string> Signed(string timestamp, string query = "") => new()
    {
        [Timestamp] = timestamp,
        [AccessKey] = "access",
        [Signature] = Sign("key", new Uri(_client.Emulator.InvokeUrl + "/document/id-card").AbsolutePath + query, timestamp, "access"),
    };

    private async Task<int> CallAsync(Dictionary<string, string> headers, string query = "")
    {
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        using var content = new StringContent(EmulatorClient.Message(TestPictures.Blank(), "png").ToJsonString(), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _client.Emulator.InvokeUrl + "/document/id-card" + query) { Content = content };
        request.Headers.Add("X-OCR-SECRET", "s");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        if (!response.IsSuccessStatusCode) Assert.Equal("401", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!["errorCode"]);
        return (int)response.StatusCode;
    }
}
