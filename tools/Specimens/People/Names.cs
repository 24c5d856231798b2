using System.Linq;

namespace Specimens.People;

/// <summary>
/// Names of nobody: the surname says "example", "sample", "specimen" or "nobody" in one language or another, the given name is an ordinary
/// one.
/// </summary>
internal static class Names
{
    private const int Longest = 34;

    private static readonly string[] Surnames = Words("""
        EXAMPLE SPECIMEN SAMPLE NOBODY DOE ROE PLACEHOLDER TEMPLATE DUMMY MOCKUP PROTOTYPE ANYONE SOMEBODY MUSTER MUSTERMANN MUSTERFRAU
        BEISPIEL NIEMAND EXEMPLE ECHANTILLON PERSONNE EJEMPLO MUESTRA NADIE FULANO MENGANO ZUTANO PERENGANO EXEMPLO AMOSTRA NINGUEM
        BELTRANO SICRANO ESEMPIO CAMPIONE NESSUNO VOORBEELD MONSTER PRZYKLAD WZOR NIKT PRIKLAD VZOREC UKAZKA NIKDO PELDA MINTA SENKI
        EKSEMPEL PROVE INGEN EXEMPEL PROV INGENTING ESIMERKKI MALLI NAIDIS KUKAAN PARAUGS NEVIENS PAVYZDYS NIEKAS ORNEK NUMUNE HICKIMSE
        NAMUNA HECHKIM MISOL ULGI ESHKIM JISHEE ZAGVAR KHENCHGUI OBRAZETS PRIMER NIKTO ZRAZOK CONTOH SAMPEL TIADA HALIMBAWA WALANINUMAN
        UDAHARAN NAMOONA KOINAHI UDAHARANAYA TUASANG TUAYANG MAIMEEKRAI GAMHAN MFANO SAMPULI HAKUNAMTU YANGBEN SHILI WUMING MIHON HINAGATA
        DAREMO PARADEIGMA KANEIS DEIGMA NEMO EXEMPLAR SPECIMENSON SAMPLETON EXAMPLEFORD
        """);

    private static readonly string[] GivenNames = Words("""
        ALICE BORIS CARLA DAVID ELENA FELIX GRETA HUGO IRINA JONAS KARIN LUCAS MARIA NINA OSCAR PAULA QUENTIN ROSA SIMON TANYA ULRICH VERA
        WALTER XENIA YUSUF ZARA AHMED BAYAR CHINGIS DILNOZA ERDENE FARUKH GULNARA HASSAN INDIRA JAMSHID KAMOLA LAZIZ MADINA NARGIZA OYBEK
        PRIYA RAJESH SANJAY TENZIN UMIDA VIKRAM WASIM YULDUZ ZHANNA ANAN BOONMEE CHAI DARA EKKA KHAMLA LINH MINH NGOC PHUONG QUANG SOKHA
        THANH VANNAK WICHAI XIAOMING YUKI AKIRA HARUKA KENJI MEI JUN WEI FANG LEI HONG GANG BIN YAN JING PENG ROWENA JOMAR ARNEL GRACE
        MARICEL JOSELITO DANILO RIZKY PUTRI AGUNG WAHYU DEWI SITI BUDI NUR EMMANUEL CHIDI AMARA KWAME ABENA FATOU MOUSSA TADESSE LIYA
        SAMUEL RUTH JOHN EMILY MICHAEL SARAH DANIEL RACHEL THOMAS LAURA PETER HELEN ROBERT CLAIRE PIERRE SOPHIE MARCO GIULIA PABLO LUCIA
        IVAN OLGA DMITRI SVETLANA ANDRZEJ AGNIESZKA LARS INGRID MATTI AINO GEORGIOS ELENI JOAO BEATRIZ CRISTIAN VALENTINA NICOLAS CAMILA
        THEODORE PHOEBE BARTHOLOMEW ANASTASIA MAXIMILIAN GABRIELLA ALEKSANDR YEKATERINA NURSULTAN MUKHAMMAD
        """);

    private static readonly string[] Hyphened = Words("ANNE-MARIE JEAN-PIERRE MEI-LING HANS-PETER MARIE-LOUISE CHIA-HUI KARL-HEINZ");

    private static readonly string[] Apostrophed = Words("O'EXAMPLE D'ESEMPIO O'SPECIMEN N'EXEMPLE D'EXEMPLE O'SAMPLE");

    private static readonly string[] VietnameseSurnames = Words("NGUYEN TRAN LE PHAM HOANG VU DANG BUI DO NGO");

    private static readonly string[] VietnameseMiddles = Words("VAN THI DUC MINH NGOC THANH HUU QUOC");

    private static readonly string[] VietnameseSamples = Words("MAU VIDU KHONGAI BANMAU");

    private static readonly string[] Families = Words("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 홍 전 고 문 손 배 백 허 남 심 노 하");

    private static readonly string[] KoreanSamples =
        Words("견본 보기 예시 표본 가상 가명 예제 본보기 아무개 모형 시험 무명 연습 허구 견본이 보기나 예시아 표본희 가상수 모의");

    /// <summary>In Latin capitals, the surname first: two to five words.</summary>
    public static string Latin(ref Dice dice)
    {
        if (dice.Chance(0.12f))
            return $"{dice.Pick(VietnameseSurnames)} {dice.Pick(VietnameseMiddles)} {dice.Pick(VietnameseSamples)}";

        var name = dice.Chance(0.04f) ? dice.Pick(Apostrophed) : dice.Pick(Surnames);
        var more = dice.Next() switch { < 0.55f => 1, < 0.85f => 2, < 0.95f => 3, _ => 4 };
        for (var word = 0; word < more; word++)
        {
            var next = dice.Chance(0.03f) ? dice.Pick(Hyphened) : dice.Pick(GivenNames);
            if (word == 0 || name.Length + 1 + next.Length <= Longest) name += $" {next}";
        }
        return name;
    }

    /// <summary>As <c>김견본</c>.</summary>
    public static string Korean(ref Dice dice) => dice.Pick(Families) + dice.Pick(KoreanSamples);

    /// <summary>A surname, and given names, as a passport has them apart.</summary>
    public static (string Surname, string GivenName) Parted(ref Dice dice)
    {
        var surname = dice.Pick(Surnames);
        var given = dice.Pick(GivenNames);
        return (surname, dice.Chance(0.4f) ? $"{given} {dice.Pick(GivenNames)}" : given);
    }

    private static string[] Words(string text) => [.. text.Split([' ', '\n', '\r']).Where(word => word.Length > 0)];
}
