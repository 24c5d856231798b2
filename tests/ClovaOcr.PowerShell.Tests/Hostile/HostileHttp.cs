using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>Answers that are wrong as HTTP, or that no service gives: heads, lengths, chunks, encodings, gateways' pages, codes.</summary>
internal sealed class HostileHttp(Random random, string requestId)
{
    // Without those that end a batch (401, 407) or make the same call again for ten minutes (429).
    private static readonly int[] Statuses =
    [
        201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 399, 400, 402, 403, 404, 405, 406, 408, 409, 410, 411, 413, 414, 415, 416, 418, 421, 422,
        423, 424, 425, 426, 428, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 511, 520, 599, 600, 700, 999,
    ];

    private static readonly string[] StatusLines =
    [
        "HTTP/1.0 200 OK", "HTTP/0.9 200 OK", "HTTP/2.0 200 OK", "HTTP/1.2 200 OK", "http/1.1 200 ok", "HTTP/1.1 200", "HTTP/1.1 200 ", "HTTP/1.1  200 OK", "HTTP/1.1 20 OK",
        "HTTP/1.1 2000 OK", "HTTP/1.1 -20 OK", "HTTP/1.1 200\0OK", "HTTP/1.1 200 \u001b[31m", "HTTP/1.1", "SSH-2.0-OpenSSH_9.9", "ICY 200 OK", "220 smtp ready", "", " HTTP/1.1 200 OK",
        "HTTP/1.1 101 Switching Protocols", "HTTP/1.1 000 None", "HTTP/1.1 099 Low",
    ];

    private static readonly string[] Headers =
    [
        "Set-Cookie: a=b", "Refresh: 0; url=http://127.0.0.1:9/", "X-\0: a", "X-A: \u001b]0;owned\u0007", "no colon", ": empty", "X A: b", " folded: x", "X-A: b\r\n folded",
        "Content-Type: text/html; charset=utf-16", "Content-Type: ;;;", "Content-Type: " + "application/json; charset=\"", "Content-Length: 5", "Content-Length: -1",
        "Content-Length: 99999999999999999999", "Content-Length: +5", "Content-Length: abc", "Content-Length: 5, 5", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br", "Content-Encoding: deflate", "Content-Encoding: x\0", "Retry-After: -1", "Retry-After: 1e9",
        "Retry-After: 99999999999", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "Retry-After: Mon, 01 Jan 0001 00:00:00 GMT", "Location: http://127.0.0.1:9/", "Location: ::::",
        "WWW-Authenticate: Negotiate", "Connection: close", "Connection: upgrade", "Keep-Alive: timeout=-1", "Content-Range: bytes 0-1/2", "Trailer: X-Ocr", "Server: " + new string('s', 60_000),
        "X-Big: " + new string('b', 70_000), "Alt-Svc: h3=\"evil:443\"", "Strict-Transport-Security: max-age=1",
    ];

    private static readonly string[] Identifiers =
    [
        "0011", "0500", "0501", "0099", "9999", "", " 0011", "0011 ", "00110011", "001100110", "11", "0x0B", "abc", HostileServer.Secret, HostileServer.InvokeKey, TinyCard.Number,
        "9001016000001", "\u001b[31m", "a\nb", "../..", "t-1", new string('t', 64), new string('t', 65), "\u202e", "{0}",
    ];

    private string Right => TinyCard.Answer(requestId).ToJsonString();

    private byte[] RightBytes => Encoding.UTF8.GetBytes(Right);

    /// <summary>Any status with any body.</summary>
    public HostileAnswer Status()
    {
        var status = Any(Statuses);
        var body = Any((string[])[Right, "<html><h1>900101-6000001</h1></html>", "", "{}", "{\"error\":{\"errorCode\":\"300\"}}", HostileServer.Secret, new string('p', 80_000)]);
        return Head("status", $"HTTP/1.1 {status} \u001b[31m", body, random.Next(2) == 0 ? "Location: http://127.0.0.1:9/\r\n" : "Refresh: 0\r\n");
    }

    /// <summary>A body like the service's own error with anything for its members.</summary>
    public HostileAnswer Code()
    {
        string Value() => random.Next(4) == 0 ? Any(HostileWords.Tokens) : HostileWords.Quoted(Any(Identifiers));
        var body = $"{{\"code\":{Value()},\"message\":{HostileWords.Quoted(Any(HostileWords.Texts))},\"path\":{HostileWords.Quoted(Any(HostileWords.Texts))},\"traceId\":{Value()}}}";
        return Head("code", $"HTTP/1.1 {Any(Statuses)} x", body, "");
    }

