using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using ClovaOcr.Imaging;

namespace ClovaOcr.Service;

/// <summary>The body of a request (vendor page, request body; API page, Request).</summary>
internal static class RequestContent
{
    public static HttpContent Create(
        RequestEncoding encoding, string requestId, DateTimeOffset now, ImageFormat format, ReadOnlyMemory<byte> image) => encoding switch
        {
            RequestEncoding.Multipart => Multipart(requestId, now, format, image),
            _ => Json(requestId, now, format, image),
        };

    private static ByteArrayContent Json(string requestId, DateTimeOffset now, ImageFormat format, ReadOnlyMemory<byte> image)
    {
        var content = new ByteArrayContent(Message(requestId, now, format, image.Span));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static MultipartFormDataContent Multipart(
        string requestId, DateTimeOffset now, ImageFormat format, ReadOnlyMemory<byte> image)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var content = new MultipartFormDataContent(boundary);

        // The service wants the boundary without the quotes that MultipartFormDataContent puts around it (API page, Request).
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
        content.Add(Part("message", fileName: null, "application/json", Message(requestId, now, format, [])));
        content.Add(Part("file", "image." + NameOf(format), "application/octet-stream", image.ToArray()));
        return content;
    }

    private static ByteArrayContent Part(string name, string? fileName, string mediaType, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
            FileName = fileName is null ? null : $"\"{fileName}\"",
        };
        return part;
    }

    /// <summary>The JSON text; the picture's name is the requestId, because file names are often people's names.</summary>
    private static byte[] Message(string requestId, DateTimeOffset now, ImageFormat format, ReadOnlySpan<byte> image)
    {
        using var buffer = new MemoryStream((image.Length / 3 * 4) + 512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("version", "V2");
            json.WriteString("requestId", requestId);
            json.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
            json.WriteStartArray("images");
            json.WriteStartObject();
            json.WriteString("format", NameOf(format));
            json.WriteString("name", requestId);
            if (!image.IsEmpty) json.WriteBase64String("data", image);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string NameOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Png => "png",
        ImageFormat.Tiff => "tiff",
        ImageFormat.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
