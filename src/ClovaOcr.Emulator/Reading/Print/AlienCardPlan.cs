using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Where on an alien registration card, of either layout, each value stands: below its label, or else by what it looks like.</summary>
internal sealed partial class AlienCardPlan
{
    private static readonly string[] Titles = ["외국인등록증", "ALIEN REGISTRATION CARD", "RESIDENCE CARD"];

    // Labels and values together; a card that is hard to read still shows half of its fifteen.
    private const int LeastSigns = 4;

    private const int Digits = 13;

    // Against the number, which is the tallest value.
    private const double LeastValueHeight = 0.65;

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
    /// <returns>Null when it is no alien registration card: it lacks the title, or what else such a card has.</returns>
    public static AlienCardPlan? Find(CardPrint print)
    {
        // The title is kept apart: its words are much like those of the number's label.
        var title = print.TitleLines(Titles);
        if (title.Count == 0) return null;
        var plan = new AlienCardPlan([.. print.Lines.Except(title)]);
        plan.FindNumber();
        plan.FindSex();
        plan.FindFoot();
        plan.FindColumn();
        return All.Count(label => plan._lines.Any(label.Is)) + plan._places.Count >= LeastSigns ? plan : null;
    }

    private void FindNumber()
    {
        // Something else may stand in the same line: the label of the sex, a fleck.
        if (_lines.FirstOrDefault(line => NumberForm().IsMatch(Squeezed(line)) || NumberForm().IsMatch(Squeezed(line.Korean))) is { } found)
            Add(new Place(Number.Field, found, found.InkOfDigits(Digits)));
        else if (_lines.FirstOrDefault(Number.Is) is { } label && Below(label) is { } value) Add(Place.Whole(Number.Field, value));
    }

    /// <summary>Beside the number of the older layout: the label and a letter, larger than the label and read together with it.</summary>
    private void FindSex()
    {
        if (PlaceOf(Number.Field) is not { } number) return;
        foreach (var line in _lines.Where(line => line.Box.SharedRows(number.Box) > 0))
        {
            var marks = line.Line.Marks.Where(mark => mark.Left > number.Box.Right).ToArray();
            if (marks.Length < 3 || !SexForm().IsMatch(Squeezed(line)) || marks[^1].Height < number.Box.Height * LeastValueHeight) continue;
            Add(new Place(Sex.Field, line, marks[^1]) { Surroundings = PixelBox.Around(marks) });
            return;
        }
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

    private void FindColumn()
    {
        foreach (var label in Column)
        {
            if (_lines.FirstOrDefault(label.Is) is { } line && Below(line) is { } value) Add(Place.Whole(label.Field, value));
        }

        FillColumn();
    }

    /// <summary>Where a label could not be read: what stands in its place of the column, if all the others are where they belong.</summary>
    private void FillColumn()
    {
        if (PlaceOf(Number.Field) is not { } number) return;
        var values = _lines
            .Where(line => line.Box.Top > number.Box.Bottom && IsBelow(number.Box, line.Box) && !IsLabel(line))
            .Where(line => line.Box.Height >= number.Box.Height * LeastValueHeight && line != PlaceOf(IssueDate.Field)?.Line)
            .Take(Column.Length)
            .ToArray();
        if (values.Length < Column.Length || VisaTypes.CodeIn(values[^1].Latin.Text) is null) return;
        for (var i = 0; i < Column.Length; i++)
        {
            if (PlaceOf(Column[i].Field) is { } known && known.Line != values[i]) return;
        }

        for (var i = 0; i < Column.Length; i++) Add(Place.Whole(Column[i].Field, values[i]));
    }

    private void Add(Place place)
    {
        if (PlaceOf(place.Field) is null && _places.All(other => other.Box != place.Box)) _places.Add(place);
    }

    private Place? PlaceOf(string field) => _places.FirstOrDefault(place => place.Field == field);

    /// <summary>The value below a label, flush with it.</summary>
    private PrintedLine? Below(PrintedLine label) => _lines.FirstOrDefault(line =>
        line != label && !IsLabel(line) && IsBelow(label.Box, line.Box) && line.Box.Top - label.Box.Bottom < 2 * label.Box.Height
        && line.Box.Height >= label.Box.Height && line.Line.Marks.Count > 1);

    private static bool IsBelow(PixelBox upper, PixelBox lower) =>
        lower.Top >= upper.MiddleY && Math.Abs(lower.Left - upper.Left) < UprightCard.CardWidth * 0.04;

    /// <summary>Right of the date in its line, or in the next line.</summary>
    private static bool IsBeside(PixelBox date, PixelBox other) =>
        (other.SharedRows(date) > date.Height / 2 && other.Left > date.Right && other.Left - date.Right < UprightCard.CardWidth * 0.2)
        || (IsBelow(date, other) && other.Top - date.Bottom < 2 * date.Height);

    private static bool IsLabel(PrintedLine line) => All.Any(label => label.Is(line));

    private static string Squeezed(PrintedLine line) => Squeezed(line.Latin);

    private static string Squeezed(LineReading reading) => reading.Text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{5,6}-?[0-9]{6,7}")]
    private static partial Regex NumberForm();

    [GeneratedRegex("[MF]$")]
    private static partial Regex SexForm();

    [GeneratedRegex(@"^[0-9]{4}[.,-][0-9]{2}[.,-][0-9]{2}\.?$")]
    private static partial Regex DateForm();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{3,}$")]
    private static partial Regex FurtherForm();
}
