using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>The layout since April 2023: photo on the right, a QR code at the lower right, no sex.</summary>
internal static class CardLayout2023
{
    private const float Column = 5.8f;

    private static readonly SKRect Photo = new(60.2f, 5f, 80.2f, 30.4f);
    private static readonly SKRect Code = SKRect.Create(61.2f, 32.8f, 18f, 18f);

    public static void Print(CardFace face, AlienCard card)
    {
        Background.Print(face, card.Look);
        Portrait.Print(face, Photo, card.Look);
        Overprint.Print(face, card.Look);
        QrCode.Print(face, Message(card), Code);

        var title = face.Label("외국인등록증", Column, 8.2f, Ink.Title);
        face.Label("RESIDENCE CARD", MathF.Max(title.Right + 1.3f, 33f), 8f, Ink.EnglishTitle);

        face.Label("외국인등록번호 Registration No.", Column, 13.5f, Ink.Label);
        face.Field("alienRegNum", card.Number.ToString(), Column, 17.4f, Ink.Number);
        face.Label("성명 Name", Column, 21.2f, Ink.Label);
        face.Field("name", card.Name, Column, 24.6f, Ink.Value);
        face.Label("국가/지역 Country / Region", Column, 28.4f, Ink.Label);
        face.Field("nationality", card.Nationality, Column, 31.8f, Ink.Value);
        face.Label("체류자격 Status", Column, 35.6f, Ink.Label);
        face.Field("visaType", card.VisaType, Column, 39f, Ink.Value);

        face.Label("발급일자 Issue Date", Column, 44.2f, Ink.Label);
        face.Date("issueDate", card.IssuedOn, "yyyy.MM.dd", Column, 47.6f, Ink.SmallValue);
        if (card.NumberEtc is { } numberEtc) face.Field("alienRegNumEtc", numberEtc, Column, 51.2f, Ink.SmallValue);

        face.Field("authority", card.Office.Korean, 40.2f, 45.4f, Ink.Authority);
        face.Field("authorityEng", card.Office.English, 40.2f, 48.9f, Ink.EnglishAuthority);
    }

    /// <summary>What the QR code says: a part of what is printed, and never the number.</summary>
    private static string Message(AlienCard card) =>
        $"SPECIMEN\n{card.Name}\n{card.Nationality}\n{card.VisaType}\nNeither this card nor anyone on it is real.";
}
