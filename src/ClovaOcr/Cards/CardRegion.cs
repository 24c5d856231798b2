using System;
using System.Globalization;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>
/// An area of the picture and what it is, in pixels of the file's stored picture. All that masking needs to know of a card, without
/// a word that is printed on it. It survives as text, which is how objects come back from Clixml and remoting.
/// </summary>
/// <param name="Kind">What the area is.</param>
/// <param name="Field">The field's name on the vendor's page; <c>card</c> for the card's border.</param>
/// <param name="Entry">Which of the field's entries, from 0.</param>
/// <param name="Outline">The form of the entry's text, each letter and digit a <c>#</c>, as in <c>######-#######</c>; may be empty.</param>
/// <param name="Area">The area.</param>
public sealed record CardRegion(CardRegionKind Kind, string Field, int Entry, string Outline, Polygon Area)
{
    /// <summary>The name that stands in <see cref="Field"/> for the card's border.</summary>
    public const string CardBorder = "card";

    /// <summary>The form of a text: each letter, digit and masking star a <c>#</c>, a hyphen as it is, anything else a <c>_</c>.</summary>
    public static string OutlineOf(string? text) =>
        new((text ?? "").Select(c => char.IsLetterOrDigit(c) || c == '*' ? '#' : c == '-' ? c : '_').ToArray());

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a region.</exception>
    public static CardRegion Parse(string text)
    {
        var parts = text.Split([' '], StringSplitOptions.None);
        if (parts.Length < 7
            || !Enum.TryParse<CardRegionKind>(parts[0], out var kind)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
        {
            throw new FormatException("Not the text of a card's region.");
        }

        return new CardRegion(kind, parts[1], entry, parts[3].Trim('\''), new Polygon(parts.Skip(4).Select(ParsePoint)));
    }

    /// <summary>The region as <c>Text alienRegNum 0 '######-#######' 250.446,86.429 …</c>.</summary>
    public override string ToString() => string.Join(
        " ",
        new[] { Kind.ToString(), Field, Entry.ToString(CultureInfo.InvariantCulture), $"'{Outline}'" }.Concat(
            Area.Vertices.Select(p => FormattableString.Invariant($"{p.X:0.####},{p.Y:0.####}"))));

    private static PixelPoint ParsePoint(string text)
    {
        var comma = text.IndexOf(',');
        if (comma < 1
            || !double.TryParse(text.Substring(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            || !double.TryParse(text.Substring(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var y))
        {
            throw new FormatException("Not the text of a card's region.");
        }

        return new PixelPoint(x, y);
    }
}
