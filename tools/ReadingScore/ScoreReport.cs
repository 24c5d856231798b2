using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ReadingScore;

/// <summary>Prints the tables of a run.</summary>
internal sealed class ScoreReport(IReadOnlyList<CardScore> scores, TextWriter screen)
{
    private static readonly string[] Outcomes = ["ac", "ic", "dl", "pp", "FAILURE", "ERROR"];

    /// <summary>For each field of each kind of card how it was read; the per cent are of those that are printed.</summary>
    public void WriteFields()
    {
        foreach (var kind in scores.Where(score => score.Card.Fields.Count > 0).GroupBy(score => score.Card.Kind).OrderBy(kind => kind.Key))
        {
            var table = new MarkdownTable($"field of {kind.Key}", "printed", "right", "", "refused", "", "wrong", "");
            foreach (var field in kind.SelectMany(score => score.Fields).GroupBy(field => field.Name)) table.Add([field.Key, .. VerdictsOf([.. field])]);
            table.Write(screen);
            WritePlaces([.. kind]);
        }
    }

    /// <summary>What each kind of picture was answered as. A card in a picture without one, or of another kind, is invented.</summary>
    public void WriteKinds()
    {
        var outcomes = Outcomes.Union(scores.Select(score => score.Answer.Outcome)).ToArray();
        var table = new MarkdownTable(["pictures of", "all", .. outcomes, "invented", "confident", "all right"]);
        foreach (var kind in scores.GroupBy(score => score.Card.Kind).OrderBy(kind => kind.Key))
        {
            table.Add(
            [
                kind.Key,
                $"{kind.Count()}",
                .. outcomes.Select(outcome => $"{kind.Count(score => score.Answer.Outcome == outcome)}"),
                $"{kind.Count(score => score.Answer.IsCard && score.Answer.Outcome != kind.Key)}",
                $"{kind.Count(score => score.Answer.IsConfident)}",
                $"{kind.Count(score => score.Answer.IsConfident && score.Fields.Count > 0 && score.Fields.All(field => field.Verdict == Verdict.Right))}",
            ]);
        }

        table.Write(screen);
        screen.WriteLine("\"all right\": answered confidently, and every field is right.\n");
    }

    /// <summary>How long the answers took.</summary>
    public void WriteTimes(int atOnce)
    {
        var table = new MarkdownTable($"seconds, {atOnce} at once", "median", "95 %", "largest");
        foreach (var kind in scores.GroupBy(score => score.Card.Kind).OrderBy(kind => kind.Key))
        {
            var seconds = new Figures(kind.Select(score => score.Answer.Time.TotalSeconds));
            table.Add(kind.Key, $"{seconds.Median:0.00}", $"{seconds.At(0.95):0.00}", $"{seconds.Largest:0.00}");
        }

        table.Write(screen);
    }

    /// <summary>Every field that was not read right. The specimens are nobody's, so that both texts can be shown.</summary>
    public void WriteWrong()
    {
        foreach (var score in scores)
        {
            var name = Path.GetFileName(score.Card.Path);
            if (score.Answer.Outcome != score.Card.Kind && (score.Answer.IsCard || score.Card.Border is not null))
                screen.WriteLine($"{name}: {score.Card.Kind} answered {score.Answer.Outcome}");
            if (!score.Answer.IsCard) continue;
            foreach (var field in score.Fields.Where(field => field.Verdict != Verdict.Right))
                screen.WriteLine($"{name}: {field.Name} {Lower(field.Verdict)}: printed '{field.Printed}', answered '{field.Answered}'");
        }

        screen.WriteLine();
    }

    internal static string[] VerdictsOf(IReadOnlyCollection<FieldScore> fields)
    {
        var printed = fields.Count(field => field.Printed is not null);
        return [$"{printed}", .. new[] { Verdict.Right, Verdict.Refused, Verdict.Wrong }.SelectMany(Counted)];

        string[] Counted(Verdict verdict)
        {
            var count = fields.Count(field => field.Verdict == verdict);
            return [$"{count}", Figures.Percent(count, printed)];
        }
    }

    private void WritePlaces(IReadOnlyCollection<CardScore> cards)
    {
        var corners = new Figures(cards.Where(score => score.Answer.Outcome == score.Card.Kind).Select(score => score.CornerError).OfType<double>());
        if (corners.Count == 0) return;
        screen.WriteLine(
            $"`rois` of {corners.Count} cards: farthest corner {corners.Median:0.0 %} of the card's width (median), {corners.At(0.95):0.0 %} (95 %), "
            + $"{corners.Largest:0.0 %} (largest).\n");
        var table = new MarkdownTable("box, px at 1000 px", "right", "median", "95 %", "largest", "within 6", "");
        foreach (var field in cards.SelectMany(score => score.Fields).Where(field => field.BoxError is not null).GroupBy(field => field.Name))
        {
            var errors = new Figures(field.Select(field => field.BoxError!.Value));
            table.Add(
                field.Key,
                $"{errors.Count}",
                $"{errors.Median:0.0}",
                $"{errors.At(0.95):0.0}",
                $"{errors.Largest:0.0}",
                $"{errors.Within(6)}",
                Figures.Percent(errors.Within(6), errors.Count));
        }

        table.Write(screen);
    }

    private static string Lower(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
