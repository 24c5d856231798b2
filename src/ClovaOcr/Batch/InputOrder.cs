using System.Collections.Generic;

namespace ClovaOcr.Batch;

/// <summary>The cards of a batch that are not handed out yet, in the order in which they came in.</summary>
internal sealed class InputOrder
{
    private readonly Queue<QueuedCard> _open = new();
    private readonly Queue<CardOutcome> _ready = new();

    /// <summary>All of them.</summary>
    public int Count => _open.Count + _ready.Count;

    /// <summary>Whether an outcome can be taken.</summary>
    public bool IsReady => _ready.Count > 0;

    public void Add(QueuedCard card) => _open.Enqueue(card);

    /// <summary>Gives a card its outcome, null for none, and makes ready what waited for it.</summary>
    public void Settle(QueuedCard card, CardOutcome? outcome)
    {
        card.Settle(outcome);
        while (_open.Count > 0 && _open.Peek().IsSettled)
            if (_open.Dequeue().Outcome is { } next) _ready.Enqueue(next);
    }

    public CardOutcome Take() => _ready.Dequeue();
}
