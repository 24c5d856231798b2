namespace ClovaOcr.Cards;

/// <summary>The cards that the endpoint reads; it answers with success for each of them.</summary>
public enum CardType
{
    /// <summary>An alien registration card, in the answer's <c>ac</c>.</summary>
    AlienRegistrationCard,

    /// <summary>A Korean resident's ID card, in the answer's <c>ic</c>.</summary>
    IdCard,

    /// <summary>A Korean driver's licence, in the answer's <c>dl</c>.</summary>
    DriversLicense,

    /// <summary>A passport, in the answer's <c>pp</c>.</summary>
    Passport,
}
