using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Size and orientation of a TIFF, from its directory.</summary>
internal static class TiffHeaderReader
{
    /// <summary>The header; null for a TIFF that this library does not read, though the service may.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = TiffFile.Read(bytes);
            return new(ImageFormat.Tiff, file.Layout.Width, file.Layout.Height, file.Metadata.Orientation);
        }
        catch (ClovaOcrException)
        {
            return null;
        }
    }
}
