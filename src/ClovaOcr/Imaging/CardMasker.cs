using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>Makes the masked copy of a card's picture, or says why it cannot be made surely.</summary>
public static class CardMasker
{
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
    /// <param name="options">What is to be covered.</param>
    /// <exception cref="ClovaOcrException">The file is not the one that was read, or the result could not be proved to hide the number.</exception>
    public static MaskedCopy Mask(MaskableCard card, MaskOptions options)
    {
        try
        {
            var required = RequiredNumbersOf(card, options.Digits);
            var plan = MaskPlan.Create(card.Regions, options.Digits, options.Fields, required);
            var source = SourceFile.ReadAgain(card.Path, card.ImageHash);
            var (codes, picture) = QrCodeCover.IsExpected(card)
                ? FindThenMask(card, source.Bytes, plan, options.QrCode)
                : FindAndMask(card, source.Bytes, plan, options.QrCode);
            MaskArea[] areas = [.. plan.Areas, .. codes.Areas];
            return new MaskedCopy
            {
                Picture = picture,
                SourceHash = source.Hash,
                Hash = SourceFile.HashOf(picture.Bytes),
                Areas = areas,
                AlsoTouched = TouchedFields(card, areas, picture),
                QrCode = codes.Finding,
                Warnings = codes.Warning is { } warning ? [warning] : [],
            };
        }
        catch (ClovaOcrException exception)
        {
            throw exception.ForFile(card.Path);
        }
        catch (Exception exception)
        {
            // Fail closed, and let the other cards go on, even if this one asks for more memory than there is.
            throw ClovaOcrException.Unforeseen(exception).ForFile(card.Path);
        }
    }

    private static (QrCodeCover Codes, MaskedPicture Picture) FindThenMask(MaskableCard card, byte[] source, MaskPlan plan, MaskQrCode handling)
    {
        var codes = QrCodeCover.Find(card, source, handling);
        return (codes, Mask(source, plan, codes));
    }

    // Hardly any other card has a code, so that its copy is made while one is looked for, and made anew if one is found.
    private static (QrCodeCover Codes, MaskedPicture Picture) FindAndMask(MaskableCard card, byte[] source, MaskPlan plan, MaskQrCode handling)
    {
        var withoutCodes = Task.Run(() => ImageMasker.Mask(source, [.. plan.Areas.Select(area => area.Area)]));
        QrCodeCover codes;
        try
        {
            codes = QrCodeCover.Find(card, source, handling);
        }
        finally
        {
            ((IAsyncResult)withoutCodes).AsyncWaitHandle.WaitOne();
        }

        return (codes, codes.Areas.Count == 0 ? withoutCodes.GetAwaiter().GetResult() : Mask(source, plan, codes));
    }

    private static MaskedPicture Mask(byte[] source, MaskPlan plan, QrCodeCover codes) =>
        ImageMasker.Mask(source, [.. plan.Areas.Concat(codes.Areas).Select(area => area.Area)]);

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

    private static string[] TouchedFields(MaskableCard card, MaskArea[] areas, MaskedPicture picture)
    {
        var meant = Array.ConvertAll(areas, area => area.Reason);
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
