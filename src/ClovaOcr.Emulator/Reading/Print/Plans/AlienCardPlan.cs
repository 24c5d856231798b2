using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>Where on an alien registration card, of either layout, each value stands: below its label, or else by what it looks like.</summary>
internal sealed partial class AlienCardPlan : ICardPlan
{
    private static readonly Title Title = new("외국인등록증", "ALIEN REGISTRATION CARD", "RESIDENCE CARD");

    // Labels and values together; a card that is hard to read still shows half of its fifteen.
    private const int LeastSigns = 4;
    private const int LeastValues = 2;

    private const int NumberDigits = 13;

    private const string Office = "authority";
    private const string EnglishOffice = "authorityEng";

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

    public string Kind => "ac";

    public IReadOnlyList<Place> Places => _places;

    // The sex is printed on the older layout only.
    public IReadOnlyList<string> Expected { get; } =
        ["alienRegNum", "name", "nationality", "visaType", "issueDate", "authority", "authorityEng"];

    public FieldValue? ValueOf(FieldReadings readings) => AlienCardFields.ValueOf(readings);

    /// <summary>Finds the values of a card.</summary>
    /// <returns>Null when it is no alien registration card: it lacks the title, or what else such a card has.</returns>
    public static AlienCardPlan? Find(CardPrint print)
    {
        // The title is kept apart: its words are much like those of the number's label.
        var title = print.TitleLines(Title);
        if (title.Count == 0) return null;
        var plan = new AlienCardPlan([.. print.Lines.Except(title)]);
        plan.FindNumber();
        plan.FindSex();
        plan.FindFoot();
        plan.FindColumn();
        return plan.IsWhole && plan.IsOfCardSize ? plan : null;
    }

    /// <summary>
    /// Whether enough was found, and values in their places: a letter may speak of them all. Other cards have names and dates, too, but neither
    /// such a number nor an immigration office.
    /// </summary>
    private bool IsWhole => All.Count(label => _lines.Any(label.Is)) + _places.Count >= LeastSigns
        && Column.Append(Number).Count(label => PlaceOf(label.Field) is not null) >= LeastValues
        && (PlaceOf(Number.Field) ?? PlaceOf(Office) ?? PlaceOf(EnglishOffice)) is not null;

    // A page that speaks of a card has the number smaller, and so has a picture in which a card lies.
    private bool IsOfCardSize => PlaceOf(Number.Field) is not { } number
        || number.Box.Width is > (int)(UprightCard.CardWidth * 0.2) and < (int)(UprightCard.CardWidth * 0.4);

    private void FindNumber()
    {
        // Something else may stand in the same line: the label of the sex, a fleck.
        if (_lines.FirstOrDefault(HasNumber) is { } found)
            Add(Place.OfDigits(Number.Field, found, found.InkOfDigits(NumberDigits)));
        else if (_lines.FirstOrDefault(Number.Is) is { } label && Below(label) is { } value)
            Add(Place.OfDigits(Number.Field, value, value.Ink));
    }

    /// <summary>Beside the number of the older layout: the label and a letter, larger than the label and read together with it.</summary>
    private void FindSex()
    {
        if (PlaceOf(Number.Field) is not { } number) return;
        foreach (var line in _lines.Where(line => line.Box.SharedRows(number.Box) > 0))
        {
            var marks = line.Line.Marks.Where(mark => mark.Left > number.Box.Right).ToArray();
            if (marks.Length < 3 || !SexForm().IsMatch(Squeezed(line)) || marks[^1].Height < number.Box.Height * LeastValueHeight) continue;
            Add(new Place(Sex.Field, line, marks[^1]) { Surroundings = PixelBox.Around(marks), Letters = Letters.Latin });
            return;
        }
    }

