using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging;
using ClovaOcr.Platform;
using ClovaOcr.Tests.Imaging;

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
            var source = File.ReadAllBytes(file);
            var staged = output.Stage(HandmadeCopy.Of([.. source.Reverse()], SourceFile.HashOf(source)), Path.Combine(destination, Path.GetFileName(file)));
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
}
