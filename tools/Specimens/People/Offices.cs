using System.Collections.Generic;
using Specimens.Cards;

namespace Specimens.People;

/// <summary>The immigration offices that sign cards.</summary>
internal static class Offices
{
    public static IReadOnlyList<Office> All { get; } =
    [
        new("서울출입국·외국인청장", "CHIEF, SEOUL IMMIGRATION OFFICE"),
        new("서울남부출입국·외국인사무소장", "CHIEF, SEOUL SOUTHERN IMMIGRATION OFFICE"),
        new("인천출입국·외국인청장", "CHIEF, INCHEON IMMIGRATION OFFICE"),
        new("수원출입국·외국인청장", "CHIEF, SUWON IMMIGRATION OFFICE"),
        new("부산출입국·외국인청장", "CHIEF, BUSAN IMMIGRATION OFFICE"),
        new("제주출입국·외국인청장", "CHIEF, JEJU IMMIGRATION OFFICE"),
        new("대구출입국·외국인사무소장", "CHIEF, DAEGU IMMIGRATION OFFICE"),
        new("대전출입국·외국인사무소장", "CHIEF, DAEJEON IMMIGRATION OFFICE"),
        new("광주출입국·외국인사무소장", "CHIEF, GWANGJU IMMIGRATION OFFICE"),
        new("창원출입국·외국인사무소장", "CHIEF, CHANGWON IMMIGRATION OFFICE"),
        new("울산출입국·외국인사무소장", "CHIEF, ULSAN IMMIGRATION OFFICE"),
        new("전주출입국·외국인사무소장", "CHIEF, JEONJU IMMIGRATION OFFICE"),
        new("청주출입국·외국인사무소장", "CHIEF, CHEONGJU IMMIGRATION OFFICE"),
        new("춘천출입국·외국인사무소장", "CHIEF, CHUNCHEON IMMIGRATION OFFICE"),
        new("양주출입국·외국인사무소장", "CHIEF, YANGJU IMMIGRATION OFFICE"),
        new("여수출입국·외국인사무소장", "CHIEF, YEOSU IMMIGRATION OFFICE"),
    ];
}
