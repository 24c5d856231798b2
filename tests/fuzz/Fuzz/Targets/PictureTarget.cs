using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>
/// A picture file of one format, on the whole way of a card: read, header, upright copy, masked copy. Each is made or refused for a documented
/// reason, within the memory that the library promises; what the proof says of a copy is never that it is wrong. A masked copy is a picture of the same size that can be masked again, and what
/// was hidden has no part in it: a source in which some of it was black before gives the very same bytes.
/// </summary>
/// <param name="name">The target's name.</param>
/// <param name="format">The format; bytes of another are another target's.</param>
internal abstract class PictureTarget(string name, ImageFormat format) : FuzzTarget(name, 64 * 1024)
{
    // A picture of some bytes can have a hundred million pixels and be none the worse for it, but takes its time.
    private const long MostPixels = 300_000;

    private static readonly ClovaOcrErrorKind[] Unreadable =
        [ClovaOcrErrorKind.UnsupportedFormat, ClovaOcrErrorKind.CorruptImage, ClovaOcrErrorKind.FileTooLarge];

    private static readonly ClovaOcrErrorKind[] Unmaskable =
    [
        .. Unreadable, ClovaOcrErrorKind.MaskingUnsupported, ClovaOcrErrorKind.MaskNotProved, ClovaOcrErrorKind.QrCodeNotLocated,
        ClovaOcrErrorKind.ImageSizeMismatch,
    ];

    /// <inheritdoc/>
    public override void Run(byte[] input)
    {
        var file = Sealed(input);
        if (file.Length == 0 || ImageFormatSniffer.Sniff(file) != format) return;

        using var scratch = new ScratchFile(file);
        var source = SourceFile.Read(scratch.Path, MaximumLength * 2);
        var header = Promise.Within(
            ImageHeader.MemoryBudget(0, 0), () => Promise.MadeOrRefused(() => ImageHeader.Read(file), Unreadable));
        if (header is not null && (long)header.Width * header.Height > MostPixels) return;
        if (header is not null) CheckUpright(file, header);
        var (width, height) = header is null ? (16, 16) : (header.Width, header.Height);
        CheckCard(source, width, height);
        CheckHidden(file, width, height);
    }

    /// <summary>The file that an input stands for: the input, with its checksums made right so that what they guard is reached.</summary>
    protected virtual byte[] Sealed(byte[] input) => input;

    private static void CheckUpright(byte[] file, ImageHeader header)
    {
        var upright = Promise.Within(
            ImageHeader.MemoryBudget(header.Width, header.Height),
            () => Promise.MadeOrRefused(() => UprightCopy.Of(file, header), [.. Unreadable, ClovaOcrErrorKind.MaskingUnsupported]));
        if (upright is null || ReferenceEquals(upright.Bytes, file)) return;
        var copy = ImageHeader.Read(upright.Bytes);
        Promise.Holds(copy is { Orientation.IsUpright: true }, "An upright copy is upright.");
        Promise.Holds((copy!.Width, copy.Height) == (upright.Width, upright.Height), "An upright copy has the size that is told.");
    }

    private static void CheckCard(SourceFile source, int width, int height)
    {
        var (left, length, middle) = (0.3 * width, 0.4 * width, 0.5 * height);
        var number = Polygon.Rectangle(left, middle - (length / 16), left + length, middle + (length / 16));
        var card = new MaskableCard
        {
            Path = source.Path,
            ImageHash = source.Hash,
            CardType = CardType.AlienRegistrationCard,
            Regions = [new CardRegion(CardRegionKind.Text, IdentityFields.AlienRegistrationNumber, 0, "######-#######", number)],
        };
        var copy = MadeOrRefused(() => CardMasker.Mask(card, new MaskOptions()));
        if (copy is null) return;
        Promise.Holds((copy.Picture.Width, copy.Picture.Height) == (width, height), "A masked copy has its source's size.");
        Promise.Holds(copy.SourceHash != copy.Hash || copy.Picture.Bytes.AsSpan().SequenceEqual(source.Bytes), "The hashes tell the files apart.");
    }

    private static void CheckHidden(byte[] file, int width, int height)
    {
        var all = Polygon.Rectangle(width * 0.25, height * 0.25, width * 0.75, height * 0.75);
        var part = Polygon.Rectangle(width * 0.5, height * 0.5, (width * 0.5) + 1, (height * 0.5) + 1);
        var masked = Promise.Within(ImageHeader.MemoryBudget(width, height), () => MaskOrNull(file, all));
        if (masked is null) return;

        var header = ImageHeader.Read(masked.Bytes);
        Promise.Holds(
            header is not null && (header.Width, header.Height, header.Orientation) == (width, height, masked.Orientation),
            "A masked copy has its source's size and orientation.");
        if (MaskOrNull(file, part) is not { } partly || !AreWithin(partly, masked)) return;
        var again = MaskOrNull(partly.Bytes, all);
        Promise.Holds(again is not null, "A masked copy can be masked again.");
        Promise.Holds(again!.Bytes.AsSpan().SequenceEqual(masked.Bytes), "What is hidden has no part in a masked copy.");
    }

    private static MaskedPicture? MaskOrNull(byte[] file, Polygon area) => MadeOrRefused(() => ImageMasker.Mask(file, [area]));

    // A damaged source may be one that the second decoder does not read; but what both read, the masker must have covered rightly.
    private static T? MadeOrRefused<T>(Func<T> mask)
        where T : class => Promise.MadeOrRefused(
        () =>
        {
            try
            {
                return mask();
            }
            catch (ClovaOcrException refusal) when (refusal.Kind == ClovaOcrErrorKind.MaskNotProved)
            {
                Promise.Holds(refusal.Problem.Contains("a second decoder does not read", StringComparison.Ordinal), refusal.Problem);
                throw;
            }
        },
        Unmaskable);

    private static bool AreWithin(MaskedPicture part, MaskedPicture whole)
    {
        var rows = new CoveredRows(whole.Covered);
        return part.Covered.All(area => Enumerable.Range(area.Top, area.Height).All(y => rows.Contains(y, area.Left, area.Left + area.Width)));
    }
}
