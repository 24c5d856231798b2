using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>
/// The layout since 2011: photo on the left, sex printed beside the number. Proportions are those of the vendor's sample answer.
/// </summary>
internal static class CardLayout2011
{
    private const float Column = 38.9f;

    private static readonly SKRect Photo = new(5.4f, 11.2f, 33.4f, 43.4f);

    public static void Print(CardFace face, AlienCard card)
    {
        Background.Print(face, card.Look);
        Portrait.Print(face, Photo, card.Look);
        Overprint.Print(face, card.Look);

        var title = face.Label("외국인등록증", 5.4f, 8.3f, Ink.Title);
        face.Label("ALIEN REGISTRATION CARD", MathF.Max(title.Right + 1.3f, 32.6f), 8.1f, Ink.EnglishTitle);

        face.Label("외국인등록번호 Registration No.", Column, 12.4f, Ink.Label);
        face.Field("alienRegNum", card.Number.ToString(), Column, 16.3f, Ink.Number);
        var sex = face.Label("성별 Sex", 67.3f, 16.2f, Ink.Label);
        face.Field("sex", card.Number.Sex.ToString(), MathF.Max(sex.Right + 0.6f, 74.6f), 16.3f, Ink.Value);

        face.Label("성명 Name", Column, 20.2f, Ink.Label);
        face.Field("name", card.Name, Column, 23.7f, Ink.Value);
        face.Label("국가/지역 Country / Region", Column, 27.5f, Ink.Label);
        face.Field("nationality", card.Nationality, Column, 31f, Ink.Value);
        face.Label("체류자격 Status", Column, 34.8f, Ink.Label);
        face.Field("visaType", card.VisaType, Column, 38.3f, Ink.Value);

        face.Label("발급일자 Issue Date", 5.4f, 46.3f, Ink.Label);
        var issued = face.Date("issueDate", card.IssuedOn, "yyyy.MM.dd", 5.4f, 49.6f, Ink.SmallValue);
        if (card.NumberEtc is { } numberEtc)
            face.Field("alienRegNumEtc", numberEtc, MathF.Max(issued.Right + 1.5f, 21.5f), 49.6f, Ink.SmallValue);

        face.Field("authority", card.Office.Korean, 61.5f, 46.4f, Ink.Authority);
        face.Field("authorityEng", card.Office.English, 61.5f, 49.9f, Ink.EnglishAuthority);
    }
}
