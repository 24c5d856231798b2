using System.IO;
using Bench.Cases;

namespace Bench.Sections;

/// <summary>One masking, and the length of the file that came of it.</summary>
/// <param name="Figures">What it took.</param>
/// <param name="Length">Bytes of the copy; 0 when there is none.</param>
internal sealed record Masking(MaskFigures Figures, long Length)
{
    public static Masking Of(MaskFigures figures, string destination) =>
        new(figures, figures.Refusal is null ? new FileInfo(destination).Length : 0);
}
