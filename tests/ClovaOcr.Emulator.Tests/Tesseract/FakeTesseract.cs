using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>A program that the emulator takes for tesseract, in a folder of its own, and that behaves as a test says.</summary>
internal sealed class FakeTesseract : IDisposable
{
    private const string Name = "tesseract";

    private static readonly string Built = AppContext.BaseDirectory.Replace("ClovaOcr.Emulator.Tests", "FakeTesseract", StringComparison.Ordinal);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tesseract-");
    private readonly string _version;
    private readonly string _languages;

    // The program is started by its own name and looks for the runtime by itself.
    static FakeTesseract() => Environment.SetEnvironmentVariable(
        "DOTNET_ROOT",
        Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));

    /// <param name="read">How it reads, one of the cases in tests/FakeTesseract.</param>
    /// <param name="version">What it says its version is.</param>
    /// <param name="languages">The languages that it says it has.</param>
    public FakeTesseract(string read = "answer", string version = "tesseract 5.3.0", string languages = "eng kor osd")
    {
        (_version, _languages) = (version, languages);
        File.Copy(Path.Combine(Built, $"{Name}.dll"), Path.Combine(_folder.FullName, $"{Name}.dll"));
        File.Copy(Path.Combine(Built, $"{Name}.runtimeconfig.json"), Path.Combine(_folder.FullName, $"{Name}.runtimeconfig.json"));
        Program = new(Path.Combine(_folder.FullName, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name), "5.3.0");
        CopyProgram(Path.Combine(Built, Path.GetFileName(Program.Path)), Program.Path);
        Reads(read);
    }

    public TesseractProgram Program { get; }

    /// <summary>The only place to look for it.</summary>
    public ProgramFolders Folders => new("PATH", [Folder]);

    public string Folder => _folder.FullName;

    /// <summary>How many runs of it there are.</summary>
    public int Running => _folder.GetFiles("running-*").Count(IsLocked);

    /// <summary>How many runs of it there were so far.</summary>
    public int Runs => _folder.GetFiles("running-*").Length;

    /// <summary>From now on it reads in another way.</summary>
    public void Reads(string read) => File.WriteAllLines(
        Path.Combine(_folder.FullName, "conduct"), [$"version {_version}", $"languages {_languages}", $"read {read}"]);

    /// <summary>Those that wait may go on.</summary>
    public void Go() => File.WriteAllText(Path.Combine(_folder.FullName, "go"), "");

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsLocked(FileInfo file)
    {
        try
        {
            using var opened = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void CopyProgram(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Copy(from, to);
            return;
        }

        // By another process: a program that this one writes cannot be started while a test beside starts one, which inherits the open file.
        using var copy = Process.Start("cp", ["-p", from, to]);
        copy.WaitForExit();
    }
}