    /// <summary>A first line that is none.</summary>
    public HostileAnswer StatusLine() => Head("status line", Any(StatusLines), Right, "");

    /// <summary>Headers that contradict each other or the body, or that are none.</summary>
    public HostileAnswer Header()
    {
        var headers = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(Headers) + "\r\n"));
        return Head("header", "HTTP/1.1 200 OK", Right, random.Next(8) == 0 ? string.Concat(Enumerable.Repeat("X-A: b\r\n", 1000)) + headers : headers);
    }

    /// <summary>A length that is not the body's, or more bytes than the answer has, on a connection that is to be used again.</summary>
    public HostileAnswer Length()
    {
        var body = RightBytes;
        var length = Any((int[])[0, 1, body.Length - 1, body.Length + 1, body.Length + 5000, body.Length]);
        byte[] behind = random.Next(2) == 0 ? Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") : [];
        return new("length", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"), .. body, .. behind], Closes: length > body.Length);
    }

    /// <summary>Chunks that are none, that do not end, or that end well.</summary>
    public HostileAnswer Chunks()
    {
        var body = Any((string[])
        [
            $"{RightBytes.Length:x}\r\n{Right}\r\n0\r\n\r\n", $"{RightBytes.Length:x};{new string('e', 20_000)}\r\n{Right}\r\n0\r\n\r\n", $"{RightBytes.Length:x}\r\n{Right}\r\n", "zz\r\n{}\r\n0\r\n\r\n",
            "-1\r\n{}\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFFF\r\n{}\r\n", "7fffffffffffffff\r\n{}\r\n", "2\r\n{}0\r\n\r\n", "0\r\n\r\n", $"{RightBytes.Length:x}\r\n{Right}\r\n0\r\nX-OCR: t\r\nno colon\r\n\r\n",
            string.Concat(RightBytes.Select(b => $"1\r\n{(char)b}\r\n")) + "0\r\n\r\n", "2\r\n{}\r\n0\r\n" + new string('t', 70_000),
        ]);
        return new("chunks", [.. "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. Encoding.UTF8.GetBytes(body)], Closes: true);
    }

    /// <summary>Packed bodies, of which some unpack to a hundred times their size; nobody asked for them to be packed.</summary>
    public HostileAnswer Packed()
    {
        var name = Any((string[])["gzip", "deflate", "br"]);
        using var packed = new MemoryStream();
        using (Stream packer = name == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : name == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new ZLibStream(packed, CompressionLevel.Fastest))
            packer.Write(random.Next(3) == 0 ? new byte[2 * 1024 * 1024] : RightBytes);
        return HostileAnswer.Of("packed", "200 OK", packed.ToArray(), $"Content-Encoding: {name}\r\n");
    }

    /// <summary>Interim answers before the right one, or the end of the connection at any byte of it.</summary>
    public HostileAnswer Cut()
    {
        var interim = string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n", random.Next(3) == 0 ? 50 : 0));
        byte[] whole = [.. Encoding.ASCII.GetBytes(interim), .. HostileAnswer.Ok("", Right).Bytes];
        return random.Next(4) == 0 ? new("interim", whole, Closes: false) : new("cut", whole[..random.Next(whole.Length)], Closes: true);
    }

    /// <summary>The right answer in another encoding, or with some of its bytes changed.</summary>
    public HostileAnswer Bytes()
    {
        var body = RightBytes;
        switch (random.Next(6))
        {
            case 0:
                var encoding = Any((Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)]);
                body = [.. encoding.GetPreamble(), .. encoding.GetBytes(Right)];
                break;
            case 1: body = Encoding.Latin1.GetBytes(Right.Replace("FULANO", "É\u00A0FULANO", StringComparison.Ordinal)); break;
            case 2: body = [.. body, .. Encoding.UTF8.GetBytes(Any((string[])["{}", "\0", "<html>", Right]))]; break;
            case 3: body = body[..random.Next(body.Length)]; break;
            case 4: body = [.. body[..100], .. Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256)), .. body[100..]]; break;
            default: body[random.Next(body.Length)] = (byte)random.Next(256); break;
        }

        return HostileAnswer.Of("bytes", "200 OK", body);
    }

    private static HostileAnswer Head(string family, string line, string body, string headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new(family, [.. Encoding.Latin1.GetBytes($"{line}\r\nConnection: close\r\nContent-Length: {bytes.Length}\r\n{headers}\r\n"), .. bytes], Closes: true);
    }

    private T Any<T>(T[] items) => items[random.Next(items.Length)];
}
