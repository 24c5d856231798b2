using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Service;

namespace ClovaOcr.Review;

/// <summary>
/// A card as the page holds it: every text masked, short and without characters that no eye sees, so that neither a number nor anything
/// that somebody put on a card gets any further.
/// </summary>
internal sealed class ReviewEntry
{
    // A card has ten fields; an object of somebody else's making could have any number.
    private const int MostFields = 200;
    private const int MostNotes = 200;
    private const int MostBoxes = 500;
    private const int LongestText = 1000;

    // What is masked of a text. It is shown up to LongestText, so that no number is cut in two where masking ends.
    private const int LongestMasked = 4000;

    // No file has a longer one.
    private const int LongestPath = 32_767;

    private static readonly ReviewStatus[] Failed = [ReviewStatus.Failure, ReviewStatus.Error, ReviewStatus.NotRead];

    private readonly NumberMask _mask;
    private readonly ReviewField[] _fields;
    private readonly List<string> _notes = [];
    private readonly ReviewStatus _status;
    private readonly string _file;
    private bool _isRefused;

    /// <param name="card">The card.</param>
    /// <param name="number">Which of the page's cards it is; one without a hash is known by it.</param>
    public ReviewEntry(ReviewCard card, int number)
    {
        var fields = card.Fields.Take(MostFields).ToArray();
        _mask = NumberMask.Of(
            fields.Where(field => IdentityFields.Contains(field.Name)).Select(field => Cut(field.Text, LongestMasked) ?? ""));
        _fields = [.. fields.Select(field => field with { Name = Shown(field.Name)!, Text = Shown(field.Text, field.Name) })];
        (_status, Path, ImageHash) = (card.Status, card.Path, card.ImageHash);
        var path = MaskedPath(card.Path);
        _file = Shown(System.IO.Path.GetFileName(path)) ?? "";
        Regions = [.. card.Regions.Take(MostBoxes)];
        Doubt = Failed.Contains(card.Status) ? ReviewDoubt.Failed
            : card.Status == ReviewStatus.WrongCardType ? ReviewDoubt.WrongCard
            : card.Validation is ValidationResult.Invalid or ValidationResult.Error ? ReviewDoubt.Validation
            : card.Warnings is { Length: > 0 } ? ReviewDoubt.Warning
            : ReviewDoubt.None;
        AddNotes(card.Message, card.Warnings);
        Key = card.ImageHash ?? SourceFile.HashOf(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{number} {path}")));
    }

    /// <summary>The picture's file as it is, which does not get on the page; null when there is none.</summary>
    public string? Path { get; }

    public string? ImageHash { get; }

    public IReadOnlyList<CardRegion> Regions { get; }

    /// <summary>
    /// What the marks of the reviewer go by: the picture's hash, or one of the masked path, because a number can be guessed from the hash
    /// of a path that it stands in.
    /// </summary>
    public string Key { get; }

    public ReviewDoubt Doubt { get; private set; }

    /// <summary>Whether it stands for an answer, so that an error about its file belongs to it.</summary>
    public bool IsCard => _status != ReviewStatus.NotRead;

    /// <summary>Which of the page's pictures it shows; null for none.</summary>
    public int? Picture { get; private set; }

    public PictureFrame? Frame { get; private set; }

    /// <summary>Adds what a person should read, and makes the card doubtful if nothing graver does.</summary>
    public void AddDoubt(ReviewDoubt doubt, string notes)
    {
        if (doubt < Doubt) Doubt = doubt;
        AddNotes(notes);
    }

    /// <summary>Says why the card's masked copy is not shown.</summary>
    public void Refuse(string reason)
    {
        (_isRefused, Picture, Frame) = (true, null, null);
        AddDoubt(ReviewDoubt.Picture, reason);
    }

    /// <summary>Takes over what an error about the same file says.</summary>
    public void AddDoubtOf(ReviewEntry error)
    {
        if (ReviewDoubt.Picture < Doubt) Doubt = ReviewDoubt.Picture;
        foreach (var note in error._notes) AddNote(note);
    }

    public void Show(int picture, PictureFrame frame) => (_isRefused, Picture, Frame) = (false, picture, frame);

    /// <summary>Writes the card as the page's script reads it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", _file);
        json.WriteString("status", _status.ToString());
        if (Doubt != ReviewDoubt.None) json.WriteString("doubt", Doubt.ToString());
        json.WriteString("key", Key);
        if (ImageHash is not null) json.WriteString("hash", ImageHash);
        if (_isRefused) json.WriteBoolean("refused", true);
        json.WriteStartArray("notes");
        foreach (var note in _notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in _fields) WriteField(json, field);
        json.WriteEndArray();
        if (Picture is { } picture && Frame is { } frame)
        {
            json.WriteNumber("picture", picture);
            json.WriteNumber("width", frame.Width);
            json.WriteNumber("height", frame.Height);
        }

        json.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter json, ReviewField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("text", field.Text ?? "");
        if (field.IsDerived) json.WriteBoolean("derived", true);
        json.WriteStartArray("boxes");
        foreach (var region in Regions.Where(region => Frame is not null && IsPlaceOf(region, field)))
        {
            json.WriteStartArray();
            foreach (var place in Frame!.Place(region.Area)) json.WriteNumberValue(place);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsPlaceOf(CardRegion region, ReviewField field)
    {
        var isText = region.Kind is CardRegionKind.Text or CardRegionKind.StrayNumber;
        return isText && (field.IsDerived
            ? region.Field == IdentityFields.AlienRegistrationNumber
            : region.Field == field.Name && region.Entry == field.Entry);
    }

    private void AddNotes(params string?[] texts)
    {
        foreach (var text in texts.OfType<string>())
            foreach (var note in Shown(text)!.Split([';'], StringSplitOptions.RemoveEmptyEntries)) AddNote(note.Trim());
    }

    private void AddNote(string note)
    {
        if (note.Length > 0 && _notes.Count < MostNotes && !_notes.Contains(note)) _notes.Add(note);
    }

    private string? Shown(string? text, string? field = null) =>
        Cut(text, LongestMasked) is { } cut ? Cut(ShownText.Of(_mask.Apply(cut, field)!), LongestText) : null;

    // A number may begin in a folder's name and end in the file's.
    private static string MaskedPath(string? path) => path is { Length: <= LongestPath } ? IdentityNumber.MaskWithin(path) : "";

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);
    }
}
