using System;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The module as it is installed, packaged from what was built: the folder and the package of the same files.</summary>
public sealed class PackagedModule : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("clovaocr-").FullName;

    public PackagedModule()
    {
        using var msbuild = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Checkout.Root, "src", "ClovaOcr.PowerShell"), "-t:PackageModule", "-p:NoBuild=true",
                $"-p:PackageOutput={_output}{Path.DirectorySeparatorChar}", "-nodeReuse:false", "-verbosity:quiet", "-nologo",
            },
            RedirectStandardOutput = true,
        })!;
        var said = msbuild.StandardOutput.ReadToEnd();
        msbuild.WaitForExit();
        Assert.True(msbuild.ExitCode == 0, said);
    }

    /// <summary>The folder of the version.</summary>
    public string Folder => Directory.GetDirectories(Path.Combine(_output, "ClovaOcr")).Single();

    public string Manifest => Path.Combine(Folder, "ClovaOcr.psd1");

    /// <summary>The files of the folder, in order, with <c>/</c>.</summary>
    public string[] Files =>
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The package's own file.</summary>
    public string Package => Directory.GetFiles(_output, "*.nupkg").Single();

    /// <summary>What the package says of itself.</summary>
    public XElement Metadata
    {
        get
        {
            using var package = ZipFile.OpenRead(Package);
            using var nuspec = package.GetEntry("ClovaOcr.nuspec")!.Open();
            return XDocument.Load(nuspec).Root!.Elements().Single();
        }
    }

    public void Dispose() => Directory.Delete(_output, recursive: true);
}
