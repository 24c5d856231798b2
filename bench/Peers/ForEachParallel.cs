using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bench.Processes;

namespace Bench.Peers;

/// <summary>The cards by ForEachParallel.ps1 in PowerShell 7. Its start is not counted, as the module's is not.</summary>
internal static class ForEachParallel
{
    /// <returns>Null when there is no pwsh.</returns>
    public static async Task<PeerFigures?> ReadAsync(EmulatorProcess emulator, CardFolder folder, CardRange cards, int throttleLimit)
    {
        string[] script = ["-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Peers", "ForEachParallel.ps1")];
        var start = new ProcessStartInfo("pwsh", [.. script, folder.FullPath, $"{cards.First}", $"{cards.Count}", $"{throttleLimit}"])
        {
            RedirectStandardOutput = true,
        };
        emulator.TellTo(start);
        try
        {
            using var pwsh = Process.Start(start)!;
            var output = await pwsh.StandardOutput.ReadToEndAsync();
            await pwsh.WaitForExitAsync();
            var figures = output.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            return new PeerFigures(cards.Count, (int)figures[0], figures[1] / 1000, figures[2] / 1000);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
