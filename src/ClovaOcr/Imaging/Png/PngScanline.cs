using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>A row of a picture as it is stored.</summary>
/// <param name="Pass">The pass that it belongs to.</param>
/// <param name="Y">Its row in the picture.</param>
internal readonly record struct PngScanline(PngPass Pass, int Y)
{
    /// <summary>Its pixels.</summary>
    public int Width => Pass.Width;

    /// <summary>Whether it has no row above it in its pass.</summary>
    public bool IsFirst => Y == Pass.StartY;

    /// <summary>All rows of a picture in the order in which they are stored.</summary>
    public static IEnumerable<PngScanline> Of(PngHeader header)
    {
        foreach (var pass in PngPass.Of(header))
            for (var row = 0; row < pass.Height; row++) yield return new(pass, pass.StartY + (row * pass.StepY));
    }
}
