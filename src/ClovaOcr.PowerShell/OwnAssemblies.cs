using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ClovaOcr.PowerShell;

/// <summary>
/// The assemblies in the module's own folder, and who gets them: those that lie there themselves, so that another module keeps its own
/// copy of the same library.
/// </summary>
internal sealed class OwnAssemblies
{
    private readonly string _folder;

    /// <param name="folder">The folder of the module's assemblies.</param>
    public OwnAssemblies(string folder) => _folder = folder;

    /// <summary>The file that answers a request that the .NET Framework has found nothing for.</summary>
    /// <param name="asking">
    /// Where the assembly that asks lies; empty for one that lies nowhere; null when the .NET Framework does not say who asks.
    /// </param>
    /// <param name="wanted">The full name of the assembly that it asks for.</param>
    /// <returns>
    /// Null when the request is not ours to answer: from elsewhere, for a name or a key that no file of the folder has, or for a later
    /// version.
    /// </returns>
    public string? FileFor(string? asking, string wanted)
    {
        if (asking is not null && !IsHere(asking)) return null;
        var name = new AssemblyName(wanted);

        // A key makes sure that whoever asks means this very library, of which a later version does; without one, names may be alike.
        if (asking is null && name.GetPublicKeyToken() is not { Length: > 0 }) return null;

        // Texts in other languages are asked for in the name of the assembly with a suffix, and there are none.
        try
        {
            var file = Directory.EnumerateFiles(_folder, "*.dll")
                .FirstOrDefault(file => string.Equals(Path.GetFileNameWithoutExtension(file), name.Name, StringComparison.OrdinalIgnoreCase));
            return file is not null && Answers(AssemblyName.GetAssemblyName(file), name) ? file : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // An update has taken the folder away, or is writing it: whoever asks is told that there is no such assembly, as before.
            return null;
        }
    }

    private bool IsHere(string file) =>
        file.Length > 0 && string.Equals(Path.GetDirectoryName(file), _folder, StringComparison.OrdinalIgnoreCase);

    private static bool Answers(AssemblyName own, AssemblyName wanted) =>
        (own.GetPublicKeyToken() ?? []).SequenceEqual(wanted.GetPublicKeyToken() ?? [])
        && (wanted.Version is null || own.Version >= wanted.Version);
}
