using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>
/// Every hidden digit's pixels lie under the fill, or the card is refused: for every specimen with a number, stored in every orientation,
/// whatever the service says. The cells are those of a PNG, which are the smallest of any format.
/// </summary>
public sealed class HiddenDigitsSpecs
{
    private const int Cell = 8;

    public static TheoryData<string> Specimens => [.. new[] { "ac", "ic", "dl" }.SelectMany(TestData.Specimens).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Specimens))]
    public void A_right_or_repairable_answer_covers_every_pixel_of_the_hidden_digits(string specimen) => ForEach(specimen, WrongAnswers.Covered, (plan, left) =>
        plan is null ? "refused" : left(plan) is > 0 and var cells ? $"{cells} cells with ink are left" : null);

    [Theory]
    [MemberData(nameof(Specimens))]
    public void An_answer_that_contradicts_the_cards_other_numbers_is_refused_or_covers_every_pixel(string specimen) =>
        ForEach(specimen, WrongAnswers.CoveredOrRefused, (plan, left) => plan is not null && left(plan) > 0 ? "ink is left" : null);

    [Theory]
    [MemberData(nameof(Specimens))]
    public void An_answer_that_contradicts_itself_is_refused(string specimen) =>
        ForEach(specimen, WrongAnswers.Refused, (plan, _) => plan is null ? null : "not refused");

    [Theory]
    [MemberData(nameof(Specimens))]
    public void An_answer_that_contradicts_the_cards_other_texts_is_refused(string specimen)
    {
        if (!specimen.StartsWith("ac", StringComparison.Ordinal)) return;
        ForEach(specimen, WrongAnswers.RefusedByTheCard, (plan, _) => plan is null ? null : "not refused");
    }

    private static void ForEach(
        string specimen, IReadOnlyDictionary<string, Action<CardAnswer>> answers, Func<MaskPlan?, Func<MaskPlan, int>, string?> check)
    {
        var path = Path.Combine(TestData.Cards, specimen);
        var truth = SpecimenDigits.Of(path);
        var kind = CardAnswer.For(path).Kind;
        var readings = answers.Select(wrong =>
        {
            var answer = CardAnswer.For(path);
            wrong.Value(answer);
            return (Name: wrong.Key, Reading: ResponseParser.Parse(answer.ToJson()));
        }).ToArray();
        var problems = new List<string>();
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var placement = new Placement(orientation, truth.Size.Width, truth.Size.Height);
            var sent = SentPicture.Replay(HeaderOf(placement), AreaSpace.Upright);
            foreach (var digits in kind == "ac" ? new[] { MaskDigits.Last7, MaskDigits.Last6, MaskDigits.All } : [MaskDigits.All])
            {
                var hidden = CellsOf(truth.Hidden(digits, placement).Concat(truth.OtherNumbers(placement)));
                foreach (var (name, reading) in readings)
                {
                    var plan = PlanOf(sent.MapToStored(reading).Regions(), kind, digits);
                    var problem = check(plan, plan => LeftOf(hidden, plan, placement));
                    if (problem is not null) problems.Add($"{name}, {digits}, orientation {orientation}: {problem}");
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static MaskPlan? PlanOf(IReadOnlyList<CardRegion> regions, string kind, MaskDigits digits)
    {
        try
        {
            return MaskPlan.Create(regions, digits, [], kind switch { "ac" => ["alienRegNum"], "ic" => ["personalNum"], _ => ["personalNum", "num"] });
        }
        catch (ClovaOcrException refusal) when (refusal.Kind == ClovaOcrErrorKind.NumberNotLocated)
        {
            return null;
        }
    }

    private static HashSet<(int Column, int Row)> CellsOf(IEnumerable<(int X, int Y)> pixels) => [.. pixels.Select(p => (p.X / Cell, p.Y / Cell))];

    /// <summary>How many cells with ink in them are not covered.</summary>
    private static int LeftOf(HashSet<(int Column, int Row)> cells, MaskPlan plan, Placement placement)
    {
        var cover = CoverGrid.Cover(placement.Width, placement.Height, Cell, Cell, [.. plan.Areas.Select(area => area.Area)], grow: 0);
        return cells.Count(cell => !IsCovered(cell.Column, cover.Row(cell.Row)));

        static bool IsCovered(int column, ReadOnlySpan<CellSpan> spans)
        {
            foreach (var span in spans)
                if (column >= span.First && column < span.End) return true;
            return false;
        }
    }

    /// <summary>A file of the picture's size and orientation, of which no more than the header is read.</summary>
    private static SourceFile HeaderOf(Placement placement)
    {
        var file = new JpegRecipe { Segments = [JpegRecipe.Exif(placement.Orientation)] }.Encode(new(16, 16, 3));
        file = JpegSurgery.Change(file, 0xC0, frame =>
        {
            (frame[5], frame[6]) = ((byte)(placement.Height >> 8), (byte)placement.Height);
            (frame[7], frame[8]) = ((byte)(placement.Width >> 8), (byte)placement.Width);
        });
        return new("card.jpg", file, ImageFormat.Jpeg, SourceFile.HashOf(file));
    }
}
