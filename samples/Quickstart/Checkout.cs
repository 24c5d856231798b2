using System;
using System.IO;

namespace Quickstart;

/// <summary>Where this checkout is, found from the program's own place in it.</summary>
public static class Checkout
{
    private const string Manifest = "ClovaOcr.psd1";

    public static string Root { get; } = FindRoot();

    public static string ModuleManifest { get; } = Path.Combine(Root, Manifest);

    public static string Cards { get; } = Path.Combine(Root, "samples", "cards");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Manifest))) folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No {Manifest} above {AppContext.BaseDirectory}: run this inside a checkout.");
    }
}
