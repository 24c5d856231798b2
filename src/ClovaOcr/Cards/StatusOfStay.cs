using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>
/// A status of stay under the Enforcement Decree of the Immigration Act, Annexes 1 (short stays), 1-2 (long stays) and 1-3 (permanent
/// residence), which a card prints as its visa type.
/// </summary>
public sealed class StatusOfStay
{
    private StatusOfStay(string code, string name, string koreanName) => (Code, Name, KoreanName) = (code, name, koreanName);

    /// <summary>Every status of the decree, in its order.</summary>
    public static IReadOnlyList<StatusOfStay> All { get; } =
    [
        new("A-1", "Diplomat", "외교"),
        new("A-2", "Government official", "공무"),
        new("A-3", "Agreement", "협정"),
        new("B-1", "Visa exemption", "사증면제"),
        new("B-2", "Tourist/transit", "관광통과"),
        new("C-1", "Temporary news coverage", "일시취재"),
        new("C-3", "Short-term visitor", "단기방문"),
        new("C-4", "Short-term employment", "단기취업"),
        new("D-1", "Culture and arts", "문화예술"),
        new("D-2", "Student", "유학"),
        new("D-3", "Industrial trainee", "기술연수"),
        new("D-4", "General trainee", "일반연수"),
        new("D-5", "Journalist", "취재"),
        new("D-6", "Religious worker", "종교"),
        new("D-7", "Intra-company transferee", "주재"),
        new("D-8", "Corporate investor", "기업투자"),
        new("D-9", "Trade management", "무역경영"),
        new("D-10", "Job seeker", "구직"),
        new("E-1", "Professor", "교수"),
        new("E-2", "Foreign language instructor", "회화지도"),
        new("E-3", "Researcher", "연구"),
        new("E-4", "Technology transfer", "기술지도"),
        new("E-5", "Professional", "전문직업"),
        new("E-6", "Arts and performances", "예술흥행"),
        new("E-7", "Special occupation", "특정활동"),
        new("E-8", "Seasonal worker", "계절근로"),
        new("E-9", "Non-professional employment", "비전문취업"),
        new("E-10", "Vessel crew", "선원취업"),
        new("F-1", "Visiting or joining family", "방문동거"),
        new("F-2", "Resident", "거주"),
        new("F-3", "Dependent family", "동반"),
        new("F-4", "Overseas Korean", "재외동포"),
        new("F-5", "Permanent resident", "영주"),
        new("F-6", "Marriage migrant", "결혼이민"),
        new("G-1", "Miscellaneous", "기타"),
        new("H-1", "Working holiday", "관광취업"),
        new("H-2", "Work and visit", "방문취업"),
    ];

    /// <summary>The code, such as <c>D-8</c>, or that of a part of the status, such as <c>E-7-4</c>.</summary>
    public string Code { get; }

    /// <summary>The Ministry of Justice's English name; of a part, the whole status's name.</summary>
    public string Name { get; }

    /// <summary>The decree's name; of a part, the whole status's name.</summary>
    public string KoreanName { get; }

    /// <summary>
    /// The status of the last code in a text such as <c>D-8</c>, <c>e-7-4</c> or <c>Corporate investor (D-8)</c>; null when the decree has
    /// none. Parts of a status are of the Ministry of Justice's making, and it makes new ones: any part is taken for one.
    /// </summary>
    public static StatusOfStay? Find(string text)
    {
        if (VisaCode.From(text.ToUpperInvariant()) is not { } code) return null;
        return All.FirstOrDefault(status => status.Code == code)
            ?? All.Where(status => code.StartsWith(status.Code + "-", StringComparison.Ordinal))
                .Select(whole => new StatusOfStay(code, whole.Name, whole.KoreanName))
                .FirstOrDefault();
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
