using System.Collections.Generic;
using SkiaSharp;
using Specimens.Cards;
using Specimens.Pictures;
using static Specimens.Cards.AlienCardLayout;

namespace Specimens;

/// <summary>
/// The cards of samples/cards. Nobody on them exists: the names say "example", "sample", "nobody" in one language or another, some
/// countries are from books, and <see cref="FictitiousNumber"/> sees to the numbers.
/// </summary>
internal static class Catalogue
{
    private static readonly Office Seoul = new("서울출입국·외국인청장", "CHIEF, SEOUL IMMIGRATION OFFICE");
    private static readonly Office Incheon = new("인천출입국·외국인청장", "CHIEF, INCHEON IMMIGRATION OFFICE");
    private static readonly Office Suwon = new("수원출입국·외국인청장", "CHIEF, SUWON IMMIGRATION OFFICE");
    private static readonly Office Busan = new("부산출입국·외국인청장", "CHIEF, BUSAN IMMIGRATION OFFICE");
    private static readonly Office Jeju = new("제주출입국·외국인청장", "CHIEF, JEJU IMMIGRATION OFFICE");

    /// <summary>A card at 300 dpi that fills its picture.</summary>
    private static readonly Scan Filling = new(1011, 638, 1011);

    public static IReadOnlyList<Specimen> All =>
    [
        new(
            "ac-01-english.jpg",
            new AlienCard("en", new(205, 1), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("900101-6000001"),
                Name = "EXAMPLE ALICE",
                Nationality = "REPUBLIC OF UTOPIA",
                VisaType = "Corporate investor (D-8)",
                IssuedOn = new(2019, 5, 17),
                Office = Seoul,
            },
            Filling with { Grain = 2 },
            new ImageEncoding.Jpeg(90)),
        new(
            "ac-02-korean.jpg",
            new AlienCard("ko", new(35, 2), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("850312-5000013"),
                Name = "김견본",
                Nationality = "미국",
                VisaType = "재외동포(F-4)",
                IssuedOn = new(2020, 11, 2),
                Office = Seoul,
            },
            new Scan(1280, 860, 1040) { Middle = new(0.48f, 0.47f), Grain = 2, GrainSeed = 2 },
            new ImageEncoding.Jpeg(88)),
        new(
            "ac-03-lossless.png",
            new AlienCard("en", new(150, 3), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("910708-5123450"),
                Name = "SPECIMEN BAYAR",
                Nationality = "MONGOLIA",
                VisaType = "Professional (E-7-4)",
                IssuedOn = new(2021, 3, 8),
                Office = Incheon,
            },
            Filling,
            new ImageEncoding.Png()),
        new(
            "ac-04-exif-6.jpg",
            new AlienCard("en", new(265, 4), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("880229-6111110"),
                Name = "DOE JANE",
                Nationality = "UNITED STATES",
                VisaType = "Foreign language instructor (E-2)",
                IssuedOn = new(2018, 8, 27),
                Office = Busan,
            },
            new Scan(1100, 740, 960) { Orientation = 6, Grain = 2.5f, GrainSeed = 4 },
            new ImageEncoding.Jpeg(86)),
        new(
            "ac-05-tilted.jpg",
            new AlienCard("en", new(95, 5), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("961123-5222222"),
                Name = "NGUYEN VAN MAU",
                Nationality = "VIETNAM",
                VisaType = "Non-professional employment (E-9)",
                IssuedOn = new(2022, 6, 30),
                Office = Suwon,
            },
            new Scan(1240, 900, 1011) { Tilt = 4, Middle = new(0.51f, 0.49f), Grain = 2.5f, GrainSeed = 5 },
            new ImageEncoding.Jpeg(86, SKJpegEncoderDownsample.Downsample422)),
        new(
            "ac-06-dark.jpg",
            new AlienCard("ko", new(15, 6), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("731005-6333333"),
                Name = "이보기",
                Nationality = "중국",
                VisaType = "방문취업(H-2)",
                IssuedOn = new(2017, 12, 14),
                Office = Suwon,
            },
            new Scan(1200, 800, 1000)
            {
                Bed = new PlainBed(new(0x5A, 0x50, 0x48)),
                Light = 0.5f,
                FarLight = 0.27f,
                Softness = 0.7f,
                Grain = 4,
                GrainSeed = 6,
            },
            new ImageEncoding.Jpeg(84)),
        new(
            "ac-07-gray.png",
            new AlienCard("ko", new(210, 7), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("010214-7444444"),
                Name = "박예시",
                Nationality = "우즈베키스탄",
                VisaType = "유학(D-2)",
                IssuedOn = new(2021, 9, 1),
                Office = Jeju,
            },
            Filling,
            new ImageEncoding.GrayPng()),
        new(
            "ac-08-palette.png",
            new AlienCard("en", new(320, 8), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("790816-6555556"),
                Name = "MUSTER ERIKA",
                Nationality = "GERMANY",
                VisaType = "Intra-company transferee (D-7)",
                IssuedOn = new(2016, 2, 5),
                Office = Seoul,
            },
            new Scan(1100, 720, 1011),
            new ImageEncoding.PalettePng(96)),
        new(
            "ac-09-large.jpg",
            new AlienCard("en", new(180, 9), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("690430-5666666"),
                Name = "TEMPLATE THEODORE",
                Nationality = "RURITANIA",
                VisaType = "Professor (E-1)",
                IssuedOn = new(2023, 3, 31),
                Office = Incheon,
            },
            new Scan(1600, 1060, 1480) { Softness = 0.6f },
            new ImageEncoding.Jpeg(84, SKJpegEncoderDownsample.Downsample444)),
        new(
            "ac-10-etc-small-gray.jpg",
            new AlienCard("en", new(60, 10), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("830919-5777777"),
                Name = "FULANO JUAN",
                Nationality = "ELDORADO",
                VisaType = "Trade management (D-9)",
                IssuedOn = new(2015, 10, 22),
                Office = Busan,
                NumberEtc = "B40271",
            },
            new Scan(700, 460, 660) { Grain = 1.5f, GrainSeed = 10 },
            new ImageEncoding.GrayJpeg(90)),
        new(
            "ac-11-long-name-exif-3.jpg",
            new AlienCard("en", new(235, 11), Since2011)
            {
                Number = FictitiousNumber.OfForeigner("020606-8888888"),
                Name = "VENKATASPECIMEN RAMAEXAMPLE SUBRASAMPLE",
                Nationality = "INDIA",
                VisaType = "Resident (F-2-7)",
                IssuedOn = new(2022, 1, 19),
                Office = Seoul,
            },
            new Scan(1160, 760, 1020) { Orientation = 3, Grain = 2, GrainSeed = 11 },
            new ImageEncoding.Jpeg(86)),
        new(
            "ac-12-new-layout.jpg",
            new AlienCard("en", new(190, 12), Since2023)
            {
                Number = FictitiousNumber.OfForeigner("940402-6999999"),
                Name = "NOBODY NORA",
                Nationality = "ATLANTIS",
                VisaType = "Specialty occupation (E-7)",
                IssuedOn = new(2023, 6, 19),
                Office = Seoul,
            },
            Filling with { Grain = 2, GrainSeed = 12 },
            new ImageEncoding.Jpeg(88)),
        new(
            "ac-13-new-layout-korean.png",
            new AlienCard("ko", new(125, 13), Since2023)
            {
                Number = FictitiousNumber.OfForeigner("050505-7010101"),
                Name = "최표본",
                Nationality = "카자흐스탄",
                VisaType = "재외동포(F-4)",
                IssuedOn = new(2024, 2, 13),
                Office = Incheon,
            },
            new Scan(1100, 720, 1011),
            new ImageEncoding.Png()),
        new(
            "ac-14-new-layout-exif-8.jpg",
            new AlienCard("en", new(345, 14), Since2023)
            {
                Number = FictitiousNumber.OfForeigner("001231-8020202"),
                Name = "PLACEHOLDER PHOEBE",
                Nationality = "PHILIPPINES",
                VisaType = "Job seeker (D-10)",
                IssuedOn = new(2025, 7, 4),
                Office = Jeju,
                NumberEtc = "D10358",
            },
            new Scan(1120, 780, 940) { Orientation = 8, Tilt = -2.5f, Grain = 2.5f, GrainSeed = 14 },
            new ImageEncoding.Jpeg(86)),
        new(
            "ic-01.jpg",
            new IdentityCard(new(105, 21))
            {
                Number = FictitiousNumber.OfResident("800101-2000000"),
                Name = "홍견본",
                Address = "가상특별시 견본구 보기로 123, 104동 506호",
                IssuedOn = new(2019, 5, 17),
                Authority = "가상특별시 견본구청장",
            },
            new Scan(1100, 720, 1011) { Grain = 2, GrainSeed = 21 },
            new ImageEncoding.Jpeg(86)),
        new(
            "dl-01.png",
            new DriversLicence(new(50, 22))
            {
                Number = FictitiousNumber.OfResident("040229-3111111"),
                LicenceNumber = "99-22-000000-00",
                Code = "SPEC01",
                Name = "정보기",
                Address = "가상특별시 예시구 표본로 7",
                Condition = "A",
                RenewFrom = new(2032, 1, 1),
                RenewUntil = new(2032, 12, 31),
                IssuedOn = new(2022, 4, 6),
                Authority = "가상특별시경찰청장",
            },
            new Scan(900, 568, 900),
            new ImageEncoding.PalettePng(128)),
        new(
            "pp-01.jpg",
            new Passport(new(285, 23))
            {
                Number = "X00000000",
                Surname = "EXAMPLE",
                GivenName = "ALEX SAMPLE",
                BornOn = new(1992, 9, 9),
                Sex = 'F',
                Nationality = "REPUBLIC OF UTOPIA",
                Country = "UTO",
                Authority = "MINISTRY OF SPECIMENS",
                IssuedOn = new(2020, 2, 20),
                ExpiresOn = new(2030, 2, 20),
            },
            new Scan(1300, 930, 1220) { Grain = 2, GrainSeed = 23 },
            new ImageEncoding.Jpeg(86)),
    ];
}
