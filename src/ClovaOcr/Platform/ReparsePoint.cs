using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ClovaOcr.Platform;

/// <summary>
/// What a reparse point of Windows is for. Links are ones, but so are files that are kept in OneDrive or stored once for several copies,
/// which are no less files for it. .NET tells them apart, the .NET Framework does not.
/// </summary>
internal static class ReparsePoint
{
    // WIN32_FIND_DATAW: the attributes, three times, the size in two halves, and then the tag; 592 bytes in all.
    private const int DataLength = 592;
    private const int TagPlace = 36;

    private static readonly IntPtr NoHandle = new(-1);

    /// <summary>Whether a file's name stands for another name: symbolic links, junctions and the like.</summary>
    /// <param name="path">A file on Windows.</param>
    public static bool IsLink(string path)
    {
        if (!File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)) return false;
        var data = new byte[DataLength];
        var search = FindFirstFile(path, data);

        // Of what cannot be looked at, the worse is assumed.
        if (search == NoHandle) return true;
        FindClose(search);
        return StandsForAnotherName(BitConverter.ToUInt32(data, TagPlace));
    }

    /// <summary>Whether a tag has the bit that says so (IsReparseTagNameSurrogate).</summary>
    internal static bool StandsForAnotherName(uint tag) => (tag & 0x20000000) != 0;

    [DllImport("kernel32.dll", EntryPoint = "FindFirstFileW", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern IntPtr FindFirstFile(string path, [Out] byte[] data);

    [DllImport("kernel32.dll", EntryPoint = "FindClose")]
    private static extern bool FindClose(IntPtr search);
}
