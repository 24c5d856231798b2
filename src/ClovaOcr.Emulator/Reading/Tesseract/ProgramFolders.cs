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

    /// <summary>Those of PATH, and on Windows the one of Tesseract's installer, which leaves PATH as it is.</summary>
    public static ProgramFolders OfThisMachine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => folder.Trim('"'));
        if (!OperatingSystem.IsWindows()) return new("PATH", [.. path]);
        var programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        return new("PATH", [.. path, Path.Combine(programs, "Tesseract-OCR")]);
    }

    /// <summary>The first program of a name.</summary>
    /// <returns>Null when there is none.</returns>
    public string? Find(string program)
    {
        var endings = OperatingSystem.IsWindows() ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE").Split(';') : [""];
        return All
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != 0);
}
