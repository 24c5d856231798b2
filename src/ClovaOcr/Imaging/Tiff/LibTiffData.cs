using System.IO;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>A file for LibTiff.NET, which notes what the library says of it.</summary>
internal sealed class LibTiffData(byte[] file) : MemoryStream(file, writable: false)
{
    /// <summary>Whether the library has complained since this was last false; of unknown tags it does when a file is opened.</summary>
    public bool HasComplaint { get; set; }
}
