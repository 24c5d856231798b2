using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>An emulator and the bare HTTP calls to it, made by hand as the vendor's page says.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    private static readonly SpecimenSet Specimens = SpecimenSet.Load(SpecimenSet.DefaultFolder);

    private readonly HttpClient _http = new();

    private EmulatorClient(CardOcrEmulator emulator) => Emulator = emulator;

    public CardOcrEmulator Emulator { get; }

    /// <summary>An emulator that reads the same on every machine, whether Tesseract is there or not, if nothing else is asked for.</summary>
    public static async Task<EmulatorClient> StartAsync(EmulatorOptions? options = null, ReaderChoice reader = ReaderChoice.Specimens) =>
        new(await CardOcrEmulator.StartAsync((options ?? new()) with { Secret = "s", Specimens = Specimens, Reader = reader }));

    /// <summary>An emulator in which something goes wrong.</summary>
    public static Task<EmulatorClient> StartWithFaultsAsync(params string[] specs) =>
        StartAsync(new EmulatorOptions { Faults = [.. specs.Select(FaultSpec.Parse)] });

    /// <summary>The JSON of a call that is right in everything.</summary>
    public static JsonObject Message(byte[]? picture, string format) => new()
    {
        ["version"] = "V2",
        ["requestId"] = "request-1",
        ["timestamp"] = 0,
        ["images"] = new JsonArray(new JsonObject { ["format"] = format, ["name"] = "image-1", ["data"] = picture is null ? null : Convert.ToBase64String(picture) }),
    };

    /// <summary>The answer to a picture that is sent as it should be.</summary>
    public async Task<JsonNode> ReadAsync(byte[] picture, string format) => (await PostAsync(Message(picture, format).ToJsonString())).Body;

    public Task<(int Status, JsonNode Body)> PostAsync(string json, string secret = "s", string? url = null, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, url, secret, new StringContent(json, Encoding.UTF8, mediaType));

    public Task<(int Status, JsonNode Body)> PostFormAsync(params (string Name, byte[] Bytes, string? FileName)[] parts) =>
        SendAsync(HttpMethod.Post, url: null, "s", Form(parts));

    public static MultipartFormDataContent Form(params (string Name, byte[] Bytes, string? FileName)[] parts)
    {
        var form = new MultipartFormDataContent("boundary-1");
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=boundary-1");
        foreach (var (name, bytes, fileName) in parts)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = fileName };
            form.Add(part);
        }

        return form;
    }

    public async Task<(int Status, JsonNode Body)> SendAsync(HttpMethod method, string? url, string? secret, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url ?? Emulator.InvokeUrl + "/document/id-card") { Content = content };
        if (secret is not null) request.Headers.Add("X-OCR-SECRET", secret);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>The answer to a picture that is sent as it should be, whatever it is.</summary>
    public Task<HttpResponseMessage> CallAsync(byte[] picture, string format, HttpClient? http = null)
    {
        var content = new StringContent(Message(picture, format).ToJsonString(), Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, Emulator.InvokeUrl + "/document/id-card") { Content = content };
        request.Headers.Add("X-OCR-SECRET", "s");
        return (http ?? _http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a call's head, announcing a body that never comes, and hangs up when something comes back.</summary>
    /// <returns>The first line that comes back.</returns>
    public async Task<string?> AnnounceAsync(string headers)
    {
        using var socket = await ConnectAsync(headers);
        using var reader = new StreamReader(new NetworkStream(socket));
        return await reader.ReadLineAsync();
    }

    /// <summary>Sends a call's head, announcing a body that never comes, and waits.</summary>
    /// <returns>All that comes back until the emulator hangs up.</returns>
    public async Task<string> AnnounceAndWaitAsync(string headers)
    {
        using var socket = await ConnectAsync(headers);
        using var reader = new StreamReader(new NetworkStream(socket));
        return await reader.ReadToEndAsync();
    }

    /// <summary>A connection of its own, to see what comes over it.</summary>
    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(new Uri(Emulator.InvokeUrl + "/document/id-card"));

    /// <summary>Asks for the statistics over and over until they are as they should be, and gives up if that does not come.</summary>
    public async Task UntilAsync(Func<EmulatorStats, bool> isSo)
    {
        for (var asked = 0; !isSo(Emulator.Stats); asked++)
        {
            Assert.True(asked < 50_000, $"The statistics stay at {Emulator.Stats}.");
            await StatsAsync();
        }
    }

    public async Task<JsonNode> StatsAsync() =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(new Uri(Emulator.InvokeUrl), "/_emulator/stats")))!;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Emulator.DisposeAsync();
    }

    private async Task<Socket> ConnectAsync(string headers)
    {
        var url = new Uri(Emulator.InvokeUrl + "/document/id-card");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        var head = $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nX-OCR-SECRET: s\r\n{headers}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head));
        return socket;
    }
}
