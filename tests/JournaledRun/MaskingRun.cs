using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging;
using ClovaOcr.Platform;

namespace ClovaOcr.JournaledRun;

/// <summary>
/// Writes a copy of each picture of a folder to another like ConvertTo-MaskedImage -Force, and prints each name that was done. For the
/// files it makes no difference what is in the copies: the pictures' bytes in reverse order.
/// </summary>
internal static class MaskingRun
{
    public static int Run(string folder, string destination, Disk disk)
    {
        using var output = new MaskOutput(overwrite: true, disk);
        var waiting = new List<StagedCopy>();
        foreach (var file in Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal))
        {
            var staged = output.Stage(CopyOf(File.ReadAllBytes(file)), Path.Combine(destination, Path.GetFileName(file)));
            if (staged.Overwrites) waiting.Add(staged);
            else Finish(output, staged);
        }

        foreach (var staged in waiting) Finish(output, staged);
        return 0;
    }

    private static void Finish(MaskOutput output, StagedCopy staged)
    {
        output.MoveIntoPlace(staged);
        Console.Out.WriteLine(Path.GetFileName(staged.Destination));
        Console.Out.Flush();
    }

    private static MaskedCopy CopyOf(byte[] source)
    {
        byte[] bytes = [.. source.Reverse()];
        return new MaskedCopy
        {
            Picture = new MaskedPicture
            {
                Bytes = bytes,
                Format = ImageFormat.Jpeg,
                Width = 1,
                Height = 1,
                Orientation = Orientation.Upright,
                CellWidth = 8,
                CellHeight = 8,
                Covered = [],
                Kept = [],
                Dropped = [],
            },
            SourceHash = SourceFile.HashOf(source),
            Hash = SourceFile.HashOf(bytes),
            Areas = [],
            AlsoTouched = [],
            QrCode = QrCodeFinding.NotSearched,
            Warnings = [],
        };
    }
}
