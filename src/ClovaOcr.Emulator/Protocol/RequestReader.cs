using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>Reads and checks a call's body in both of its forms (vendor page, Request body; API page, Request).</summary>
internal static partial class RequestReader
{
    /// <summary>Bytes: the service's general limit for a picture.</summary>
    public const int MaximumPictureSize = 50 * 1024 * 1024;

    /// <summary>Bytes: the largest picture in base64, and room for the JSON or the multipart frame around it.</summary>
    public const int MaximumBodySize = (MaximumPictureSize / 3 * 4) + (64 * 1024);

    private const int MaximumMessageSize = 64 * 1024;

    /// <exception cref="Refusal">The call is not as the page asks.</exception>
    public static async Task<CardRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw Refusal.BodyInvalid();
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return Check(await ReadAllAsync(request.Body, MaximumBodySize, cancellation), file: null);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) throw Refusal.BodyInvalid();

        var (message, file) = await ReadPartsAsync(type, request.Body, cancellation);
        return Check(message ?? throw Refusal.BodyInvalid(), file ?? throw Refusal.BodyInvalid());
    }

    // Parts are read here, in memory, because ASP.NET's own form reader would put pictures into temporary files.
    private static async Task<(byte[]? Message, byte[]? File)> ReadPartsAsync(
        MediaTypeHeaderValue type, Stream body, CancellationToken cancellation)
    {
        var boundary = type.Boundary.Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Contains('"', StringComparison.Ordinal)) throw Refusal.BodyInvalid();
        byte[]? message = null;
        byte[]? file = null;
        try
        {
            var reader = new MultipartReader(boundary, body) { BodyLengthLimit = MaximumBodySize };
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                var name = PartName().Match(part.ContentDisposition ?? "").Groups["name"].Value;
                if (name == "message" && message is null) message = await ReadAllAsync(part.Body, MaximumMessageSize, cancellation);
                else if (name == "file" && file is null) file = await ReadAllAsync(part.Body, MaximumPictureSize, cancellation);
                else throw Refusal.BodyInvalid();
            }
        }
        catch (Exception exception) when (
            // A connection that broke off, which is told as one or the other, is not the body's fault.
            exception is InvalidDataException or (IOException and not (BadHttpRequestException or ConnectionResetException)))
        {
            throw Refusal.BodyInvalid();
        }

        return (message, file);
    }

    // What the service is seen to take [R]: the boundary without quotes, part names with them, a file name of plain ASCII.
    [GeneratedRegex("""^form-data; *name="(?<name>message|file)"(?:; *filename=[ -~]*)?\s*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex PartName();

    private static async Task<byte[]> ReadAllAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (all.Length + count > limit) throw Refusal.TooLarge();
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private static CardRequest Check(byte[] message, byte[]? file)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return Check(document.RootElement, file);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Refusal.BodyInvalid();
        }
    }

    private static CardRequest Check(JsonElement message, byte[]? file)
    {
        if (message.ValueKind != JsonValueKind.Object) throw Refusal.BodyInvalid();
        if (TextOf(message, "version") != "V2") throw Refusal.VersionUnsupported();
        var requestId = TextOf(message, "requestId");
        var hasTime = message.TryGetProperty("timestamp", out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out _);
        if (string.IsNullOrEmpty(requestId) || !hasTime) throw Refusal.BodyInvalid();
        if (!message.TryGetProperty("images", out var images) || images.ValueKind != JsonValueKind.Array || images.GetArrayLength() != 1)
            throw Refusal.BodyInvalid();

        var image = images.EnumerateArray().Single();
        if (image.ValueKind != JsonValueKind.Object || TextOf(image, "name") is not { Length: > 0 } name) throw Refusal.BodyInvalid();
        var picture = file ?? DataOf(image);
        if (picture.Length > MaximumPictureSize) throw Refusal.TooLarge();
        var format = PictureFormat.Of(TextOf(image, "format"), picture) ?? throw Refusal.BodyInvalid();
        return new CardRequest(requestId, name, picture, format);
    }

    private static byte[] DataOf(JsonElement image) =>
        image.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw Refusal.BodyInvalid();

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
