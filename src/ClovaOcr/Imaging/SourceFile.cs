using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using ClovaOcr.Platform;

namespace ClovaOcr.Imaging;

/// <summary>A picture file in memory, with the hash that it is known by.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Format">What the leading bytes say, whatever the name says.</param>
/// <param name="Hash">The SHA-256 of the bytes, 64 hexadecimal digits in lower case.</param>
public sealed record SourceFile(string Path, byte[] Bytes, ImageFormat Format, string Hash)
{
    /// <summary>Bytes: the service's general limit, 50 MiB. None is documented for ID cards (API page, Request).</summary>
    public const long DefaultMaximumSize = 50L * 1024 * 1024;

    private const int HashedAtATime = 128 * 1024;

    // As many as a format is told by.
    private const int LeadingBytes = 1024;

    /// <summary>Reads a picture file.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="maximumSize">Bytes; a larger file is not read.</param>
    /// <exception cref="ClovaOcrException">The file is not there, not readable, empty, too large, or no picture the service takes.</exception>
    public static SourceFile Read(string path, long maximumSize)
    {
        var bytes = ReadBytes(path, maximumSize);
        return ImageFormatSniffer.Sniff(bytes) is { } format
            ? new SourceFile(path, bytes, format, HashOf(bytes))
            : throw Unsupported(path);
    }

    /// <summary>Reads any file.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="maximumSize">Bytes; a larger file is not read.</param>
    /// <exception cref="ClovaOcrException">The file is not there, not readable, empty or too large.</exception>
    public static byte[] ReadBytes(string path, long maximumSize)
    {
        using var file = Open(path);
        return Guarded(path, () =>
        {
            var bytes = new byte[LengthOf(file, path, maximumSize)];
            if (file.Fill(bytes, 0, bytes.Length) < bytes.Length) throw Shorter(path);
            return file.ReadByte() < 0 ? bytes : throw Longer(path);
        });
    }

    /// <summary>Reads a picture file whose hash is known.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="hash">What its hash was.</param>
    /// <exception cref="ClovaOcrException">
    /// It is another file now (<see cref="ClovaOcrErrorKind.ImageChanged"/>), or cannot be read.
    /// </exception>
    internal static SourceFile ReadAgain(string path, string hash)
    {
        // The file was accepted when it was read, with whatever limit was given then. One that is larger than usual must be the same
        // before there is room made for it.
        if (LengthOf(path) > DefaultMaximumSize && HashOfFile(path) != hash) throw Changed(path);
        var bytes = ReadBytes(path, int.MaxValue);
        if (HashOf(bytes) != hash) throw Changed(path);
        return ImageFormatSniffer.Sniff(bytes) is { } format ? new SourceFile(path, bytes, format, hash) : throw Unsupported(path);
    }

    /// <summary>Whether a file begins like a picture that the service takes. One that is not there or not readable does not.</summary>
    internal static bool IsPicture(string path)
    {
        try
        {
            using var file = Open(path);
            var leading = new byte[LeadingBytes];
            return Guarded(path, () => ImageFormatSniffer.Sniff(leading.AsSpan(0, file.Fill(leading, 0, leading.Length)))) is not null;
        }
        catch (ClovaOcrException)
        {
            return false;
        }
    }

    /// <summary>The hash of a file of any size, which is not held in memory.</summary>
    /// <exception cref="ClovaOcrException">The file is not there or not readable.</exception>
    internal static string HashOfFile(string path)
    {
        using var file = Open(path);
        using var sha256 = SHA256.Create();
        return Guarded(path, () => Hexadecimal(sha256.ComputeHash(file)));
    }

    /// <summary>The hash of a file of a picture's size, which is not held in memory.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="maximumSize">Bytes; a larger file is not read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ClovaOcrException">The file is not there, not readable, empty or too large.</exception>
    internal static string HashOfFile(string path, long maximumSize, CancellationToken cancellation)
    {
        using var file = Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return Guarded(path, () =>
        {
            var left = LengthOf(file, path, maximumSize);
            var buffer = new byte[Math.Min(left, HashedAtATime)];
            while (left > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (count == 0) throw Shorter(path);
                hash.AppendData(buffer, 0, count);
                left -= count;
            }

            return file.ReadByte() < 0 ? Hexadecimal(hash.GetHashAndReset()) : throw Longer(path);
        });
    }

    /// <summary>The lower-case hexadecimal SHA-256 of bytes.</summary>
    public static string HashOf(byte[] bytes)
    {
        using var sha256 = SHA256.Create();
        return Hexadecimal(sha256.ComputeHash(bytes));
    }

    private static long LengthOf(string path)
    {
        using var file = Open(path);
        return Guarded(path, () => file.Length);
    }

    private static long LengthOf(FileStream file, string path, long maximumSize) => file.Length switch
    {
        0 => throw Empty(path),
        var length when length > maximumSize => throw TooLarge(path, length, maximumSize),
        var length => length,
    };

    private static string Hexadecimal(byte[] hash) => BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();

    private static FileStream Open(string path) => Guarded(path, () => SettledFile.OpenRead(path));

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failure(path, ClovaOcrErrorKind.FileNotFound, "There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Failure(
                path,
                ClovaOcrErrorKind.FileUnreadable,
                "The file cannot be read. Check that it is a file, your rights to it, and that no other program holds it open.");
        }
    }

    private static ClovaOcrException Unsupported(string path) => Failure(
        path,
        ClovaOcrErrorKind.UnsupportedFormat,
        "The bytes are not those of a JPEG, PNG, TIFF or PDF, whatever the file's name says. Save the picture as JPEG or PNG.");

    private static ClovaOcrException Changed(string path) => Failure(
        path,
        ClovaOcrErrorKind.ImageChanged,
        "The file is no longer the one that was read, so its areas may be elsewhere. Read it again.");

    private static ClovaOcrException Shorter(string path) =>
        Failure(path, ClovaOcrErrorKind.FileUnreadable, "The file became shorter while it was read. Try again.");

    private static ClovaOcrException Longer(string path) =>
        Failure(path, ClovaOcrErrorKind.FileUnreadable, "The file became longer while it was read. Wait until it is whole.");

    private static ClovaOcrException Empty(string path) =>
        Failure(path, ClovaOcrErrorKind.FileEmpty, "The file is empty. Copy or scan it again.");

    private static ClovaOcrException TooLarge(string path, long size, long limit) => Failure(
        path,
        ClovaOcrErrorKind.FileTooLarge,
        FormattableString.Invariant($"The file has {size / 1048576.0:0.0} MiB, more than the limit of {limit / 1048576.0:0.#} MiB. ")
        + "Make the picture smaller, or raise -MaximumFileSize.");

    private static ClovaOcrException Failure(string path, ClovaOcrErrorKind kind, string problem) => new(kind, problem) { FilePath = path };
}
