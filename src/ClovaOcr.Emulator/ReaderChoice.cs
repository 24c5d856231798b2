namespace ClovaOcr.Emulator;

/// <summary>What reads the pictures.</summary>
public enum ReaderChoice
{
    /// <summary>The specimens first; what they do not know goes to Tesseract, if it is there.</summary>
    Auto,

    /// <summary>The specimens alone.</summary>
    Specimens,

    /// <summary>Tesseract alone, which reads the specimens' pictures like any others.</summary>
    Tesseract,
}
