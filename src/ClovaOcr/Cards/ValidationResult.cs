namespace ClovaOcr.Cards;

/// <summary>The service's validity check (vendor page, <c>validationResult.result</c>).</summary>
public enum ValidationResult
{
    /// <summary>NO_REQUESTED: no check was asked for.</summary>
    NotRequested,

    /// <summary>UNCHECKED: it could not be checked.</summary>
    Unchecked,

    /// <summary>ERROR: the check failed to run.</summary>
    Error,

    /// <summary>VALID: the check succeeded.</summary>
    Valid,

    /// <summary>INVALID: the card did not pass.</summary>
    Invalid,
}
