using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>A passport's data page, as far as is needed to be told from an alien card: its number and the names.</summary>
internal sealed partial class PassportPlan : ICardPlan
{
    private static readonly Title Title = new(Korean: null, "PASSPORT");

    // In the order in which they stand below the number's line. Their labels are too small to be read in every picture.
    private static readonly string[] Names = ["surName", "givenName"];

    // Of the page's width, left of which the photo is, and of the number's height, below which labels are.
    private const double PhotoPart = 0.35;
    private const double LeastValueHeight = 0.8;

    private PassportPlan(IReadOnlyList<Place> places) => Places = places;

    public string Kind => "pp";

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<string> Expected { get; } = ["num", "surName", "givenName"];

    /// <summary>Finds the values of a data page.</summary>
    /// <returns>Null when it is none: it lacks the title, or the number.</returns>
    public static PassportPlan? Find(CardPrint print)
    {
        var title = print.TitleLines(Title);
        if (title.Count == 0) return null;
        PrintedLine[] lines = [.. print.Lines.Except(title)];
        if (lines.FirstOrDefault(line => NumberForm().IsMatch(Agreement.Squeezed(line.Latin.Text))) is not { } number) return null;
        var names = lines
            .Where(line => line.Box.Top > number.Box.Bottom && line.Box.Left < number.Box.Left)
            .Where(line => line.Box.Right > print.Card.Print.Width * PhotoPart)
            .Where(line => line.Box.Height >= number.Box.Height * LeastValueHeight)
            .Take(Names.Length);
        return new PassportPlan(
        [
            Place.Whole("num", number) with { Letters = Letters.Latin },
            .. names.Zip(Names, (line, field) => Place.Whole(field, line) with { Letters = Letters.Latin }),
        ]);
    }

    public FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field == "num"
        ? Agreement.Of(readings.Latin, read => NumberForm().IsMatch(Agreement.Squeezed(read)) ? Agreement.Squeezed(read) : null)
        : HolderNames.ValueOf(readings);

    [GeneratedRegex(@"^[A-Z]{1,2}[0-9]{7,8}\z")]
    private static partial Regex NumberForm();
}
