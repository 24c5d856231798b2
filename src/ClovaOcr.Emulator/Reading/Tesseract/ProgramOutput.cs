namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>What a program printed.</summary>
/// <param name="Output">On standard output.</param>
/// <param name="Errors">On standard error.</param>
internal sealed record ProgramOutput(byte[] Output, byte[] Errors);
