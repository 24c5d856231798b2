using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ClovaOcr.Emulator;

namespace ReadingScore;

/// <summary>The emulator in this process, asked over HTTP as any caller would ask it.</summary>
internal sealed class CardService : IAsyncDisposable
{
    private readonly CardOcrEmulator _emulator;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

    private CardService(CardOcrEmulator emulator)
    {
        _emulator = emulator;
        _http.DefaultRequestHeaders.Add("X-OCR-SECRET", emulator.Secret);
    }

    /// <summary>What it reads with.</summary>
    public string Reader => _emulator.Reader;

    public static async Task<CardService> StartAsync(EmulatorOptions options) => new(await CardOcrEmulator.StartAsync(options));

    /// <summary>Sends a picture and waits for its answer.</summary>
    public async Task<GivenAnswer> AskAsync(string path)
    {
        var message = new JsonObject
        {
            ["version"] = "V2",
            ["requestId"] = Path.GetFileName(path),
            ["timestamp"] = 0,
            ["images"] = new JsonArray(new JsonObject { ["format"] = Path.GetExtension(path)[1..].ToLowerInvariant(), ["name"] = "card" }),
        };

        // The service wants quotes around the parts' names and none around the boundary.
        const string boundary = "between-the-parts";
        using var form = new MultipartFormDataContent(boundary)
        {
            { new StringContent(message.ToJsonString()), "\"message\"" },
            { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "\"file\"" },
        };
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsync(new Uri(_emulator.InvokeUrl + "/document/id-card"), form);
        var body = await response.Content.ReadAsByteArrayAsync();
        return GivenAnswer.Parse((int)response.StatusCode, body, Stopwatch.GetElapsedTime(start));
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _emulator.DisposeAsync();
    }
}
