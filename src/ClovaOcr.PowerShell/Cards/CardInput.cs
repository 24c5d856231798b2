using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>What masking needs of a card, from an <see cref="AlienCard"/> or from what Clixml or remoting made of one.</summary>
internal sealed record CardInput(
    CardStatus Status, string? Path, string? ImageHash, CardType? CardType, CardDate? IssueDate, IReadOnlyList<CardRegion> Regions)
{
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidCard"/>: the object is not a card.</exception>
    public static CardInput From(PSObject input)
    {
        if (input.BaseObject is AlienCard card) return new(card.Status, card.Path, card.ImageHash, card.CardType, card.IssueDate, card.Regions);

        // Deserialised members are property bags, but each of them keeps the text of the original.
        if (!Enum.TryParse<CardStatus>(Text(input, nameof(AlienCard.Status)), out var status)
            || input.Properties[nameof(AlienCard.Regions)]?.Value is not { } regions)
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidCard,
                "The object is not a card of Invoke-AlienCardOcr. A card that went through CSV has lost its areas: use Export-Clixml.");
        }

        try
        {
            return new(
                status,
                Text(input, nameof(AlienCard.Path)),
                Text(input, nameof(AlienCard.ImageHash)),
                Enum.TryParse<CardType>(Text(input, nameof(AlienCard.CardType)), out var type) ? type : null,
                CardDate.TryParse(Text(input, nameof(AlienCard.IssueDate)), out var issued) ? issued : null,
                [.. LanguagePrimitives.GetEnumerable(regions)?.Cast<object>().Select(region => CardRegion.Parse(region.ToString()!)) ?? []]);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ClovaOcrException(ClovaOcrErrorKind.InvalidCard, "The card's areas are damaged. Read the picture again.");
        }
    }

    /// <summary>The card for the masker.</summary>
    /// <exception cref="ClovaOcrException">No picture belongs to the card.</exception>
    public MaskableCard ToMaskable() => Path is { } path && ImageHash is { } hash
        ? new MaskableCard { Path = path, ImageHash = hash, CardType = CardType, IssueDate = IssueDate, Regions = Regions }
        : throw new ClovaOcrException(
            ClovaOcrErrorKind.InvalidCard,
            "The card comes from a saved response without its picture. Give ConvertFrom-AlienCardResponse -ImagePath.");

    private static string? Text(PSObject input, string property) => input.Properties[property]?.Value?.ToString();
}
