using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What importing the module loads.</summary>
public sealed class ImportSpecs
{
    // The engine's package has no Test-Path.
    private const string ShowLoaded = """
        $lib = [System.IO.Path]::Combine((Get-Module ClovaOcr).ModuleBase, 'lib')
        ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not $_.IsDynamic -and [System.IO.Path]::GetDirectoryName($_.Location) -eq $lib } |
            ForEach-Object { $_.GetName().Name }) -join ' '
        """;

    [Fact]
    public async Task Importing_and_listing_load_the_modules_dll_and_nothing_else()
    {
        var loaded = await LoadedAfterAsync(
            "Get-Module ClovaOcr", "Get-Command -Module ClovaOcr", "Get-Command *-Alien*", "(Get-Module ClovaOcr).ExportedCmdlets", "[ClovaOcr.PowerShell.Cards.AlienCard]");
        Assert.All(loaded, assemblies => Assert.Equal("ClovaOcr.PowerShell", assemblies));
    }

    [Fact]
    public async Task A_command_loads_the_library_and_nothing_that_it_does_not_need()
    {
        var loaded = await LoadedAfterAsync("Get-AlienVisaCode", "Connect-ClovaOcr http://127.0.0.1:1/custom/v1/1/key secret", "Test-AlienRegistrationNumber 900101-5");
        Assert.All(loaded, assemblies => Assert.Equal("ClovaOcr.PowerShell ClovaOcr", assemblies));
    }

    /// <summary>The module's assemblies that are loaded after each script.</summary>
    private static async Task<IEnumerable<string>> LoadedAfterAsync(params string[] scripts)
    {
        var shown = await FreshProcess.RunAsync(new Dictionary<string, string>(), [.. scripts.Select(script => $"$null = {script}\n{ShowLoaded}")]);
        Assert.Equal(scripts.Length, shown.Length);
        return shown;
    }
}
