using System.Collections.Generic;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>What is known of a card of some kind after its lines were read once: where its values stand and what they may say.</summary>
internal interface ICardPlan
{
    /// <summary>The answer's member for the card: <c>ac</c>, <c>ic</c>, <c>dl</c> or <c>pp</c>.</summary>
    string Kind { get; }

    /// <summary>The values that were found, each field once.</summary>
    IReadOnlyList<Place> Places { get; }

    /// <summary>The fields that every such card carries.</summary>
    IReadOnlyList<string> Expected { get; }

    /// <summary>What a field says.</summary>
    /// <returns>Null when its readings do not agree.</returns>
    FieldValue? ValueOf(FieldReadings readings);
}
