using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ReadingScore;

/// <summary>Splits the key fields of alien registration cards by one of the conditions under which their pictures were made.</summary>
internal sealed class ConditionReport(IReadOnlyList<CardScore> scores, TextWriter screen)
{
    private const int MostBuckets = 4;
    private const int MostValues = 6;

    private static readonly string[] KeyFields = ["alienRegNum", "name", "nationality", "visaType", "issueDate"];

    /// <param name="condition">A member of the truth's <c>picture</c> object, <c>layout</c>, <c>estimatedLanguage</c> or <c>orientation</c>.</param>
    public void Write(string condition)
    {
        var table = new MarkdownTable(condition, "field", "printed", "right", "", "refused", "", "wrong", "");
        foreach (var (bucket, cards) in Buckets([.. scores.Where(score => score.Card.Kind == "ac")], condition))
        {
            foreach (var name in KeyFields)
                table.Add([bucket, name, .. ScoreReport.VerdictsOf([.. cards.SelectMany(card => card.Fields).Where(field => field.Name == name)])]);
        }

        table.Write(screen);
    }

    /// <summary>A bucket for each value if there are few, else some equally full ones of neighbouring numbers.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<CardScore> Cards)> Buckets(IReadOnlyList<CardScore> cards, string condition)
    {
        var numbers = cards.Select(card => (Card: card, Value: NumberOf(card, condition))).Where(pair => pair.Value is not null).ToArray();
        if (numbers.Select(pair => pair.Value).Distinct().Count() <= MostValues)
            return cards.GroupBy(card => TextOf(card, condition)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<CardScore>)[.. group]));
        return numbers.OrderBy(pair => pair.Value).Chunk((numbers.Length + MostBuckets - 1) / MostBuckets)
            .Select(chunk => ($"{chunk[0].Value:0.####} to {chunk[^1].Value:0.####}", (IReadOnlyList<CardScore>)[.. chunk.Select(pair => pair.Card)]));
    }

    // Leaning to the left is as hard as leaning to the right.
    private static double? NumberOf(CardScore score, string condition) =>
        score.Card.Conditions.TryGetValue(condition, out var value) && value.ValueKind == JsonValueKind.Number ? Math.Abs(value.GetDouble()) : null;

    private static string TextOf(CardScore score, string condition) =>
        score.Card.Conditions.TryGetValue(condition, out var value) ? value.ToString() : "not said";
}
