using System;
using System.IO;

namespace ClovaOcr.Fuzz;

/// <summary>A file of its own for one input, as the library reads files and not bytes.</summary>
internal sealed class ScratchFile : IDisposable
{
    // One for each process and thread, so that a killed run leaves one at the most.
    public ScratchFile(byte[] content)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"clova-fuzz-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        File.WriteAllBytes(Path, content);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Removes it.</summary>
    public void Dispose() => File.Delete(Path);
}
