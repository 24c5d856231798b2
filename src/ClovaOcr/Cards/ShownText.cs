using System.Globalization;
using System.Text;

namespace ClovaOcr.Cards;

/// <summary>
/// What others wrote, such as a file's name, as it may be shown on a terminal and in a log: no registration number in it, and none of the
/// characters that a terminal obeys or that no eye sees.
/// </summary>
public static class ShownText
{
    private const int MaximumLength = 4096;

    /// <summary>The text with stars for the hidden digits of a number, and U+FFFD for each character that is not to be shown.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && shown.Length < MaximumLength; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsHidden(text, i)) shown.Append('\uFFFD');
            else shown.Append(text, i, length);
            i += length - 1;
        }

        return IdentityNumber.MaskWithin(shown.ToString());
    }

    /// <summary>Whether a character moves a cursor, sets colours, turns the direction of writing, is seen by no eye, or ends a line.</summary>
    internal static bool IsHidden(string text, int index) => text[index] switch
    {
        >= ' ' and <= '~' => false,

        // No characters at all, and XML, which Export-Clixml and remoting write, has no way to say them.
        '\uFFFE' or '\uFFFF' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate,
    };
}
