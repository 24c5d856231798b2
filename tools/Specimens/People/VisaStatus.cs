using System.Collections.Generic;

namespace Specimens.People;

/// <summary>A status of stay: its code, its names, and the numbers that may follow the code.</summary>
internal sealed record VisaStatus(string Code, string English, string Korean, params string[] Numbers)
{
    /// <summary>Those that alien registration cards carry.</summary>
    public static IReadOnlyList<VisaStatus> All { get; } =
    [
        new("A-1", "Diplomat", "외교"),
        new("A-2", "Government official", "공무"),
        new("A-3", "Agreement", "협정"),
        new("D-1", "Culture and arts", "문화예술"),
        new("D-2", "Student", "유학", "2", "3", "4"),
        new("D-3", "Industrial trainee", "기술연수"),
        new("D-4", "General trainee", "일반연수", "1"),
        new("D-5", "Journalist", "취재"),
        new("D-6", "Religious worker", "종교"),
        new("D-7", "Intra-company transferee", "주재"),
        new("D-8", "Corporate investor", "기업투자", "1", "4"),
        new("D-9", "Trade management", "무역경영"),
        new("D-10", "Job seeker", "구직", "1", "2"),
        new("E-1", "Professor", "교수"),
        new("E-2", "Foreign language instructor", "회화지도"),
        new("E-3", "Researcher", "연구"),
        new("E-4", "Technical instructor", "기술지도"),
        new("E-5", "Professional", "전문직업"),
        new("E-6", "Arts and entertainment", "예술흥행", "1", "2"),
        new("E-7", "Specialty occupation", "특정활동", "1", "2", "3", "4"),
        new("E-8", "Seasonal worker", "계절근로"),
        new("E-9", "Non-professional employment", "비전문취업", "1", "2", "3", "4"),
        new("E-10", "Vessel crew", "선원취업", "1", "2"),
        new("F-1", "Visiting or joining family", "방문동거"),
        new("F-2", "Resident", "거주", "6", "7", "99"),
        new("F-3", "Dependent family", "동반"),
        new("F-4", "Overseas Korean", "재외동포"),
        new("F-5", "Permanent resident", "영주", "1", "2", "10"),
        new("F-6", "Marriage migrant", "결혼이민", "1", "2"),
        new("G-1", "Miscellaneous", "기타", "5", "6"),
        new("H-1", "Working holiday", "관광취업"),
        new("H-2", "Working visit", "방문취업"),
    ];

    /// <summary>As it is printed: <c>Resident (F-2-7)</c>, <c>재외동포(F-4)</c>.</summary>
    public static string Draw(bool inKorean, ref Dice dice)
    {
        var status = dice.Pick(All);
        var code = status.Numbers.Length > 0 && dice.Chance(0.4f) ? $"{status.Code}-{dice.Pick(status.Numbers)}" : status.Code;
        return inKorean ? $"{status.Korean}({code})" : $"{status.English} ({code})";
    }
}
