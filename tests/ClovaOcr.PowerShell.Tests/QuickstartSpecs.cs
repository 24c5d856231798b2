using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class QuickstartSpecs
{
    /// <summary>The README's main job, as the program that it starts.</summary>
    [Fact]
    public async Task The_quickstart_reads_lists_exports_and_masks_and_says_what_to_type_next()
    {
        var folder = Directory.CreateTempSubdirectory("clova-ocr-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Quickstart.dll"), folder]) { RedirectStandardOutput = true };
            using var quickstart = Process.Start(start)!;
            var screen = await quickstart.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await quickstart.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(0, quickstart.ExitCode);
            foreach (var shown in new[] { "PS> Get-ChildItem samples/cards/*.jpg", "WrongCardType", "alienRegNum, qrCode", "This is not an alien registration card", "Import-Module ./ClovaOcr.psd1" })
                Assert.Contains(shown, screen, StringComparison.Ordinal);
            Assert.Equal(Scenario.Specimens("ac").Length, File.ReadLines(Path.Combine(folder, "staff.csv")).Count() - 1);
            Assert.Equal(Scenario.Specimens("ac").Length, Directory.GetFiles(Path.Combine(folder, "masked")).Count(IsOfSpecimen));
            Assert.Equal(await HasTesseractAsync(), screen.Contains("PS> Get-ChildItem samples/photos/*.jpg", StringComparison.Ordinal));
            Assert.Equal(await HasTesseractAsync(), !Directory.GetFiles(Path.Combine(folder, "masked")).All(IsOfSpecimen));
            Assert.Equal(["masked", "review.html", "staff.csv"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Evidence.MayHold(TellTale.Names, Path.Combine(folder, "review.html"), "a page on which names are checked");
            Evidence.Delete(folder);
        }
    }

    private static bool IsOfSpecimen(string copy) =>
        Scenario.Specimens("ac").Any(specimen => Path.GetFileName(copy).StartsWith(Path.GetFileNameWithoutExtension(specimen) + ".", StringComparison.Ordinal));

    private static async Task<bool> HasTesseractAsync()
    {
        await using var emulator = await CardOcrEmulator.StartAsync(new EmulatorOptions());
        return emulator.ReadsAnyPicture;
    }
}
