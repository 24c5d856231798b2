using System;
using System.IO;

namespace Specimens;

/// <summary>Where things lie in the checkout that this tool was built in.</summary>
internal static class Repository
{
    public static string CardFolder => Path.Combine(Root, "samples", "cards");

    public static string FontFolder => Path.Combine(Root, "tools", "Specimens", "fonts");

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClovaOcr.slnx")))
                return folder.FullName;
        throw new SpecimenException("Run this from a checkout: no ClovaOcr.slnx above " + AppContext.BaseDirectory);
    }
}
