using System;
using System.Collections.Generic;
using System.Linq;

namespace ReadingScore;

/// <summary>How well a field was read.</summary>
internal enum Verdict
{
    /// <summary>All that is printed there and nothing else.</summary>
    Right,

    /// <summary>Left out, or the whole card was.</summary>
    Refused,

    /// <summary>Anything else, or answered though nothing is printed there.</summary>
    Wrong,
}

/// <summary>A field's comparison.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Verdict">How well it was read.</param>
/// <param name="Printed">The truth; null when nothing is printed there.</param>
/// <param name="Answered">The answer; null when it was left out.</param>
/// <param name="BoxError">Of a right field: the largest distance of a corner from the truth's, in pixels where the card is 1000 wide.</param>
internal sealed record FieldScore(string Name, Verdict Verdict, string? Printed, string? Answered, double? BoxError);

/// <summary>A card's comparison.</summary>
/// <param name="Card">The truth.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Fields">Each field that is printed or was answered; none where another kind of card was answered and none is printed.</param>
/// <param name="CornerError">The largest distance of a corner of <c>rois</c> from the card's, as a share of its width; null without either.</param>
internal sealed record CardScore(PrintedCard Card, GivenAnswer Answer, IReadOnlyList<FieldScore> Fields, double? CornerError)
{
    public static CardScore Of(PrintedCard card, GivenAnswer answer)
    {
        // What stands under another card's key is that key's, and the table of kinds counts it.
        var given = answer.Outcome == card.Kind ? answer.Fields : new Dictionary<string, FieldText[]>();
        return new CardScore(
            card,
            answer,
            [.. card.Fields.Keys.Union(given.Keys).Select(name => Compare(name, card.Fields.GetValueOrDefault(name), given.GetValueOrDefault(name), card.Border))],
            card.Border is { } border ? answer.Border?.FarthestFrom(border) / border.Width : null);
    }

    private static FieldScore Compare(string name, FieldText[]? printed, FieldText[]? answered, Corners? card)
    {
        var verdict = answered is null ? Verdict.Refused
            : printed is not null && printed.Select(text => text.Text).SequenceEqual(answered.Select(text => text.Text)) ? Verdict.Right
            : Verdict.Wrong;
        var boxError = verdict == Verdict.Right
            ? printed!.Zip(answered!, (truth, answer) => answer.Box?.FarthestFrom(truth.Box!) ?? double.PositiveInfinity).Max() * 1000 / card!.Width
            : (double?)null;
        return new FieldScore(name, verdict, Joined(printed), Joined(answered), boxError);
    }

    private static string? Joined(FieldText[]? texts) => texts is null ? null : string.Join(" + ", texts.Select(text => text.Text));
}
