using System;
using System.Globalization;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Text as it stands in a PDF, the same in any culture.</summary>
internal static class PdfText
{
    public static string Of(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A number without an exponent, to a millionth.</summary>
    public static string Of(double number) => (Math.Round(number, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);
}
