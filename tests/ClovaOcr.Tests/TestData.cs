using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ClovaOcr.Tests;

/// <summary>The files that tests read.</summary>
internal static class TestData
{
    public static string Root { get; } = FindRoot();

    public static string Cards { get; } = Path.Combine(Root, "samples", "cards");

    /// <summary>The success sample of the vendor's page, as a tree to change at will.</summary>
    public static JsonNode VendorSuccess() => Vendor("success.json");

    /// <summary>The failure sample of the vendor's page.</summary>
    public static JsonNode VendorFailure() => Vendor("failure.json");

    /// <summary>The pictures among the specimens, of one kind (<c>ac</c>, <c>ic</c>, <c>dl</c>, <c>pp</c>) or all.</summary>
    public static string[] Specimens(string kind = "") =>
        [.. Directory.EnumerateFiles(Cards).Where(file => Path.GetExtension(file) is ".jpg" or ".png" && Path.GetFileName(file).StartsWith(kind, StringComparison.Ordinal)).Order()];

    /// <summary>What is printed on a specimen and where.</summary>
    public static JsonNode Truth(string specimen) => JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(specimen, ".json")))!;

    private static JsonNode Vendor(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "tests", "data", "vendor", name)))!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClovaOcr.psd1"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside a checkout.");
    }
}
