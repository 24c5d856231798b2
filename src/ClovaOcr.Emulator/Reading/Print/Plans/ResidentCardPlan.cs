using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>A resident's identity card or driver's licence, as far as it is to be told from an alien card: numbers, name and date.</summary>
internal sealed partial class ResidentCardPlan : ICardPlan
{
    // Of the card's height; the dates of a driver's licence that are no date of issue stand above it.
    private const double Foot = 0.74;

    private readonly List<Place> _places = [];

    private ResidentCardPlan(string kind, IReadOnlyList<string> expected) => (Kind, Expected) = (kind, expected);

    public string Kind { get; }

    public IReadOnlyList<Place> Places => _places;

    public IReadOnlyList<string> Expected { get; }

    /// <summary>Finds the values of a card.</summary>
    /// <returns>Null when it is neither: it lacks the title, or the resident's number.</returns>
    public static ResidentCardPlan? Find(CardPrint print) =>
        Find(print, "dl", new("자동차운전면허증", "Driver's License"), ["num", "personalNum", "name"])
        ?? Find(print, "ic", new("주민등록증"), ["personalNum", "name"]);

    public FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field switch
    {
        "personalNum" => Agreement.OnNumber(readings, NumberForm()),
        "num" => Agreement.OnNumber(readings, LicenceForm()),
        "issueDate" => Agreement.OnDate(readings),
        _ => HolderNames.ValueOf(readings),
    };

    private static ResidentCardPlan? Find(CardPrint print, string kind, Title heading, string[] expected)
    {
        var title = print.TitleLines(heading);
        if (title.Count == 0) return null;
        PrintedLine[] lines = [.. print.Lines.Except(title)];
        if (lines.FirstOrDefault(line => NumberForm().IsMatch(Squeezed(line))) is not { } number) return null;

        // The name is the nearest line above the number that begins where the number does.
        var plan = new ResidentCardPlan(kind, expected);
        plan._places.Add(Place.OfDigits("personalNum", number, number.Ink));
        var name = lines.LastOrDefault(line => line.IsKorean && line.Box.Bottom < number.Box.MiddleY
            && Math.Abs(line.Box.Left - number.Box.Left) < UprightCard.CardWidth * 0.03);
        if (name is not null) plan._places.Add(Place.Whole("name", name));
        if (kind == "dl" && lines.FirstOrDefault(line => LicenceForm().IsMatch(Squeezed(line))) is { } licence)
            plan._places.Add(Place.OfDigits("num", licence, licence.Ink));

        // The date at the foot of either card is the day on which it was issued.
        var date = lines.LastOrDefault(line => line.Box.Top > print.Card.Print.Height * Foot && DateForm().IsMatch(Squeezed(line)));
        if (date is not null) plan._places.Add(Place.OfDigits("issueDate", date, date.Ink));
        return plan;
    }

    private static string Squeezed(PrintedLine line) => Agreement.Squeezed(line.Latin.Text);

    [GeneratedRegex(@"^[0-9]{6}-[1-4][0-9]{6}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[0-9]{2}-[0-9]{2}-[0-9]{6}-[0-9]{2}\z")]
    private static partial Regex LicenceForm();

    [GeneratedRegex(@"^(19|20)[0-9]{2}\.[0-9]{1,2}\.[0-9]{1,2}\.?\z")]
    private static partial Regex DateForm();
}
