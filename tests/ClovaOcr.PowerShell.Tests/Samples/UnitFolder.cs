using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>The systemd units with a program that is on every machine in the place of PowerShell, which need not be on this one.</summary>
internal sealed class UnitFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clova-ocr-");

    public UnitFolder() => Units = [.. new[] { "clova-ocr.service", "clova-ocr.timer" }.Select(Write)];

    public IReadOnlyList<string> Units { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string unit)
    {
        var path = Path.Combine(_folder.FullName, unit);
        File.WriteAllText(path, SampleFile.Text($"systemd/{unit}").Replace("/usr/bin/pwsh", "/bin/true", StringComparison.Ordinal));
        return path;
    }
}
