using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>A passport's data page, as far as is needed to be told from an alien card: its number and the names.</summary>
internal sealed partial class PassportPlan : ICardPlan
{
    private static readonly string[] Titles = ["PASSPORT"];

    private static readonly Label[] Labels = [new("num", "Passport No"), new("surName", "Surname"), new("givenName", "Given names")];

    private PassportPlan(IReadOnlyList<Place> places) => Places = places;

    public string Kind => "pp";

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<string> Expected { get; } = ["num", "surName", "givenName"];

    /// <summary>Finds the values of a data page.</summary>
    /// <returns>Null when it is none: it lacks the title, or most of the labels.</returns>
    public static PassportPlan? Find(CardPrint print)
    {
        var title = print.TitleLines(Titles);
        PrintedLine[] lines = [.. print.Lines.Except(title)];
        if (title.Count == 0) return null;
        Place[] places =
        [
            .. from label in Labels
               let line = print.Lines.FirstOrDefault(line => line.Box.Height < title[0].Box.Height && label.Is(line))
               where line is not null
               let value = lines.FirstOrDefault(value => value.IsBelow(line) && !Labels.Any(other => other.Is(value)))
               where value is not null
               select Place.Whole(label.Field, value) with { Letters = Letters.Latin },
        ];
        return places.Length > 1 ? new PassportPlan(places) : null;
    }

    public FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field == "num"
        ? Agreement.Of(readings.Latin, read => NumberForm().IsMatch(Agreement.Squeezed(read)) ? Agreement.Squeezed(read) : null, contradiction: true)
        : AlienCardFields.Name(readings);

    [GeneratedRegex(@"^[A-Z]{1,2}[0-9]{7,8}\z")]
    private static partial Regex NumberForm();
}
