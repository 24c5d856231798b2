namespace ClovaOcr.Batch;

/// <summary>Which pixels the areas of an answer are in, for a picture with an EXIF orientation.</summary>
public enum AreaSpace
{
    /// <summary>Those of an upright copy, as this library sends it.</summary>
    Upright,

    /// <summary>Those stored in the file, if the file itself was sent.</summary>
    Stored,
}
