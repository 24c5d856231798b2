using System.IO;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>A file for LibTiff.NET, by which its messages are known to be about this file.</summary>
internal sealed class TiffSource(byte[] file) : MemoryStream(file, writable: false)
{
    /// <summary>Whether the library has called anything in the file an error.</summary>
    public bool HasError { get; set; }
}
