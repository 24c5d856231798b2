using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClovaOcr.Cards;

namespace ClovaOcr.Service;

/// <summary>Reads the service's answer with HTTP 200 (vendor page, Response; API page, Response, HTTP 200).</summary>
public static class ResponseParser
{
    /// <summary>Bytes: more than any answer of the service can have. One for a card has some 20,000.</summary>
    public const int MaximumSize = 1024 * 1024;

    /// <summary>Past this no coordinate is a place in or near any picture that the service takes.</summary>
    internal const double MaximumCoordinate = 1_000_000;

    // The deepest place on the vendor's page, a vertex of a field, is 13 levels down.
    private const int MaximumDepth = 32;

    // Characters: more than are printed on a whole card.
    private const int MaximumText = 1000;


    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Regex FieldName = new(@"^[A-Za-z]{1,40}[0-9]{0,2}\z", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, CardType> Types = new()
    {
        ["ac"] = CardType.AlienRegistrationCard,
        ["ic"] = CardType.IdCard,
        ["dl"] = CardType.DriversLicense,
        ["pp"] = CardType.Passport,
    };

    private static readonly Dictionary<string, InferResult> Results = new()
    {
        ["SUCCESS"] = InferResult.Success,
        ["FAILURE"] = InferResult.Failure,
        ["ERROR"] = InferResult.Error,
    };

    private static readonly Dictionary<string, ValidationResult> Validations = new()
    {
        ["NO_REQUESTED"] = ValidationResult.NotRequested,
        ["UNCHECKED"] = ValidationResult.Unchecked,
        ["ERROR"] = ValidationResult.Error,
        ["VALID"] = ValidationResult.Valid,
        ["INVALID"] = ValidationResult.Invalid,
    };

    /// <summary>Reads an answer. Control characters and invisible ones in its texts are left out.</summary>
    /// <param name="json">The answer's text.</param>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.UnexpectedResponse"/>: it is not an answer of the service.</exception>
    public static CardReading Parse(string json) => Parse(json, scrub: null);

    /// <summary>Reads an answer's bytes, UTF-8 or of the encoding that their byte order mark names.</summary>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.UnexpectedResponse"/>: it is not an answer of the service.</exception>
    public static CardReading Parse(byte[] body) => Parse(Decode(body), scrub: null);

    /// <summary>Reads an answer's bytes.</summary>
    /// <param name="body">UTF-8, or of the encoding that their byte order mark names.</param>
    /// <param name="scrub">What is taken out of each of the answer's texts before anything of it is used.</param>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.UnexpectedResponse"/>: it is not an answer of the service.</exception>
    internal static CardReading Parse(byte[] body, Func<string, string> scrub) => Parse(Decode(body), scrub);

    private static CardReading Parse(string json, Func<string, string>? scrub)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            var clean = AnswerText.Clean(document.RootElement, json, scrub);
            if (ReferenceEquals(clean, json)) return Read(document.RootElement, json);
            using var cleaned = JsonDocument.Parse(clean);
            return Read(cleaned.RootElement, clean);
        }
        catch (JsonException exception)
        {
            throw Unexpected(json.TrimStart().StartsWith("<", StringComparison.Ordinal)
                ? "The answer is a web page, not the service's: a proxy, a login page or another web server gave it. "
                    + "Check the invoke URL and the proxy."
                : $"The answer is not whole JSON; it breaks off or is damaged near byte {exception.BytePositionInLine ?? 0}. Try again.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // System.Text.Json's words for half a surrogate pair, escaped and in the text itself.
            throw NotUnicode();
        }
    }

    /// <summary>The text of an answer's bytes. A file that somebody saved may begin with a byte order mark, UTF-16's too.</summary>
    private static string Decode(byte[] body)
    {
        var encoding = Encodings.FirstOrDefault(known => known.GetPreamble().SequenceEqual(body.Take(known.GetPreamble().Length)));
        var start = encoding?.GetPreamble().Length ?? 0;
        try
        {
            return (encoding ?? Encodings[0]).GetString(body, start, body.Length - start);
        }
        catch (DecoderFallbackException)
        {
            // Put right in silence, such bytes would be a name that nobody has.
            throw NotUnicode();
        }
    }

