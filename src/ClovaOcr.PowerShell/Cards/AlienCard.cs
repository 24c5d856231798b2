using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ClovaOcr.Cards;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>
/// One picture's answer as a row: scalars that <c>Export-Csv</c> writes as they are, and, hidden from tables but there, the fields, areas
/// and answer they come from. Identity numbers are masked in every member unless <c>-IncludeNumber</c> was given.
/// </summary>
public sealed class AlienCard
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<CardType?> _cardType = new();
    private readonly StrongBox<CardDate?> _birthDate = new();
    private readonly StrongBox<CardDate?> _issueDate = new();
    private readonly StrongBox<ValidationResult?> _validation = new();

    private AlienCard()
    {
    }

    /// <summary>The picture's file; null when a saved response was given without one.</summary>
    public string? Path { get; private set; }

    /// <summary>How the picture fared.</summary>
    public CardStatus Status { get; private set; }

    /// <summary>The service's sentence about a failure, or what kind of card came instead; null for a success.</summary>
    public string? Message { get; private set; }

    /// <summary>The kind of card; null when none was recognised.</summary>
    public CardType? CardType { get => _cardType.Value; private set => _cardType.Value = value; }

    /// <summary>The name as printed.</summary>
    public string? Name { get; private set; }

    /// <summary>The registration number, masked (<c>990101-5******</c>) unless <c>-IncludeNumber</c> was given.</summary>
    public string? RegistrationNumber { get; private set; }

    /// <summary>The date of birth, as the number tells; null when no number of the form was read.</summary>
    public CardDate? BirthDate { get => _birthDate.Value; private set => _birthDate.Value = value; }

    /// <summary><c>M</c> or <c>F</c>, as printed, or as the number tells on cards since 2023, which do not print it.</summary>
    public string? Sex { get; private set; }

    /// <summary>The nationality as printed.</summary>
    public string? Nationality { get; private set; }

    /// <summary>The status of stay as printed, such as <c>Corporate investor (D-8)</c>.</summary>
    public string? VisaType { get; private set; }

    /// <summary>The code in <see cref="VisaType"/>, such as <c>D-8</c>; null when there is none.</summary>
    public string? VisaCode { get; private set; }

    /// <summary>The date of issue; null when none was read, or no day that exists.</summary>
    public CardDate? IssueDate { get => _issueDate.Value; private set => _issueDate.Value = value; }

    /// <summary>The issuing authority.</summary>
    public string? Authority { get; private set; }

    /// <summary>The issuing authority's English name.</summary>
    public string? AuthorityEnglish { get; private set; }

    /// <summary>What stands beside the registration number (<c>alienRegNumEtc</c>), masked like it.</summary>
    public string? RegistrationNumberEtc { get; private set; }

    /// <summary>
    /// The service's word for "has details for this type of card", true for a driver's licence too: filter on <see cref="Status"/>.
    /// Null when no card was recognised.
    /// </summary>
    public bool? IsConfident { get; private set; }

    /// <summary>The lowest confidence of a field, above 0 to 1; null when the service gave none, which is usual.</summary>
    public double? Confidence { get; private set; }

    /// <summary>The service's validity check; null when it gave none.</summary>
    public ValidationResult? Validation { get => _validation.Value; private set => _validation.Value = value; }

    /// <summary>What a person should look at, separated by semicolons; null when there is nothing.</summary>
    public string? Warnings { get; private set; }

    /// <summary>The identifier of the request.</summary>
    public string? RequestId { get; private set; }

    /// <summary>The service's identifier of the picture.</summary>
    public string? Uid { get; private set; }

    /// <summary>The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; null without a file.</summary>
    public string? ImageHash { get; private set; }

    /// <summary>Whether the answer was paid for in an earlier run.</summary>
    public bool FromJournal { get; private set; }

    /// <summary>The file's name for views, with any registration number in it masked; null without a file.</summary>
    [Hidden]
    public string? File => Path is null ? null : ShownText.Of(System.IO.Path.GetFileName(Path));

    /// <summary>How many <see cref="Warnings"/> there are, for views; null when there is none.</summary>
    [Hidden]
    public int? WarningCount { get; private set; }

    /// <summary>Every entry of every field that was read, with areas in pixels of the file's stored picture.</summary>
    [Hidden]
    public IReadOnlyList<CardField> Fields { get; private set; } = [];

    /// <summary>The areas that masking works from, in pixels of the file's stored picture.</summary>
    [Hidden]
    public IReadOnlyList<CardRegion> Regions { get; private set; } = [];

    /// <summary>The whole answer with the vendor page's member names; areas as the service gave them.</summary>
    [Hidden]
    public PSObject? Response { get; private set; }

    /// <summary>Makes the row of a reading.</summary>
    internal static AlienCard From(CardReading reading, string? path, string? imageHash, bool fromJournal, bool includeNumber)
    {
        var status = StatusOf(reading);
        var mask = includeNumber ? null : NumberMask.Of(reading);
        string? Shown(string? text) => mask is null ? text : mask.Apply(text);
        var warnings = CardWarnings.For(reading).ToArray();
        var confidences = reading.Fields.Select(field => field.Confidence).OfType<double>().ToArray();
        var card = new AlienCard
        {
            Path = path,
            Status = status,
            Message = Shown(MessageOf(status, reading)),
            CardType = reading.CardType,
            IsConfident = reading.IsConfident,
            Confidence = confidences.Length > 0 ? confidences.Min() : null,
            Validation = reading.Validation,
            Warnings = warnings.Length > 0 ? string.Join("; ", warnings) : null,
            WarningCount = warnings.Length > 0 ? warnings.Length : null,
            RequestId = Shown(reading.RequestId),
            Uid = Shown(reading.Uid),
            ImageHash = imageHash,
            FromJournal = fromJournal,
            Fields = mask is null ? reading.Fields : [.. reading.Fields.Select(mask.Apply)],
            Regions = reading.Regions(),
            Response = JsonTree.Parse(mask is null ? reading.Json : ResponseMask.Apply(reading, mask)),
        };
        if (status == CardStatus.Success) card.FillIn(reading);
        return card;
    }

    private static CardStatus StatusOf(CardReading reading) => reading.Result switch
    {
        InferResult.Failure => CardStatus.Failure,
        InferResult.Error => CardStatus.Error,
        _ => reading.CardType == ClovaOcr.Cards.CardType.AlienRegistrationCard ? CardStatus.Success : CardStatus.WrongCardType,
    };

    private static string? MessageOf(CardStatus status, CardReading reading) => status switch
    {
        CardStatus.Success => null,
        CardStatus.WrongCardType => $"This is not an alien registration card but: {reading.IdType ?? "a card of an unknown kind"}.",
        _ => reading.Message,
    };

    /// <summary>The members that an alien registration card alone has. Only <see cref="Fields"/> says what another card holds.</summary>
    private void FillIn(CardReading reading)
    {
        var number = AlienRegistrationNumber.TryParse(reading.First(IdentityFields.AlienRegistrationNumber)?.Best);
        string? Shown(string field) => Fields.FirstOrDefault(entry => entry.Name == field && !string.IsNullOrWhiteSpace(entry.Best))?.Best;
        Name = Shown("name");
        RegistrationNumber = Shown(IdentityFields.AlienRegistrationNumber);
        BirthDate = number?.BirthDate;
        Sex = CardSex.From(Shown("sex")) ?? number?.Sex;
        Nationality = Shown("nationality");
        VisaType = Shown("visaType");
        VisaCode = ClovaOcr.Cards.VisaCode.From(VisaType);
        IssueDate = reading.IssueDate;
        Authority = Shown("authority");
        AuthorityEnglish = Shown("authorityEng");
        RegistrationNumberEtc = Shown(IdentityFields.AlienRegistrationNumberEtc);
    }
}
