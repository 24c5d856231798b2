namespace ClovaOcr.Review;

/// <summary>How a picture fared, for the person who checks.</summary>
public enum ReviewStatus
{
    /// <summary>An alien registration card was read.</summary>
    Success,

    /// <summary>A card was read, but of another kind.</summary>
    WrongCardType,

    /// <summary>No card was recognised.</summary>
    Failure,

    /// <summary>The service could not process the picture.</summary>
    Error,

    /// <summary>There is no answer: the file or the call failed.</summary>
    NotRead,
}
