using System.Collections.Generic;
using ClovaOcr.Journal;

namespace ClovaOcr.Batch;

/// <summary>
/// Which card asks about a picture, so that a second scan of the same bytes waits for the answer instead of paying again. Safe to use
/// from many threads.
/// </summary>
internal sealed class PictureClaims
{
    private readonly Dictionary<JournalKey, List<QueuedCard>> _followers = [];
    private readonly Dictionary<QueuedCard, JournalKey> _claims = [];

    /// <summary>Claims a picture for a card.</summary>
    /// <returns>False when another card has it; this one is among its followers then.</returns>
    public bool TryClaim(QueuedCard card, JournalKey picture)
    {
        lock (_claims)
        {
            // A card that is tried again has its claim, even if the file holds another picture by now.
            if (_claims.ContainsKey(card)) return true;
            if (_followers.TryGetValue(picture, out var followers))
            {
                followers.Add(card);
                return false;
            }

            _followers.Add(picture, []);
            _claims.Add(card, picture);
            return true;
        }
    }

    /// <summary>Gives up what a card has claimed.</summary>
    /// <returns>The cards that waited for it.</returns>
    public IReadOnlyList<QueuedCard> Release(QueuedCard card)
    {
        lock (_claims)
        {
            if (!_claims.TryGetValue(card, out var picture)) return [];
            var followers = _followers[picture];
            _followers.Remove(picture);
            _claims.Remove(card);
            return followers;
        }
    }
}
