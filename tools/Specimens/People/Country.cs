using System.Collections.Generic;

namespace Specimens.People;

/// <summary>A nationality as a card prints it.</summary>
internal sealed record Country(string English, string Korean)
{
    /// <summary>Countries that people come from.</summary>
    public static IReadOnlyList<Country> Real { get; } =
    [
        new("CHINA", "중국"), new("VIETNAM", "베트남"), new("THAILAND", "태국"), new("UNITED STATES", "미국"),
        new("UZBEKISTAN", "우즈베키스탄"), new("PHILIPPINES", "필리핀"), new("CAMBODIA", "캄보디아"), new("MONGOLIA", "몽골"),
        new("NEPAL", "네팔"), new("INDONESIA", "인도네시아"), new("RUSSIA", "러시아"), new("KAZAKHSTAN", "카자흐스탄"),
        new("JAPAN", "일본"), new("MYANMAR", "미얀마"), new("SRI LANKA", "스리랑카"), new("BANGLADESH", "방글라데시"),
        new("PAKISTAN", "파키스탄"), new("INDIA", "인도"), new("CANADA", "캐나다"), new("TAIWAN", "타이완"),
        new("KYRGYZSTAN", "키르기즈"), new("UKRAINE", "우크라이나"), new("AUSTRALIA", "오스트레일리아"), new("NEW ZEALAND", "뉴질랜드"),
        new("UNITED KINGDOM", "영국"), new("IRELAND", "아일랜드"), new("FRANCE", "프랑스"), new("GERMANY", "독일"),
        new("ITALY", "이탈리아"), new("SPAIN", "스페인"), new("PORTUGAL", "포르투갈"), new("NETHERLANDS", "네덜란드"),
        new("BELGIUM", "벨기에"), new("SWITZERLAND", "스위스"), new("AUSTRIA", "오스트리아"), new("SWEDEN", "스웨덴"),
        new("NORWAY", "노르웨이"), new("DENMARK", "덴마크"), new("FINLAND", "핀란드"), new("POLAND", "폴란드"),
        new("CZECH REPUBLIC", "체코"), new("HUNGARY", "헝가리"), new("ROMANIA", "루마니아"), new("BULGARIA", "불가리아"),
        new("GREECE", "그리스"), new("TURKEY", "튀르키예"), new("IRAN", "이란"), new("EGYPT", "이집트"),
        new("MOROCCO", "모로코"), new("NIGERIA", "나이지리아"), new("GHANA", "가나"), new("ETHIOPIA", "에티오피아"),
        new("KENYA", "케냐"), new("TANZANIA", "탄자니아"), new("UGANDA", "우간다"), new("SOUTH AFRICA", "남아프리카공화국"),
        new("BRAZIL", "브라질"), new("MEXICO", "멕시코"), new("COLOMBIA", "콜롬비아"), new("PERU", "페루"),
        new("CHILE", "칠레"), new("ARGENTINA", "아르헨티나"), new("TAJIKISTAN", "타지키스탄"), new("TURKMENISTAN", "투르크메니스탄"),
        new("AZERBAIJAN", "아제르바이잔"), new("LAOS", "라오스"), new("MALAYSIA", "말레이시아"), new("SINGAPORE", "싱가포르"),
        new("TIMOR-LESTE", "동티모르"), new("SAUDI ARABIA", "사우디아라비아"), new("JORDAN", "요르단"), new("ISRAEL", "이스라엘"),
    ];

    /// <summary>Countries of books.</summary>
    public static IReadOnlyList<Country> OfBooks { get; } =
    [
        new("REPUBLIC OF UTOPIA", "유토피아"), new("RURITANIA", "루리타니아"), new("ELDORADO", "엘도라도"), new("ATLANTIS", "아틀란티스"),
    ];

    public static Country Draw(ref Dice dice) => dice.Pick(dice.Chance(0.08f) ? OfBooks : Real);
}
