using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>A connection to the emulator, byte by byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Uri _url;
    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private RawConnection(Uri url, Socket socket) => (_url, _socket, _stream) = (url, socket, new NetworkStream(socket));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawConnection> OpenAsync(Uri url)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, url.Port, Cancellation);
        return new RawConnection(url, socket);
    }

    /// <summary>Sends a call that is right in everything.</summary>
    public async Task SendCallAsync(byte[] picture, string format)
    {
        var body = BodyOf(picture, format);
        await SendHeadAsync(body.Length);
        await SendAsync(body);
    }

    /// <summary>Sends the head of a call, which announces a JSON body.</summary>
    public Task SendHeadAsync(int bodyLength) => SendAsync(Encoding.ASCII.GetBytes(
        $"POST {_url.AbsolutePath} HTTP/1.1\r\nHost: {_url.Authority}\r\nX-OCR-SECRET: s\r\n"
        + $"Content-Type: application/json\r\nContent-Length: {bodyLength}\r\n\r\n"));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes, Cancellation).AsTask();

    public static byte[] BodyOf(byte[] picture, string format) => Encoding.UTF8.GetBytes(EmulatorClient.Message(picture, format).ToJsonString());

    /// <summary>Reads an answer's head: its status line, and its header lines by name.</summary>
    public async Task<(string Status, IReadOnlyDictionary<string, string> Headers)> ReadHeadAsync()
    {
        var status = await ReadLineAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line) headers.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        return (status, headers);
    }

    /// <summary>Reads an answer of announced length.</summary>
    public async Task<(string Status, byte[] Body)> ReadAnswerAsync()
    {
        var (status, headers) = await ReadHeadAsync();
        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body, Cancellation);
        return (status, body);
    }

    /// <summary>Reads one chunk of an answer whose length was not announced.</summary>
    public async Task<byte[]> ReadChunkAsync()
    {
        var chunk = new byte[int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(chunk, Cancellation);
        Assert.Equal("", await ReadLineAsync());
        return chunk;
    }

    /// <summary>Reads what comes until the emulator closes the connection.</summary>
    /// <exception cref="IOException">The connection was reset.</exception>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        await _stream.CopyToAsync(all, Cancellation);
        return all.ToArray();
    }

    /// <summary>Checks that the connection is reset, and that nothing comes before.</summary>
    public async Task AssertResetAsync()
    {
        var exception = await Assert.ThrowsAsync<IOException>(ReadToEndAsync);
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
    }

    /// <summary>Hangs up without a word, as a process does that is killed in the middle of things.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Dispose();
    }

    /// <summary>Hangs up.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            await _stream.ReadExactlyAsync(one, Cancellation);
            line.Append((char)one[0]);
        }

        return line.ToString()[..^2];
    }
}
