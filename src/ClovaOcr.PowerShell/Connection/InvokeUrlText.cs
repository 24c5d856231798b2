using System;

namespace ClovaOcr.PowerShell.Connection;

/// <summary>
/// An invoke URL as it was typed. It holds the invoke key, and the engine keeps a command's arguments in error records and lists of
/// parameters, so that it prints as <c>***</c> and has no property to be dumped.
/// </summary>
public sealed class InvokeUrlText
{
    private readonly string _text;

    /// <summary>Takes the text of an address, valid or not.</summary>
    public InvokeUrlText(string text) => _text = text;

    /// <summary>Takes an address.</summary>
    public InvokeUrlText(Uri address) => _text = address.OriginalString;

    /// <inheritdoc/>
    public override string ToString() => "***";

    internal string Reveal() => _text;
}
