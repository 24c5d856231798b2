namespace ClovaOcr.Cards;

/// <summary>What an area of the picture is.</summary>
public enum CardRegionKind
{
    /// <summary>Where a field's text stands (<c>boundingPolys</c>).</summary>
    Text,

    /// <summary>What the service proposes to cover (<c>maskingPolys</c>).</summary>
    Masking,

    /// <summary>The card's border (<c>rois</c>).</summary>
    Card,

    /// <summary>Where a text stands that holds a registration number although its field is none for numbers.</summary>
    StrayNumber,

    /// <summary>No area: a text was read, but where it stands is not known. Masking must not take it for absent.</summary>
    Unlocated,
}
