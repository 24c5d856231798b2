namespace ClovaOcr.PowerShell.Cards;

/// <summary>How a picture fared; each of them is an answer of the service.</summary>
public enum CardStatus
{
    /// <summary>An alien registration card was read.</summary>
    Success,

    /// <summary>No card was recognised.</summary>
    Failure,

    /// <summary>The service could not process the picture.</summary>
    Error,

    /// <summary>A card was read, but of another kind.</summary>
    WrongCardType,
}
