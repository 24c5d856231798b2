namespace ClovaOcr.Imaging;

/// <summary>The picture formats that the service reads (vendor page, <c>images[].format</c>).</summary>
public enum ImageFormat
{
    /// <summary>JPEG, sent as <c>jpg</c>.</summary>
    Jpeg,

    /// <summary>PNG, sent as <c>png</c>.</summary>
    Png,

    /// <summary>TIFF, sent as <c>tiff</c>; a single page.</summary>
    Tiff,

    /// <summary>PDF, sent as <c>pdf</c>; a single page.</summary>
    Pdf,
}
