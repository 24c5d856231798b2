using System;

namespace ClovaOcr.Imaging;

/// <summary>The exceptions of this part, each with what was found and what to do about it.</summary>
internal static class Refusal
{
    public static ClovaOcrException NotAPicture() => new(
        ClovaOcrErrorKind.UnsupportedFormat,
        "The file is not a JPEG, PNG, TIFF or PDF. Save the picture as one of them.");

    /// <param name="found">What is wrong, as the end of a sentence.</param>
    /// <param name="cause">The decoder's own exception.</param>
    public static ClovaOcrException Damaged(string found, Exception? cause = null) => new(
        ClovaOcrErrorKind.CorruptImage,
        $"The picture is damaged: {found}. Scan it again, or save it again with a program that still opens it.",
        cause);

    public static ClovaOcrException TooManyPixels(int width, int height) => new(
        ClovaOcrErrorKind.FileTooLarge,
        FormattableString.Invariant($"The picture says that it has {width} x {height} pixels, more than the ")
        + FormattableString.Invariant($"{ImageHeader.MaximumPixels / 1_000_000} million that are decoded. Scale it down."));

    /// <param name="found">What cannot be masked, as a whole sentence.</param>
    public static ClovaOcrException Unmaskable(string found) => new(
        ClovaOcrErrorKind.MaskingUnsupported,
        $"{found} Save it again as a baseline JPEG or as a PNG, and mask that copy.");

    public static ClovaOcrException SideTooLong(int most) => new(
        ClovaOcrErrorKind.FileTooLarge,
        FormattableString.Invariant($"A side of the picture is longer than {most:N0} pixels, the most that are decoded. Scale it down."));

    public static ClovaOcrException TooManyScans() => new(
        ClovaOcrErrorKind.FileTooLarge,
        "The JPEG goes over its pixels in more scans than any picture of its size needs. Save it again as a baseline JPEG or as a PNG.");

    /// <param name="found">What cannot be masked, as a whole sentence.</param>
    public static ClovaOcrException UnmaskablePdf(string found) => new(
        ClovaOcrErrorKind.MaskingUnsupported,
        $"{found} Save its page as a picture, such as with pdftoppm -png -r 300 file.pdf page, then read and mask that picture.");

    /// <param name="found">What cannot be turned upright, as a whole sentence.</param>
    public static ClovaOcrException Unturnable(string found) => new(
        ClovaOcrErrorKind.UnsupportedFormat,
        $"{found} Save it again, turned upright, as a baseline JPEG or as a PNG.");

    public static ClovaOcrException AreaOutside(int width, int height) => new(
        ClovaOcrErrorKind.ImageSizeMismatch,
        FormattableString.Invariant($"An area to cover lies outside the picture's {width} x {height} pixels, so it belongs to another picture. ")
        + "Read this file again and mask it by its own answer.");

    /// <param name="found">What the check found, as the end of a sentence.</param>
    /// <param name="cause">The decoder's own exception.</param>
    public static ClovaOcrException NotProved(string found, Exception? cause = null) => new(
        ClovaOcrErrorKind.MaskNotProved,
        $"The masked copy did not pass its check and was not kept: {found}. "
        + "Save the picture again as a PNG and mask that copy; if this happens again, report it.",
        cause);
}
