using System;
using System.Globalization;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Text as it stands in a PDF, the same in any culture.</summary>
internal static class PdfText
{
    public static string Of(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>
    /// A length in points to a hundredth, which no eye sees: with more decimals, it could hold something that is no length.
    /// </summary>
    public static string Length(double points) => (Math.Round(points, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A number without an exponent, with all digits that count.</summary>
    public static string Exact(double number) => number.ToString("0.####################", CultureInfo.InvariantCulture);

    /// <summary>A colour space, through a palette if there is one.</summary>
    /// <param name="entries">The colour space of the palette's entries, or of the pixels.</param>
    /// <param name="color">The colour space, understood.</param>
    /// <param name="palette">The palette's entries; null without a palette.</param>
    public static string ColorSpace(string entries, PdfColor color, byte[]? palette) => palette is null
        ? entries
        : Of($"[/Indexed {entries} {(palette.Length / color.BaseSamples) - 1} <{BitConverter.ToString(palette).Replace("-", "")}>]");

    /// <summary>The entry that turns all samples over; empty if they are not.</summary>
    public static string Decode(bool isInverted, PdfColor color) =>
        isInverted ? $"/Decode [{string.Join(" ", Enumerable.Repeat("1 0", color.Samples))}] " : "";
}
