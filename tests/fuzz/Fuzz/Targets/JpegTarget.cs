using ClovaOcr.Imaging;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>JPEG, sequential and progressive.</summary>
internal sealed class JpegTarget() : PictureTarget("jpeg", ImageFormat.Jpeg);
