using Specimens.Cards;
using Specimens.People;

namespace Specimens.Decoys;

/// <summary>A card that speaks of registration, laid out as an alien's is, and registers a guest, a patient or a member.</summary>
internal sealed record OtherRegistrationCard(Look Look) : Decoy("registration card of another kind", IdentityCard, Look)
{
    private static readonly (string Korean, string English)[] Titles =
    [
        ("투숙객 등록증", "GUEST REGISTRATION CARD"), ("환자 등록증", "PATIENT REGISTRATION CARD"), ("동문 등록증", "ALUMNI REGISTRATION CARD"),
        ("학생 등록증", "STUDENT REGISTRATION CARD"), ("외국인 관광객 할인증", "FOREIGN TOURIST DISCOUNT CARD"),
        ("외국인 등록증 신청서", "APPLICATION FOR ALIEN REGISTRATION CARD"), ("영주권 카드", "PERMANENT RESIDENT CARD"),
    ];

    public override float CornerRadius => 3.18f;

    public override void Print(CardFace face)
    {
        var dice = Throw();
        var (inKorean, hasBoth, hasPhoto) = (dice.Chance(0.4f), dice.Chance(0.4f), dice.Chance(0.5f));
        Background.Print(face, Look);
        if (hasPhoto) Portrait.Print(face, new(58, 15, 80, 43), Look);
        Overprint(face);

        var (korean, english) = dice.Pick(Titles);
        if (inKorean || hasBoth) face.Label(korean, 6, 8.5f, Ink.Title);
        if (!inKorean || hasBoth) face.Label(english, 6, hasBoth ? 12 : 8.5f, hasBoth ? Ink.EnglishTitle : Ink.EnglishTitle with { Size = 3.6f });

        var country = Country.Draw(ref dice);
        var number = Number(isForeigner: true, ref dice);
        (string Korean, string English, string Value)[] rows =
        [
            ("등록번호", "Registration No.", dice.Chance(0.5f) ? number.ToString() : $"R-{Digits(6, ref dice)}"),
            ("성명", "Name", inKorean ? Person(ref dice) : Names.Latin(ref dice)),
            ("국적", "Nationality", inKorean ? country.Korean : country.English),
            ("체류자격", "Status", dice.Chance(0.5f) ? VisaStatus.Draw(inKorean, ref dice) : dice.Pick(["정회원 REGULAR", "VISITOR", "OUTPATIENT", "GOLD"])),
            ("발급일자", "Issue Date", $"20{11 + dice.Below(15)}.{1 + dice.Below(12):00}.{1 + dice.Below(28):00}"),
        ];
        for (var row = 0; row < rows.Length; row++)
        {
            var top = 17 + (row * 7.2f);
            var label = hasBoth ? $"{rows[row].Korean} {rows[row].English}" : inKorean ? rows[row].Korean : rows[row].English;
            face.Label(label, 6, top, Ink.Label);
            face.Label(rows[row].Value, 6, top + 3.6f, Ink.Value with { MaxWidth = 46 });
        }

        face.Label(dice.Pick(["가상호텔", "견본병원", "예시대학교", "NOWHERE HOTEL"]), 69, 49, Ink.Authority with { MaxWidth = 24 });
    }
}
