using System;
using System.Collections.Generic;
using System.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>
/// The objects of a document, found through PdfPig, whose own model of a page follows references that come back to themselves for ever.
/// </summary>
internal sealed class PdfObjects(Structure structure, PdfFilters filters)
{
    private const int MaximumChain = 8;

    public DictionaryToken Catalog => structure.Catalog.CatalogDictionary;

    /// <summary>A value, or what it refers to; null when that is not there or of another type.</summary>
    public T? Find<T>(IToken? value)
        where T : class, IToken
    {
        for (var i = 0; i < MaximumChain; i++)
        {
            if (value is not IndirectReferenceToken reference) return value as T;
            value = structure.TokenScanner.Get(reference.Data)?.Data;
        }

        return null;
    }

    /// <summary>A dictionary's entry; null when it is not there or of another type.</summary>
    public T? Find<T>(DictionaryToken dictionary, string key)
        where T : class, IToken => dictionary.Data.TryGetValue(key, out var value) ? Find<T>(value) : null;

    public double? Number(DictionaryToken dictionary, string key) => Find<NumericToken>(dictionary, key)?.Data;

    /// <summary>A dictionary's list of numbers; null when there is none with so many at least.</summary>
    public double[]? Numbers(DictionaryToken dictionary, string key, int atLeast)
    {
        if (Find<ArrayToken>(dictionary, key) is not { } list || list.Length < atLeast) return null;
        var numbers = list.Data.Select(item => Find<NumericToken>(item)?.Data ?? double.NaN).ToArray();
        return Array.TrueForAll(numbers, double.IsFinite) ? numbers : null;
    }

    /// <summary>A stream's data with its filters undone but for a JPEG's.</summary>
    public Memory<byte> Decode(StreamToken stream, out bool isJpeg)
    {
        var dictionary = Coding(stream.StreamDictionary);
        var data = stream.Data;
        var coding = filters.GetFilters(dictionary);
        isJpeg = coding.Count > 0 && PdfFilters.IsJpeg(coding[^1]);
        for (var i = 0; i < coding.Count - (isJpeg ? 1 : 0); i++) data = coding[i].Decode(data, dictionary, filters, i);
        return data;
    }

    // What filters look at, without references, which they do not follow.
    private DictionaryToken Coding(DictionaryToken dictionary)
    {
        var entries = new Dictionary<NameToken, IToken>();
        foreach (var key in new[] { "Subtype", "Filter", "DecodeParms", "Width", "Height" })
            if (dictionary.Data.TryGetValue(key, out var value) && Plain(value, depth: 0) is { } plain) entries[NameToken.Create(key)] = plain;
        return new DictionaryToken(entries);
    }

    private IToken? Plain(IToken value, int depth) => Find<IToken>(value) switch
    {
        ArrayToken list when depth == 0 => new ArrayToken([.. list.Data.Select(item => Plain(item, depth + 1) ?? NullToken.Instance)]),
        DictionaryToken dictionary => new DictionaryToken(
            dictionary.Data.Where(entry => Find<IToken>(entry.Value) is NumericToken or BooleanToken)
                .ToDictionary(entry => NameToken.Create(entry.Key), entry => Find<IToken>(entry.Value)!)),
        var simple => simple,
    };
}
