using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>Makes the masked copy of a card's picture, or says why it cannot be made surely.</summary>
public static class CardMasker
{
    // Cards issued from then on carry a QR code that may hold the number (API page, What maskingPolys cover).
    private static readonly CardDate QrCodesBegin = new(2023, 4, 1);

    // What must have been located on each kind of card. A passport is not here: its machine-readable lines repeat its numbers, and the
    // service does not say where they are.
    private static readonly Dictionary<CardType, string[]> RequiredNumbers = new()
    {
        [CardType.AlienRegistrationCard] = [IdentityFields.AlienRegistrationNumber],
        [CardType.IdCard] = ["personalNum"],
        [CardType.DriversLicense] = ["personalNum", "num"],
    };

    /// <summary>Masks a card's picture in memory.</summary>
    /// <param name="card">The card.</param>
    /// <param name="digits">How much of the number is covered.</param>
    /// <param name="fields">The vendor's names of further fields to cover.</param>
    /// <exception cref="ClovaOcrException">The file is not the one that was read, or the result could not be proved to hide the number.</exception>
    public static MaskedCopy Mask(MaskableCard card, MaskDigits digits, IReadOnlyCollection<string> fields)
    {
        try
        {
            var required = RequiredNumbersOf(card, digits);
            var plan = MaskPlan.Create(card.Regions, digits, fields, required);
            RefuseUnlocatedQrCode(card);

            // The file was accepted when it was read, with whatever limit was given then.
            var source = SourceFile.Read(card.Path, int.MaxValue);
            if (source.Hash != card.ImageHash)
            {
                throw new ClovaOcrException(
                    ClovaOcrErrorKind.ImageChanged, "The file is no longer the one that was read, so its areas may be elsewhere. Read it again.");
            }

            var picture = ImageMasker.Mask(source.Bytes, [.. plan.Areas.Select(area => area.Area)]);
            return new MaskedCopy(picture, source.Hash, SourceFile.HashOf(picture.Bytes), plan.Areas, TouchedFields(card, plan, picture));
        }
        catch (ClovaOcrException exception)
        {
            throw exception.ForFile(card.Path);
        }
        catch (Exception exception) when (exception is ArgumentException or ArithmeticException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Fail closed, and let the other cards go on.
            throw ClovaOcrException.Unforeseen(exception).ForFile(card.Path);
        }
    }

    private static string[] RequiredNumbersOf(MaskableCard card, MaskDigits digits)
    {
        if (card.CardType is not { } type || !RequiredNumbers.TryGetValue(type, out var required))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.WrongCardType,
                "This is not an alien registration card, and not all places where such a document shows its number are known. Cover it by hand.");
        }

        return type == CardType.AlienRegistrationCard || digits == MaskDigits.All
            ? required
            : throw new ClovaOcrException(
                ClovaOcrErrorKind.WrongCardType, "This is not an alien registration card. -Digits All covers the whole number of this kind of card.");
    }

    private static void RefuseUnlocatedQrCode(MaskableCard card)
    {
        if (card.CardType != CardType.AlienRegistrationCard) return;
        var reason = card.IssueDate is not { } issued ? "has no date of issue that was read"
            : issued >= QrCodesBegin ? "was issued on 2023-04-01 or later"
            : !card.Regions.Any(region => region is { Field: "sex", Kind: CardRegionKind.Text, Outline.Length: > 0 }) ? "has no sex that was read"
            : null;
        if (reason is null) return;
        throw new ClovaOcrException(
            ClovaOcrErrorKind.QrCodeNotLocated,
            $"The card {reason}, so it may carry a QR code that holds the number, which this version does not locate. "
            + "No copy was made: cover it by hand.");
    }

    private static string[] TouchedFields(MaskableCard card, MaskPlan plan, MaskedPicture picture)
    {
        var meant = plan.Areas.Select(area => area.Reason).ToArray();
        var covered = picture.Covered
            .Select(area => Polygon.Rectangle(area.Left, area.Top, area.Left + area.Width, area.Top + area.Height))
            .ToArray();
        return
        [
            .. from region in card.Regions
               where region.Kind == CardRegionKind.Text && !meant.Contains(region.Field) && covered.Any(region.Area.MayTouch)
               group region by region.Field into field
               select field.Key,
        ];
    }
}
