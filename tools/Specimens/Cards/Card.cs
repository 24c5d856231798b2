using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>A document that can be printed: what stands on it, how it is laid out, what it looks like.</summary>
/// <param name="Kind">The service's key for it: ac, ic, dl or pp; none for what is no such card.</param>
/// <param name="Language">The language that the service would estimate: ko or en.</param>
/// <param name="Look">Colours, pattern and portrait.</param>
internal abstract record Card(string Kind, string Language, Look Look)
{
    /// <summary>The size of an identity card: 85.6 x 54 mm.</summary>
    protected static readonly SKSize IdentityCard = new(85.6f, 54f);

    /// <summary>Width and height in millimetres.</summary>
    public virtual SKSize Size => IdentityCard;

    /// <summary>The year an alien registration card's layout came into use; null for other cards.</summary>
    public virtual string? Layout => null;

    /// <summary>How round the corners are, in millimetres.</summary>
    public virtual float CornerRadius => 3.18f;

    /// <summary>What it is, in a word, if it is none of the cards.</summary>
    public virtual string? Content => null;

    public abstract void Print(CardFace face);
}

/// <param name="Hue">The card's colour, 0 to 359.</param>
/// <param name="Seed">What the background pattern and the portrait are made from.</param>
internal sealed record Look(int Hue, int Seed)
{
    /// <summary>How strong the lines of the background pattern are; 1 is as designed.</summary>
    public float Pattern { get; init; } = 1;

    /// <summary>How opaque the word SPECIMEN across the card is, of 255.</summary>
    public byte Overprint { get; init; } = 40;

    /// <summary>The machine that printed the card.</summary>
    public Press Press { get; init; } = Press.Exact;
}

/// <summary>An immigration office, as it signs cards.</summary>
internal sealed record Office(string Korean, string English);

internal enum AlienCardLayout
{
    /// <summary>Photo on the left, sex printed.</summary>
    Since2011,

    /// <summary>Photo on the right, a QR code below it, no sex.</summary>
    Since2023,
}

/// <summary>An alien registration card.</summary>
internal sealed record AlienCard(string Language, Look Look, AlienCardLayout Design) : Card("ac", Language, Look)
{
    public required FictitiousNumber Number { get; init; }

    public required string Name { get; init; }

    public required string Nationality { get; init; }

    public required string VisaType { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required Office Office { get; init; }

    /// <summary>The further number that some cards carry beside the issue date (alienRegNumEtc).</summary>
    public string? NumberEtc { get; init; }

    public override string Layout => Design switch
    {
        AlienCardLayout.Since2011 => "2011",
        AlienCardLayout.Since2023 => "2023",
        _ => throw new InvalidOperationException(),
    };

    public override void Print(CardFace face)
    {
        if (Design == AlienCardLayout.Since2011) CardLayout2011.Print(face, this);
        else CardLayout2023.Print(face, this);
    }
}
