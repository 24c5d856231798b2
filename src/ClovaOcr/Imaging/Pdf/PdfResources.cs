using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// What a page has at hand to draw with (ISO 32000-1, 7.8.3). Things that no picture needs are refused even where nothing draws with them:
/// some readers load them all the same, with no end to what they load.
/// </summary>
internal static class PdfResources
{
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["Font"] = "fonts for text",
        ["Pattern"] = "patterns",
        ["Shading"] = "shadings",
    };

    // What device colours are to be taken for (8.6.5.6).
    private static readonly string[] Substitutes = ["DefaultGray", "DefaultRGB", "DefaultCMYK"];

    /// <exception cref="ClovaOcrException">There is more at hand than a picture needs.</exception>
    public static void EnsureFew(PdfFile file, PdfDictionary resources)
    {
        foreach (var kind in Refused)
        {
            if (file.Find<PdfDictionary>(resources, kind.Key) is { Keys.Count: > 0 })
                throw Refusal.UnmaskablePdf($"This PDF has {kind.Value} beside its picture.");
        }

        if (file.Find<PdfDictionary>(resources, "ColorSpace") is not { } spaces) return;
        foreach (var substitute in Substitutes)
        {
            if (file.Resolve(spaces[substitute]) is { } space && PdfColor.Read(file, space).IsIndexed)
                throw Refusal.Damaged("its colours are not valid");
        }
    }
}
