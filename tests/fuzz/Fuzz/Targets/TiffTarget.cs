using ClovaOcr.Imaging;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>TIFF, of the codings that are masked and those that are not.</summary>
internal sealed class TiffTarget() : PictureTarget("tiff", ImageFormat.Tiff);
