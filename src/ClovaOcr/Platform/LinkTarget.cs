using System;
using System.IO;

namespace ClovaOcr.Platform;

/// <summary>Finds the file behind a symbolic link. What is replaced beside a link would leave the file behind it as it was.</summary>
internal static class LinkTarget
{
    /// <summary>The path of the file that a path leads to in the end; the path itself if it is no link, or nothing is there.</summary>
    /// <exception cref="IOException">The links go round in a circle, or this is Windows PowerShell, which cannot follow any.</exception>
    public static string Of(string path)
    {
        // netstandard2.0 does not know the method; .NET has it since version 6, the .NET Framework has none.
        if (typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]) is { } method)
        {
            var resolve = (Func<string, bool, FileSystemInfo?>)method.CreateDelegate(typeof(Func<string, bool, FileSystemInfo?>));
            return File.Exists(path) && resolve(path, true) is { } target ? target.FullName : path;
        }

        return File.Exists(path) && ReparsePoint.IsLink(path)
            ? throw new IOException("The file is a link. Give the path that it leads to.")
            : path;
    }
}
