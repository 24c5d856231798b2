using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// A dictionary (ISO 32000-1, 7.3.7). Values are null, bool, double, <see cref="PdfName"/>, <see cref="PdfString"/>,
/// <see cref="PdfReference"/>, arrays of them or dictionaries.
/// </summary>
internal sealed class PdfDictionary
{
    private readonly Dictionary<string, object?> _entries = new(StringComparer.Ordinal);

    public static PdfDictionary Empty { get; } = new();

    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>The value as it stands, which may be a reference; null when there is none.</summary>
    public object? this[string key] => _entries.TryGetValue(key, out var value) ? value : null;

    /// <summary>Adds an entry. Readers differ in which of two they take, so that two are an error.</summary>
    public void Add(string key, object? value)
    {
        if (_entries.ContainsKey(key)) throw Refusal.Damaged("an entry of the file is there twice");
        _entries.Add(key, value);
    }
}
