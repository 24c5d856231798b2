using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ClovaOcr.Cards;
using ClovaOcr.Review;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>
/// What a review page takes from the pipeline: cards, proofs of masked copies, and errors about files; also what Clixml or remoting made of
/// one.
/// </summary>
internal static class ReviewInput
{
    // No card has as many; an object of somebody else's making could have any number.
    private const int MostFields = 200;

    private const string Deserialized = "Deserialized.";

    // The members of a card that say what was read, for cards whose fields were lost on the way.
    private static readonly (string Field, string Member)[] Members =
    [
        (IdentityFields.AlienRegistrationNumber, nameof(AlienCard.RegistrationNumber)),
        (IdentityFields.AlienRegistrationNumberEtc, nameof(AlienCard.RegistrationNumberEtc)),
        ("sex", nameof(AlienCard.Sex)),
        ("name", nameof(AlienCard.Name)),
        ("nationality", nameof(AlienCard.Nationality)),
        ("visaType", nameof(AlienCard.VisaType)),
        ("issueDate", nameof(AlienCard.IssueDate)),
        ("authority", nameof(AlienCard.Authority)),
        ("authorityEng", nameof(AlienCard.AuthorityEnglish)),
    ];

    /// <summary>An object, or those in a list of them: <c>$cards, $masks</c> is two lists.</summary>
    public static IEnumerable<PSObject> Each(PSObject input) => input.BaseObject is IList list
        ? list.Cast<object?>().Where(item => item is not null).Select(PSObject.AsPSObject)
        : [input];

    /// <summary>Adds an object to a page.</summary>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidCard"/>: it is none of these.</exception>
    public static void AddTo(ReviewPage page, PSObject input)
    {
        try
        {
            if (Is(input, typeof(MaskedImage).FullName!)) page.Add(ProofOf(input));
            else if (input.BaseObject is ErrorRecord || Is(input, typeof(ErrorRecord).FullName!)) page.Add(FailureOf(input));
            else page.Add(CardOf(input));
        }
        catch (Exception exception) when (exception is not (ClovaOcrException or PipelineStoppedException))
        {
            // A property may be a script, and its value may have one for a ToString, that throws anything.
            throw Damaged();
        }
    }

    private static bool Is(PSObject input, string type) => input.TypeNames.Contains(type) || input.TypeNames.Contains(Deserialized + type);

    private static ReviewProof ProofOf(PSObject image)
    {
        var (source, path) = (Text(image, nameof(MaskedImage.SourceHash)), Text(image, nameof(MaskedImage.Path)));
        var hash = Text(image, nameof(MaskedImage.Hash));
        var isWhole = path is not null && Path.IsPathRooted(path) && CardInput.IsHash(source ?? "") && CardInput.IsHash(hash ?? "");
        return isWhole
            ? new ReviewProof(source!, path!, hash!, Text(image, nameof(MaskedImage.Warnings)))
            : throw Damaged();
    }

    private static ReviewCard FailureOf(PSObject record)
    {
        var exception = (record.BaseObject as ErrorRecord)?.Exception;
        var path = (exception as ClovaOcrException)?.FilePath ?? Text(record, nameof(ErrorRecord.TargetObject));
        var id = Text(record, nameof(ErrorRecord.FullyQualifiedErrorId))?.Split(',')[0];
        if (path is null || !Path.IsPathRooted(path))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.InvalidCard,
                $"The error {id} is about no file, so it is not on the page. What it says concerns the whole batch.");
        }

        var problem = (exception as ClovaOcrException)?.Problem ?? Without(path, exception?.Message ?? MessageOf(record));
        return new() { Status = ReviewStatus.NotRead, Path = path, Message = id is null ? problem : $"{id}: {problem}" };
    }

    /// <summary>What an error said that came back from Clixml or remoting; its exception's own text would be where in the module it arose.</summary>
    private static string MessageOf(PSObject record) =>
        (record.Properties["Exception"]?.Value is PSObject exception ? Text(exception, nameof(Exception.Message)) : null) ?? record.ToString();

    /// <summary>The page shows a file's name, and not in which folder it lies.</summary>
    private static string Without(string path, string message)
    {
        var file = $"'{ShownText.Of(path)}': ";
        return message.StartsWith(file, StringComparison.Ordinal) ? message.Substring(file.Length) : message;
    }

    private static ReviewCard CardOf(PSObject input)
    {
        var card = CardInput.From(input);
        return new()
        {
            Status = (ReviewStatus)Enum.Parse(typeof(ReviewStatus), card.Status.ToString()),
            Path = card.Path,
            ImageHash = card.ImageHash,
            Message = Text(input, nameof(AlienCard.Message)),
            Validation = Enum.TryParse<ValidationResult>(Text(input, nameof(AlienCard.Validation)), out var validation) ? validation : null,
            Warnings = Text(input, nameof(AlienCard.Warnings)),
            Fields = [.. FieldsOf(input), .. DerivedOf(input)],
            Regions = card.Regions,
        };
    }

    private static List<ReviewField> FieldsOf(PSObject card)
    {
        var fields = (LanguagePrimitives.GetEnumerable(card.Properties[nameof(AlienCard.Fields)]?.Value)?.Cast<object>() ?? [])
            .Take(MostFields)
            .Select(PSObject.AsPSObject)
            .Where(field => field.Properties[nameof(CardField.Best)] is not null)
            .Select(field => (Name: Text(field, nameof(CardField.Name)) ?? "", Text: Text(field, nameof(CardField.Best))))
            .ToArray();
        if (fields.Length == 0)
            return [.. Members.Select(member => new ReviewField(member.Field, Text(card, member.Member))).Where(HasText)];

        var entries = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<ReviewField>();
        foreach (var (name, text) in fields)
        {
            entries[name] = entries.TryGetValue(name, out var before) ? before + 1 : 0;
            read.Add(new ReviewField(name, text, entries[name]));
        }

        return read;
    }

    // What the number tells is worth a look beside the print.
    private static IEnumerable<ReviewField> DerivedOf(PSObject card)
    {
        if (Text(card, nameof(AlienCard.BirthDate)) is { } birth) yield return new("birthDate", birth, IsDerived: true);
        var isPrinted = card.BaseObject is not AlienCard known || known.Fields.Any(field => field.Name == "sex");
        if (!isPrinted && Text(card, nameof(AlienCard.Sex)) is { } sex) yield return new("sex", sex, IsDerived: true);
    }

    private static bool HasText(ReviewField field) => field.Text is not null;

    private static string? Text(PSObject input, string property) => input.Properties[property]?.Value?.ToString();

    private static ClovaOcrException Damaged() => new(
        ClovaOcrErrorKind.InvalidCard,
        "The object is damaged, so it is not on the page. Give the cards of Invoke-AlienCardOcr and the proofs of ConvertTo-MaskedImage "
        + "as they are.");
}
