namespace Specimens.Cards;

/// <summary>Ink that is left out of a card, to find which pixels it is in.</summary>
/// <param name="Field">The service's name for the field.</param>
/// <param name="Character">Which character, from 0, of a text in equal cells; null for the whole text.</param>
internal sealed record Blank(string Field, int? Character)
{
    /// <summary>What is left of a field's text; a blank keeps the place of what is left out.</summary>
    public string In(string field, string text) =>
        field != Field ? text
        : Character is { } character ? text.Remove(character, 1).Insert(character, " ")
        : new string(' ', text.Length);
}
