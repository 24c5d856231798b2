using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Review;
using ClovaOcr.Service;
using ClovaOcr.Tests.Imaging;

namespace ClovaOcr.Tests.Review;

/// <summary>Specimens read and masked, a page of them, and a folder of the test's own.</summary>
internal sealed class ReviewScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReviewPage Page { get; } = new();

    public string Folder => _folder.Path;

    /// <summary>The page's file.</summary>
    public string File => Path.Combine(Folder, "review.html");

    /// <summary>The page as text, once it is written.</summary>
    public string Text => System.IO.File.ReadAllText(File);

    /// <summary>What is printed on a specimen, as a card that was read with all its numbers.</summary>
    public static ReviewCard CardOf(string specimen, string? name = null)
    {
        var path = Path.Combine(TestData.Cards, specimen);
        var source = SourceFile.Read(path, int.MaxValue);
        var reading = SentPicture.Replay(source, AreaSpace.Upright).MapToStored(ResponseParser.Parse(CardAnswer.For(path).ToJson()));
        return new()
        {
            Status = ReviewStatus.Success,
            Path = Path.Combine(Path.GetTempPath(), name ?? specimen),
            ImageHash = source.Hash,
            Fields = [.. reading.Fields.GroupBy(field => field.Name).SelectMany(field => field.Select((entry, i) => new ReviewField(field.Key, entry.Best, i)))],
            Regions = reading.Regions(),
        };
    }

    /// <summary>Masks a specimen's picture into the folder.</summary>
    public ReviewProof Mask(string specimen, ReviewCard card) => Mask(System.IO.File.ReadAllBytes(Path.Combine(TestData.Cards, specimen)), specimen, card);

    /// <summary>Masks a picture into the folder.</summary>
    public ReviewProof Mask(byte[] picture, string name, ReviewCard card)
    {
        var path = _folder.Write(name, picture);
        var maskable = new MaskableCard { Path = path, ImageHash = SourceFile.HashOf(picture), CardType = CardType.AlienRegistrationCard, Regions = card.Regions };
        var copy = CardMasker.Mask(maskable, new MaskOptions { QrCode = MaskQrCode.Ignore });
        System.IO.File.Delete(path);
        return new(card.ImageHash!, _folder.Write("masked-" + name, copy.Picture.Bytes), copy.Hash, null);
    }

    /// <summary>Adds a specimen with its masked copy.</summary>
    public void Add(string specimen, string? name = null, Func<ReviewCard, ReviewCard>? change = null)
    {
        var card = CardOf(specimen, name);
        Page.Add(change?.Invoke(card) ?? card);
        Page.Add(Mask(specimen, card));
    }

    /// <summary>Adds one card of each kind that a page shows: the first of them in the order of the page is the last here.</summary>
    public void AddOneOfEach()
    {
        Add("ac-01-english.jpg");
        Add("ac-02-korean.jpg", change: card => card with { Warnings = "the printed sex is not that of the registration number; the issue date is not one date" });
        Add("ac-03-lossless.png", change: card => card with { Validation = ValidationResult.Invalid, Warnings = "the service's validity check says INVALID" });
        Page.Add(new ReviewCard
        {
            Status = ReviewStatus.WrongCardType, Path = "/in/licence.png", ImageHash = new string('a', 64),
            Message = "This is not an alien registration card but: Driver's License.", Fields = [new("name", "RIVER STONE"), new("num", "11-22-333333-44")],
        });
        Page.Add(new ReviewCard { Status = ReviewStatus.NotRead, Path = "/in/empty.jpg", Message = "FileEmpty: The file is empty. Copy or scan it again." });
        Page.Add(new ReviewCard { Status = ReviewStatus.Failure, Path = "/in/table.jpg", ImageHash = new string('b', 64), Message = "No card was found." });
    }

    /// <summary>Writes the page.</summary>
    public IReadOnlyList<ClovaOcrException> Write(bool overwrite = false)
    {
        Evidence.MayHold(TellTale.Names, File, "a page on which names are checked");
        return Page.Write(File, overwrite);
    }

    public void Dispose() => _folder.Dispose();
}
