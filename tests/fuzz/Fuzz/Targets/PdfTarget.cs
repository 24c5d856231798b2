using ClovaOcr.Fuzz.Seals;
using ClovaOcr.Imaging;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>PDF, with the places in the input's table of objects made right.</summary>
internal sealed class PdfTarget() : PictureTarget("pdf", ImageFormat.Pdf)
{
    /// <inheritdoc/>
    protected override byte[] Sealed(byte[] input) => PdfSeal.Apply(input);
}