    private void FindFoot()
    {
        var date = _lines.FirstOrDefault(line => DateForm().IsMatch(Squeezed(line)))
            ?? (_lines.FirstOrDefault(IssueDate.Is) is { } label ? Below(label) : null);
        if (date is not null) Add(Place.OfDigits(IssueDate.Field, date, date.Ink));

        var office = _lines.FirstOrDefault(line => line.Holds("출입국외국인"));
        var english = _lines.FirstOrDefault(line => line.Holds("IMMIGRATION OFFICE"));
        if (office is not null) Add(Place.Whole(Office, office) with { Letters = Letters.Korean });
        if (english is not null) Add(Place.Whole(EnglishOffice, english) with { Letters = Letters.Latin });

        if (date is null) return;
        var further = _lines.FirstOrDefault(line => line != date && line != office && line != english && !IsLabel(line)
            && FurtherForm().IsMatch(Squeezed(line)) && IsBeside(date.Box, line.Box));
        if (further is not null) Add(Place.Whole("alienRegNumEtc", further) with { Letters = Letters.Latin });
    }

    private void FindColumn()
    {
        foreach (var label in Column)
        {
            if (_lines.FirstOrDefault(label.Is) is { } line && Below(line) is { } value) Add(InColumn(label, value));
        }

        FillColumn();
    }

    /// <summary>Where a label could not be read: what stands in its place of the column, if all the others are where they belong.</summary>
    private void FillColumn()
    {
        if (PlaceOf(Number.Field) is not { } number) return;
        var values = _lines
            .Where(line => line.Box.Top > number.Box.Bottom && line.Box.IsBelow(number.Box) && !IsLabel(line))
            .Where(line => line.Box.Height >= number.Box.Height * LeastValueHeight && line != PlaceOf(IssueDate.Field)?.Line)
            .Take(Column.Length)
            .ToArray();
        if (values.Length < Column.Length || VisaTypes.CodeIn(values[^1].Latin.Text) is null) return;
        for (var i = 0; i < Column.Length; i++)
        {
            if (PlaceOf(Column[i].Field) is { } known && known.Line != values[i]) return;
        }

        for (var i = 0; i < Column.Length; i++) Add(InColumn(Column[i], values[i]));
    }

    // The code at the end of a visa type is in Latin letters in either language.
    private static Place InColumn(Label label, PrintedLine value)
    {
        var place = Place.Whole(label.Field, value);
        return label.Field == "visaType" ? place with { Letters = place.Letters | Letters.Latin } : place;
    }

    private void Add(Place place)
    {
        if (PlaceOf(place.Field) is null && _places.All(other => other.Box != place.Box)) _places.Add(place);
    }

    private Place? PlaceOf(string field) => _places.FirstOrDefault(place => place.Field == field);

    private PrintedLine? Below(PrintedLine label) =>
        _lines.FirstOrDefault(line => line.IsBelow(label) && !IsLabel(line) && line.Line.Marks.Count > 1);

    /// <summary>Right of the date in its line, or in the next line.</summary>
    private static bool IsBeside(PixelBox date, PixelBox other) =>
        (other.SharedRows(date) > date.Height / 2 && other.Left > date.Right && other.Left - date.Right < UprightCard.CardWidth * 0.2)
        || (other.IsBelow(date) && other.Top - date.Bottom < 2 * date.Height);

    private static bool IsLabel(PrintedLine line) => All.Any(label => label.Is(line));

    private static bool HasNumber(PrintedLine line) =>
        NumberForm().IsMatch(Squeezed(line)) || NumberForm().IsMatch(Agreement.Squeezed(line.Korean.Text));

    private static string Squeezed(PrintedLine line) => Agreement.Squeezed(line.Latin.Text);

    [GeneratedRegex(@"^[0-9]{5,6}-?[0-9]{6,7}")]
    private static partial Regex NumberForm();

    [GeneratedRegex("[MF][|!il.]?$")]
    private static partial Regex SexForm();

    [GeneratedRegex(@"^[0-9]{4}[.,-][0-9]{2}[.,-][0-9]{2}\.?$")]
    private static partial Regex DateForm();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{3,}$")]
    private static partial Regex FurtherForm();
}
