using System;
using System.IO;
using System.Security.Cryptography;

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

    /// <summary>Reads a picture file.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="maximumSize">Bytes; a larger file is not read.</param>
    /// <exception cref="ClovaOcrException">The file is not there, not readable, empty, too large, or no picture the service takes.</exception>
    public static SourceFile Read(string path, long maximumSize)
    {
        var bytes = ReadBytes(path, maximumSize);
        return ImageFormatSniffer.Sniff(bytes) is { } format
            ? new SourceFile(path, bytes, format, HashOf(bytes))
            : throw Failure(
                path,
                ClovaOcrErrorKind.UnsupportedFormat,
                "The bytes are not those of a JPEG, PNG, TIFF or PDF, whatever the file's name says. Save the picture as JPEG or PNG.");
    }

    /// <summary>Reads any file.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="maximumSize">Bytes; a larger file is not read.</param>
    /// <exception cref="ClovaOcrException">The file is not there, not readable, empty or too large.</exception>
    public static byte[] ReadBytes(string path, long maximumSize)
    {
        try
        {
            // A pipe or device has no length, and opening it could wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) throw Empty(path);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length == 0) throw Empty(path);
            if (file.Length > maximumSize) throw TooLarge(path, file.Length, maximumSize);

            var bytes = new byte[file.Length];
            var count = 0;
            while (count < bytes.Length && file.Read(bytes, count, bytes.Length - count) is > 0 and var more) count += more;
            return count == bytes.Length
                ? bytes
                : throw Failure(path, ClovaOcrErrorKind.FileUnreadable, "The file became shorter while it was read. Try again.");
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

    /// <summary>The lower-case hexadecimal SHA-256 of bytes.</summary>
    public static string HashOf(byte[] bytes)
    {
        using var sha256 = SHA256.Create();
        return BitConverter.ToString(sha256.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }

    private static ClovaOcrException Empty(string path) =>
        Failure(path, ClovaOcrErrorKind.FileEmpty, "The file is empty. Copy or scan it again.");

    private static ClovaOcrException TooLarge(string path, long size, long limit) => Failure(
        path,
        ClovaOcrErrorKind.FileTooLarge,
        FormattableString.Invariant($"The file has {size / 1048576.0:0.0} MiB, more than the limit of {limit / 1048576.0:0.#} MiB. ")
        + "Make the picture smaller, or raise -MaximumFileSize.");

    private static ClovaOcrException Failure(string path, ClovaOcrErrorKind kind, string problem) => new(kind, problem) { FilePath = path };
}
