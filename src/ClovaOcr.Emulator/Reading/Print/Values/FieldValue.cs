namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>What a field says, after it was read twice alike.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Confidence">0 to 1: of the reading that was less sure.</param>
/// <param name="Date">Its parts, if it is a date.</param>
internal sealed record FieldValue(string Text, double Confidence, PrintedDate? Date = null);
