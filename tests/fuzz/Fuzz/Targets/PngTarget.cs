using ClovaOcr.Fuzz.Seals;
using ClovaOcr.Imaging;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>PNG, with the checksums of the input's chunks and of its data made right.</summary>
internal sealed class PngTarget() : PictureTarget("png", ImageFormat.Png)
{
    /// <inheritdoc/>
    protected override byte[] Sealed(byte[] input) => PngSeal.Apply(input);
}
