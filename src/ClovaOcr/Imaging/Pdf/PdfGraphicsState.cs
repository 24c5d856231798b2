using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Graphics state dictionaries (ISO 32000-1, 8.4.5) that leave a picture as it is.</summary>
internal static class PdfGraphicsState
{
    // About lines, text, overprinting and screening, or about what is transparent, which a picture without a mask is not.
    private static readonly HashSet<string> Harmless =
    [
        "Type", "LW", "LC", "LJ", "ML", "D", "RI", "OP", "op", "OPM", "FL", "SM", "SA", "AIS", "TK", "HT", "UseBlackPtComp",
    ];

    private static readonly HashSet<string> Functions = ["BG", "BG2", "UCR", "UCR2", "TR", "TR2"];

    /// <exception cref="ClovaOcrException">The picture would look different.</exception>
    public static void EnsureHarmless(PdfFile file, PdfDictionary? state)
    {
        if (state is null) throw Refusal.Damaged("something that its page shows is missing");
        foreach (var key in state.Keys)
        {
            var value = file.Resolve(state[key]);
            var isHarmless = Harmless.Contains(key) || value is null || key switch
            {
                "CA" or "ca" => value is 1.0,
                "BM" => value is PdfName { Value: "Normal" or "Compatible" },
                "SMask" => value is PdfName { Value: "None" },
                _ => Functions.Contains(key) && value is PdfName { Value: "Identity" or "Default" },
            };
            if (!isHarmless) throw Refusal.UnmaskablePdf("This PDF shows its picture through an effect such as transparency.");
        }
    }
}
