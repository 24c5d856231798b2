using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>The folders in which programs are looked for.</summary>
/// <param name="Name">What a message calls them.</param>
/// <param name="All">Absolute ones count; others would let the working folder decide which program runs.</param>
internal sealed record ProgramFolders(string Name, IReadOnlyList<string> All)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // Of what PATHEXT offers, scripts among them, the only one that can be started without a shell.
    private static readonly string Ending = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Those of PATH, and on Windows those of Tesseract's installer, for all users and for one, which leaves PATH as it is.</summary>
    public static ProgramFolders OfThisMachine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => folder.Trim('"'));
        if (!OperatingSystem.IsWindows()) return new("PATH", [.. path]);
        return new(
            "PATH",
            [
                .. path,
                InstalledIn(Environment.SpecialFolder.ProgramFiles),
                InstalledIn(Environment.SpecialFolder.LocalApplicationData, "Programs"),
            ]);

        static string InstalledIn(Environment.SpecialFolder folder, string within = "") =>
            Path.Combine(Environment.GetFolderPath(folder), within, "Tesseract-OCR");
    }

    /// <summary>The first program of a name.</summary>
    /// <returns>Null when there is none.</returns>
    public string? Find(string program) =>
        All.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, program + Ending)).FirstOrDefault(IsProgram);

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != 0);
}
