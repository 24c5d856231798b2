using System;
using System.Collections.Generic;

namespace Specimens;

/// <summary>The typefaces by their names, each family opened when a card first wants it.</summary>
internal sealed class FontShelf(string fontFolder) : IDisposable
{
    private readonly Dictionary<string, Typefaces> _open = [];

    public Typefaces this[string name]
    {
        get
        {
            if (!_open.TryGetValue(name, out var typefaces)) _open.Add(name, typefaces = Typefaces.Load(fontFolder, name));
            return typefaces;
        }
    }

    public void Dispose()
    {
        foreach (var typefaces in _open.Values) typefaces.Dispose();
    }
}
