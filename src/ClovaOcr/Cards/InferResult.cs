namespace ClovaOcr.Cards;

/// <summary>How the service fared with a picture (vendor page, <c>inferResult</c>). All three come with HTTP 200.</summary>
public enum InferResult
{
    /// <summary>A card was read, of whichever kind.</summary>
    Success,

    /// <summary>No card was recognised.</summary>
    Failure,

    /// <summary>The picture could not be processed.</summary>
    Error,
}
