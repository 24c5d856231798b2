namespace ClovaOcr.Review;

/// <summary>Why a person should look at a card, the gravest first; the page lists cards in this order.</summary>
internal enum ReviewDoubt
{
    /// <summary>Nothing was read.</summary>
    Failed,

    /// <summary>Another kind of card.</summary>
    WrongCard,

    /// <summary>The service's validity check says INVALID or ERROR.</summary>
    Validation,

    /// <summary>The reading has warnings.</summary>
    Warning,

    /// <summary>There is no masked copy, or one that cannot be shown, although one was made or asked for.</summary>
    Picture,

    /// <summary>Nothing is doubtful.</summary>
    None,
}
