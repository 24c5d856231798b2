namespace ClovaOcr.Review;

/// <summary>One text that was read from a card.</summary>
/// <param name="Name">The vendor's name of the field, or <c>birthDate</c> or <c>sex</c> for what its number tells.</param>
/// <param name="Text">The text; identity numbers in it are masked before the page has it.</param>
/// <param name="Entry">Which of the field's entries, from 0.</param>
/// <param name="IsDerived">Whether it is no print of its own but told by the registration number.</param>
public sealed record ReviewField(string Name, string? Text, int Entry = 0, bool IsDerived = false);
