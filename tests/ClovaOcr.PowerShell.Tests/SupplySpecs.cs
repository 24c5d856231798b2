using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What the module is made of: nothing unknown, nothing unused, nothing without its licence.</summary>
public sealed class SupplySpecs
{
    private static readonly string Lib = Path.Combine(Checkout.Root, "lib");

    private static readonly string[] Assemblies =
    [
        "BitMiracle.LibJpeg.NET.dll", "BitMiracle.LibTiff.NET.dll", "ClovaOcr.PowerShell.dll", "ClovaOcr.dll", "Microsoft.Bcl.AsyncInterfaces.dll",
        "Microsoft.Bcl.HashCode.dll", "System.Buffers.dll", "System.Memory.dll", "System.Numerics.Vectors.dll",
        "System.Runtime.CompilerServices.Unsafe.dll", "System.Text.Encodings.Web.dll", "System.Text.Json.dll",
        "System.Threading.Tasks.Extensions.dll", "UglyToad.PdfPig.Core.dll",
        "UglyToad.PdfPig.Fonts.dll", "UglyToad.PdfPig.Tokenization.dll", "UglyToad.PdfPig.Tokens.dll", "UglyToad.PdfPig.dll",
    ];

    [Fact]
    public void The_layout_holds_the_module_and_its_dependencies_and_nothing_else() =>
        Assert.Equal(Assemblies, Directory.GetFiles(Lib).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Fact]
    public void The_module_refers_to_each_assembly_that_comes_with_it()
    {
        var reached = new HashSet<string>();
        var ahead = new Queue<string>(["ClovaOcr.PowerShell"]);
        while (ahead.TryDequeue(out var name))
        {
            var file = Path.Combine(Lib, name + ".dll");
            if (!File.Exists(file) || !reached.Add(name + ".dll")) continue;
            foreach (var reference in ReferencesOf(file)) ahead.Enqueue(reference);
        }

        Assert.Equal(Assemblies, reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_notices_name_each_foreign_assembly_with_the_version_that_is_locked()
    {
        var notices = File.ReadAllLines(Path.Combine(Checkout.Root, "THIRD-PARTY-NOTICES.txt"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => cells[2]);
        Assert.Equal(
            Assemblies.Where(assembly => !assembly.StartsWith("ClovaOcr.", StringComparison.Ordinal)),
            notices.Keys.Select(assembly => assembly + ".dll").Order(StringComparer.Ordinal));
        var locked = LockedPackages(Path.Combine(Checkout.Root, "src", "ClovaOcr.PowerShell"));
        Assert.All(notices.Values, package => Assert.Contains(package, locked));
    }

    [Fact]
    public void Each_project_has_a_lock_file_and_each_package_of_the_list_a_project()
    {
        var projects = XDocument.Load(Path.Combine(Checkout.Root, "ClovaOcr.slnx")).Descendants("Project")
            .Select(project => Path.Combine(Checkout.Root, (string)project.Attribute("Path")!)).ToList();
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project));
        Assert.Equal(
            Included(Path.Combine(Checkout.Root, "Directory.Packages.props"), "PackageVersion").Order(),
            projects.SelectMany(project => Included(project, "PackageReference")).Distinct().Order());
    }

    private static IEnumerable<string> Included(string file, string item) =>
        XDocument.Load(file).Descendants(item).Select(element => (string)element.Attribute("Include")!);

    private static IEnumerable<string> ReferencesOf(string file)
    {
        using var portable = new PEReader(File.OpenRead(file));
        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static HashSet<string> LockedPackages(string projectFolder)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(projectFolder, "packages.lock.json")));
        return
        [
            .. locked.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.TryGetProperty("resolved", out _))
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}"),
        ];
    }
}