    private static CardReading Read(JsonElement answer, string json)
    {
        var images = answer.Member("images").Items().ToArray();
        if (images.Length != 1 || !Results.TryGetValue(images[0].Text("inferResult") ?? "", out var result))
            throw Unexpected("The answer is JSON, but not an answer of this service for one picture. Check the invoke URL and the proxy.");

        JsonElement? image = images[0];
        var validation = image.Member("validationResult");
        var recognised = image.Member("idCard").Member("result");
        var card = recognised.Members().Where(member => Types.ContainsKey(member.Name)).ToArray();
        var reading = new CardReading
        {
            Result = result,
            Message = image.Text("message"),
            RequestId = answer.Text("requestId"),
            Timestamp = answer.Number("timestamp") is { } timestamp ? ToInt64(timestamp) : null,
            Uid = image.Text("uid"),
            Validation = Validations.TryGetValue(validation.Text("result") ?? "", out var validity) ? validity : null,
            ValidationMessage = validation.Text("message"),
            ConvertedImage = ReadConvertedImage(image.Member("convertedImageInfo")),
            EstimatedLanguage = image.Member("idCard").Member("meta").Text("estimatedLanguage"),
            Json = json,
        };
        if (result != InferResult.Success) return reading;
        if (card.Length > 1) throw Unexpected("The answer holds more than one card for one picture, so neither can be trusted. Try again.");

        var recognisedCard = reading with
        {
            IsConfident = recognised.Flag("isConfident"),
            CardType = card.Length == 1 ? Types[card[0].Name] : null,
            IdType = recognised.Text("idtype") ?? recognised.Text("idType"),
            Fields = card.Length == 1 ? ReadFields(card[0].Value) : [],
            Rois = ReadAreas(recognised.Member("rois")),
        };
        var isConverted = image.Member("convertedImageInfo") is { ValueKind: not JsonValueKind.Null };
        return isConverted && reading.ConvertedImage is null
            ? recognisedCard.WithoutAreas("the size of the service's picture cannot be read, so its areas cannot be used")
            : recognisedCard;
    }

    private static CardField[] ReadFields(JsonElement? card) =>
    [
        .. from member in card.Members()
           where FieldName.IsMatch(member.Name)
           from entry in EntriesOf(member.Value)
           select ReadField(member.Name, entry),
    ];

    /// <summary>The entries of a field; one, of no shape, for a field that is no list.</summary>
    private static IEnumerable<JsonElement> EntriesOf(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Array => field.EnumerateArray(),
        JsonValueKind.Null => [],
        _ => [field],
    };

    private static CardField ReadField(string name, JsonElement entry)
    {
        var text = entry.Member("text")?.ValueKind;
        var formatted = entry.Member("formatted");
        if (entry.ValueKind != JsonValueKind.Object
            || text is not (null or JsonValueKind.Null or JsonValueKind.String)
            || new[] { entry.Text("text"), formatted.Text("value"), entry.Text("keyText") }.Any(part => part?.Length > MaximumText))
        {
            return new CardField { Name = name, IsDamaged = true };
        }

        var confidence = entry.Number("confidenceScore");
        var date = CardDate.TryCreate(formatted.Text("year"), formatted.Text("month"), formatted.Text("day"), out var day) ? day : (CardDate?)null;
        return new CardField
        {
            Name = name,
            Text = entry.Text("text"),
            Value = formatted.Text("value"),
            Date = date,
            KeyText = entry.Text("keyText") is { Length: > 0 } keyText ? keyText : null,
            Confidence = confidence is > 0 and <= 1 ? confidence : null,
            BoundingPolys = ReadAreas(entry.Member("boundingPolys")),
            MaskingPolys = ReadAreas(entry.Member("maskingPolys")),
        };
    }

    /// <summary>
    /// The areas of one entry; none at all if one of them cannot be read, because masking must not go by a part of what the service meant.
    /// </summary>
    private static Polygon[] ReadAreas(JsonElement? areas)
    {
        var read = new List<Polygon>();
        foreach (var area in areas.Items())
        {
            var vertices = area.Member("vertices").Items().Select(ReadVertex).ToArray();
            if (vertices.Length < 3 || vertices.Contains(null)) return [];
            read.Add(new Polygon(vertices.OfType<PixelPoint>()));
        }

        return [.. read];
    }

    private static PixelPoint? ReadVertex(JsonElement vertex) =>
        vertex.Number("x") is { } x && vertex.Number("y") is { } y && Math.Abs(x) <= MaximumCoordinate && Math.Abs(y) <= MaximumCoordinate
            ? new PixelPoint(x, y)
            : null;

    private static ConvertedImage? ReadConvertedImage(JsonElement? info) =>
        info is { } element
        && element.Number("width") is { } width and >= 1 and <= MaximumCoordinate
        && element.Number("height") is { } height and >= 1 and <= MaximumCoordinate
            ? new ConvertedImage((int)width, (int)height, element.Number("pageIndex") is { } page and >= 0 and <= int.MaxValue ? (int)page : null)
            : null;

    private static long? ToInt64(double value) => Math.Abs(value) < long.MaxValue / 2 ? (long)value : null;

    private static ClovaOcrException NotUnicode() => Unexpected("The answer holds text that is not valid Unicode. Try again.");

    private static ClovaOcrException Unexpected(string problem) => new(ClovaOcrErrorKind.UnexpectedResponse, problem);
}
