namespace ClovaOcr.Review;

/// <summary>A masked copy by its proof. The copy is read again, and is shown only if it is still the one that was proved.</summary>
/// <param name="SourceHash">The SHA-256 of the picture that was masked, which tells the card it belongs to.</param>
/// <param name="Path">The masked copy.</param>
/// <param name="Hash">The SHA-256 that the copy had when it was proved.</param>
/// <param name="Warnings">What a person should look at, separated by semicolons; null when there is nothing.</param>
public sealed record ReviewProof(string SourceHash, string Path, string Hash, string? Warnings);
