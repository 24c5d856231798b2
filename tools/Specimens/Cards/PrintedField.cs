using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>One text of a card that the service reads.</summary>
/// <param name="Name">The service's name for the field.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Ink">The bounds of the printed glyphs, in the card's millimetres.</param>
/// <param name="Date">The date that the text tells, if it is one.</param>
internal sealed record PrintedField(string Name, string Text, SKRect Ink, DateOnly? Date);
