using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>The masked copy of a card's picture, in memory, with what was covered and why. Says nothing that is printed on the card.</summary>
/// <param name="Picture">The copy, which passed its check.</param>
/// <param name="SourceHash">The SHA-256 of the source file, 64 lower-case hexadecimal digits.</param>
/// <param name="Hash">The SHA-256 of the copy.</param>
/// <param name="Areas">What was to be covered and why, in stored pixels, margin included.</param>
/// <param name="AlsoTouched">The vendor's names of other fields of which a part is covered too.</param>
public sealed record MaskedCopy(
    MaskedPicture Picture, string SourceHash, string Hash, IReadOnlyList<MaskArea> Areas, IReadOnlyList<string> AlsoTouched);
