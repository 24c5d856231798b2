using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging.Qr;

namespace ClovaOcr.Imaging;

/// <summary>What of a card's picture is to be covered because it is a QR code, which may hold the number.</summary>
/// <param name="Finding">What came of the search.</param>
/// <param name="Areas">The codes with their quiet zones, in stored pixels.</param>
/// <param name="Warning">What a person should look at, as a sentence; null when there is nothing.</param>
internal sealed record QrCodeCover(QrCodeFinding Finding, IReadOnlyList<MaskArea> Areas, string? Warning)
{
    /// <summary>The reason that stands in <see cref="MaskArea.Reason"/>.</summary>
    public const string Reason = "qrCode";

    // Cards issued from then on carry a QR code (API page, What maskingPolys cover).
    private static readonly CardDate CodesBegin = new(2023, 4, 1);

    /// <summary>Whether a card is of the layout of 2023, or may be, as far as was read of it.</summary>
    public static bool IsExpected(MaskableCard card) => ReasonToExpectOne(card) is not null;

    /// <summary>Looks for codes in a card's picture.</summary>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.QrCodeNotLocated"/>, or a picture that cannot be decoded.</exception>
    public static QrCodeCover Find(MaskableCard card, byte[] source, MaskQrCode handling)
    {
        if (handling == MaskQrCode.Ignore) return new(QrCodeFinding.NotSearched, [], null);

        var search = QrCodeLocator.Search(GrayPicture.Read(source, QrCodeLocator.LargestSide));
        if (search.IsDoubtful)
        {
            throw NotLocated(
                "The picture shows what may be a QR code, which may hold the number, but not clearly enough to be covered surely. "
                + "Scan the card again, sharp and whole, or look at the picture, and if it shows no code use -QrCode Ignore.");
        }

        if (search.Codes.Count > 0) return new(QrCodeFinding.Covered, [.. search.Codes.Select(code => new MaskArea(Reason, code))], null);
        if (ReasonToExpectOne(card) is not { } reason) return new(QrCodeFinding.NotFound, [], null);
        return handling == MaskQrCode.Auto
            ? new(QrCodeFinding.NotFound, [], $"The card {reason}, so it may carry a QR code that holds the number, but none was found in its picture.")
            : throw NotLocated(
                $"The card {reason}, so it may carry a QR code that holds the number, but none was found in its picture. "
                + "Scan the card again, sharp and whole, or look at the picture, and if it shows no code use -QrCode Auto.");
    }

    private static string? ReasonToExpectOne(MaskableCard card)
    {
        if (card.CardType != CardType.AlienRegistrationCard) return null;
        return card.IssueDate is not { } issued ? "has no date of issue that was read"
            : issued >= CodesBegin ? "was issued on 2023-04-01 or later"
            : !card.Regions.Any(region => region is { Field: "sex", Kind: CardRegionKind.Text, Outline.Length: > 0 }) ? "has no sex that was read"
            : null;
    }

    private static ClovaOcrException NotLocated(string problem) => new(ClovaOcrErrorKind.QrCodeNotLocated, problem + " No copy was made.");
}
