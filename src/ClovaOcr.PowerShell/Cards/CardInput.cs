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
    // No picture has as many; an object of somebody else's making could have any number.
    private const int MostRegions = 10_000;

    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidCard"/>: the object is not a card.</exception>
    public static CardInput From(PSObject input)
    {
        if (input.BaseObject is AlienCard card) return new(card.Status, card.Path, card.ImageHash, card.CardType, card.IssueDate, card.Regions);
        try
        {
            return Read(input);
        }
        catch (Exception exception) when (exception is not (ClovaOcrException or PipelineStoppedException))
        {
            // A property may be a script, and its value may have one for a ToString, that throws anything.
            throw Damaged();
        }
    }

    /// <summary>The card for the masker.</summary>
    /// <exception cref="ClovaOcrException">No picture belongs to the card.</exception>
    public MaskableCard ToMaskable() => Path is { } path && ImageHash is { } hash
        ? new MaskableCard { Path = path, ImageHash = hash, CardType = CardType, IssueDate = IssueDate, Regions = Regions }
        : throw new ClovaOcrException(
            ClovaOcrErrorKind.InvalidCard,
            "The card comes from a saved response without its picture. Give ConvertFrom-AlienCardResponse -ImagePath.");

    /// <summary>Whether a text is a SHA-256 as this module writes it.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>Reads the members, of which deserialising has made property bags that keep the text of the original.</summary>
    private static CardInput Read(PSObject input)
    {
        if (Value<CardStatus>(input, nameof(AlienCard.Status)) is not { } status || input.Properties[nameof(AlienCard.Regions)]?.Value is not { } regions)
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidCard,
                "The object is not a card of Invoke-AlienCardOcr. A card that went through CSV has lost its areas: use Export-Clixml.");
        }

        var texts = (LanguagePrimitives.GetEnumerable(regions)?.Cast<object>() ?? []).Take(MostRegions + 1).Select(region => region.ToString()!).ToArray();
        var (path, hash) = (Text(input, nameof(AlienCard.Path)), Text(input, nameof(AlienCard.ImageHash)));
        if (texts.Length > MostRegions || !(path is null || IsFullPath(path)) || !(hash is null || IsHash(hash))) throw Damaged();
        return new(
            status,
            path,
            hash,
            Value<CardType>(input, nameof(AlienCard.CardType)),
            CardDate.TryParse(Text(input, nameof(AlienCard.IssueDate)), out var issued) ? issued : null,
            [.. texts.Select(CardRegion.Parse)]);
    }

    private static string? Text(PSObject input, string property) => input.Properties[property]?.Value?.ToString();

    private static T? Value<T>(PSObject input, string property)
        where T : struct, Enum => Enum.TryParse<T>(Text(input, property), out var value) && Enum.IsDefined(typeof(T), value) ? value : null;

    /// <summary>Whether a path means the same file wherever the process stands, and can be one.</summary>
    private static bool IsFullPath(string path) =>
        System.IO.Path.IsPathRooted(path)
        && System.IO.Path.GetFileName(path).Length > 0
        && System.IO.Path.GetPathRoot(path) is [.., '/' or '\\'] or ['\\', '\\', ..];

    private static ClovaOcrException Damaged() =>
        new(ClovaOcrErrorKind.InvalidCard, "The card is damaged: its path, hash or areas are none. Read the picture again.");
}
