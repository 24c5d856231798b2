using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Where on an alien registration card, of either layout, each value stands: below its label, or else by what it looks like.</summary>
internal sealed partial class AlienCardPlan
{
    private static readonly string[] Titles = ["외국인등록증", "ALIEN REGISTRATION CARD", "RESIDENCE CARD"];

    private const int LeastLabels = 2;

    private static readonly Label Number = new("alienRegNum", "외국인등록번호", "Registration No");
    private static readonly Label Sex = new("sex", "성별", "Sex");
    private static readonly Label IssueDate = new("issueDate", "발급일자", "Issue Date", "Date of Issue");

    // In the order in which they stand below the number, in both layouts.
    private static readonly Label[] Column =
    [
        new("name", "성명", "Name"),
        new("nationality", "국가/지역", "Country / Region", "국적", "Nationality"),
        new("visaType", "체류자격", "Status"),
    ];

    private static readonly Label[] All = [Number, Sex, .. Column, IssueDate];

    private readonly IReadOnlyList<PrintedLine> _lines;
    private readonly List<Place> _places = [];

    private AlienCardPlan(IReadOnlyList<PrintedLine> lines) => _lines = lines;

    /// <summary>The values that were found, each field once.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>Finds the values of a card.</summary>
    /// <returns>Null when it is no alien registration card: it lacks the title, or most labels.</returns>
    public static AlienCardPlan? Find(CardPrint print)
    {
        // The title is kept apart: its words are much like those of the number's label.
        var title = print.TitleLines(Titles);
        PrintedLine[] lines = [.. print.Lines.Except(title)];
        if (title.Count == 0 || All.Count(label => lines.Any(label.Is)) < LeastLabels) return null;
        var plan = new AlienCardPlan(lines);
        plan.FindNumber();
        plan.FindColumn();
        plan.FindSex();
        plan.FindFoot();
        return plan;
    }

    private void FindNumber()
    {
        var line = _lines.FirstOrDefault(line => NumberForm().IsMatch(Squeezed(line)))
            ?? (_lines.FirstOrDefault(Number.Is) is { } label ? Below(label) : null);
        if (line is not null) Add(Place.Whole(Number.Field, line));
    }

    private void FindColumn()
    {
        foreach (var label in Column)
        {
            if (_lines.FirstOrDefault(label.Is) is { } line && Below(line) is { } value) Add(Place.Whole(label.Field, value));
        }

        // A label that could not be read: what stands in its place of the column is the value, if all the others are where they belong.
        if (PlaceOf(Number.Field) is not { } number) return;
        var values = _lines
            .Where(line => line.Box.Top > number.Box.Bottom && IsBelow(number.Box, line.Box) && !IsLabel(line))
            .Where(line => line.Box.Height >= number.Box.Height * 0.6)
            .Take(Column.Length)
            .ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var others = _places.Where(place => Column.Any(label => label.Field == place.Field)).ToArray();
            if (PlaceOf(Column[i].Field) is null && others.Length > 0 && others.All(place => Array.IndexOf(values, place.Line) is var at
                && at >= 0 && Column[at].Field == place.Field)) Add(Place.Whole(Column[i].Field, values[i]));
        }
    }

    private void FindSex()
    {
        if (_lines.FirstOrDefault(Sex.Is) is not { } line) return;

        // The letter is larger than the label before it, and is the last of its line or a line of its own.
        var last = line.Line.Marks[^1];
        if (last.Height > line.Box.Height * 0.8 && line.Line.Marks.Count > 2) Add(new Place(Sex.Field, line, last));
        else if (_lines.FirstOrDefault(other => other != line && other.Box.SharedRows(line.Box) > 0 && other.Box.Left > line.Box.Left
            && other.Line.Marks.Count == 1) is { } letter) Add(Place.Whole(Sex.Field, letter));
    }

    private void FindFoot()
    {
        var date = _lines.FirstOrDefault(line => DateForm().IsMatch(Squeezed(line)))
            ?? (_lines.FirstOrDefault(IssueDate.Is) is { } label ? Below(label) : null);
        if (date is not null) Add(Place.Whole(IssueDate.Field, date));

        var office = _lines.FirstOrDefault(line => line.Holds("출입국외국인"));
        var english = _lines.FirstOrDefault(line => line.Holds("IMMIGRATION OFFICE"));
        if (office is not null) Add(Place.Whole("authority", office));
        if (english is not null) Add(Place.Whole("authorityEng", english));

        if (date is null) return;
        var further = _lines.FirstOrDefault(line => line != date && line != office && line != english && !IsLabel(line)
            && FurtherForm().IsMatch(Squeezed(line)) && IsBeside(date.Box, line.Box));
        if (further is not null) Add(Place.Whole("alienRegNumEtc", further));
    }

    private void Add(Place place)
    {
        if (PlaceOf(place.Field) is null && _places.All(other => other.Box != place.Box)) _places.Add(place);
    }

    private Place? PlaceOf(string field) => _places.FirstOrDefault(place => place.Field == field);

    /// <summary>The value below a label, flush with it.</summary>
    private PrintedLine? Below(PrintedLine label) => _lines.FirstOrDefault(line =>
        line != label && !IsLabel(line) && line.Box.Top > label.Box.MiddleY && line.Box.Top - label.Box.Bottom < 2 * label.Box.Height
        && IsBelow(label.Box, line.Box));

    private static bool IsBelow(PixelBox upper, PixelBox lower) =>
        lower.Top >= upper.MiddleY && Math.Abs(lower.Left - upper.Left) < UprightCard.CardWidth * 0.04;

    /// <summary>Right of the date in its line, or in the next line.</summary>
    private static bool IsBeside(PixelBox date, PixelBox other) =>
        (other.SharedRows(date) > date.Height / 2 && other.Left > date.Right && other.Left - date.Right < UprightCard.CardWidth * 0.2)
        || (IsBelow(date, other) && other.Top - date.Bottom < 2 * date.Height);

    private static bool IsLabel(PrintedLine line) => All.Any(label => label.Is(line));

    private static string Squeezed(PrintedLine line) => line.Latin.Text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("[0-9]{5,6}-?[0-9]{6,7}")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[0-9]{4}[.,-][0-9]{2}[.,-][0-9]{2}\.?$")]
    private static partial Regex DateForm();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{3,}$")]
    private static partial Regex FurtherForm();
}
