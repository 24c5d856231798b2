namespace ClovaOcr.Imaging;

/// <summary>How much of a registration number is covered.</summary>
public enum MaskDigits
{
    /// <summary>Every digit after the hyphen.</summary>
    Last7,

    /// <summary>All after the hyphen but the first, which tells sex and century: the privacy commission's rule for residents' numbers.</summary>
    Last6,

    /// <summary>The whole number.</summary>
    All,
}
