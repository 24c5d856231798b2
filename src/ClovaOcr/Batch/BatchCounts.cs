using ClovaOcr.Cards;

namespace ClovaOcr.Batch;

/// <summary>Counts a batch's figures as they come up.</summary>
internal sealed class BatchCounts
{
    public BatchSummary Summary { get; private set; } = new();

    public void Refused() => Summary = Summary with { Refused = Summary.Refused + 1 };

    public void Retried(bool mayHaveBeenBilled) => Summary = Summary with
    {
        Retried = Summary.Retried + 1,
        PossiblyBilledTwice = Summary.PossiblyBilledTwice + (mayHaveBeenBilled ? 1 : 0),
    };

    public void PassedOver() => Summary = Summary with { OfOtherShards = Summary.OfOtherShards + 1 };

    public void Ended(CardOutcome outcome)
    {
        if (outcome.FromJournal) Summary = Summary with { FromJournal = Summary.FromJournal + 1 };
        Summary = outcome.Reading switch
        {
            null => Summary with { Failed = Summary.Failed + 1 },
            { Result: not InferResult.Success } => Summary with { NotRecognised = Summary.NotRecognised + 1 },
            { CardType: CardType.AlienRegistrationCard } => Summary with { Read = Summary.Read + 1 },
            _ => Summary with { WrongCard = Summary.WrongCard + 1 },
        };
    }
}
