namespace ClovaOcr.Imaging.Pdf;

/// <summary>What a page has at hand to draw with (ISO 32000-1, 7.8.3), as far as it changes how a picture looks.</summary>
internal static class PdfResources
{
    // What device colours are to be taken for (8.6.5.6).
    private static readonly string[] Substitutes = ["DefaultGray", "DefaultRGB", "DefaultCMYK"];

    /// <exception cref="ClovaOcrException">The picture's colours would be taken for others.</exception>
    public static void EnsureUsualColors(PdfFile file, PdfDictionary resources)
    {
        if (file.Find<PdfDictionary>(resources, "ColorSpace") is not { } spaces) return;
        foreach (var substitute in Substitutes)
        {
            if (file.Resolve(spaces[substitute]) is { } space && PdfColor.Read(file, space).IsIndexed)
                throw Refusal.Damaged("its colours are not valid");
        }
    }
}
