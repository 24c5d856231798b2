using System.IO;

namespace ClovaOcr.Platform;

/// <summary>Reads as many bytes as were asked for, which one read of a stream need not; netstandard2.0 has no method for it.</summary>
internal static class StreamFilling
{
    /// <summary>Reads up to the count, and less only where the stream ends.</summary>
    /// <returns>How many bytes were read.</returns>
    public static int Fill(this Stream stream, byte[] buffer, int offset, int count)
    {
        var filled = 0;
        while (filled < count && stream.Read(buffer, offset + filled, count - filled) is > 0 and var more) filled += more;
        return filled;
    }
}
