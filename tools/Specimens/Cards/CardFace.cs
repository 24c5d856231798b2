using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>
/// The surface that a card is printed on, in millimetres. What is printed is kept as vectors, so that a scan of any size is crisp, and
/// so are the ink's bounds of every text that the service reads.
/// </summary>
internal sealed class CardFace : IDisposable
{
    private readonly List<PrintedField> _fields = [];
    private readonly SKPictureRecorder _recorder = new();
    private readonly Typefaces _typefaces;
    private readonly Press _press;
    private int _texts;

    public CardFace(SKSize size, Typefaces typefaces, Press press)
    {
        Size = size;
        _typefaces = typefaces;
        _press = press;
        Canvas = _recorder.BeginRecording(SKRect.Create(size));
    }

    public SKSize Size { get; }

    public SKCanvas Canvas { get; }

    public IReadOnlyList<PrintedField> Fields => _fields;

    /// <summary>The bounds of the QR code's modules, without the quiet zone around them; null where there is none.</summary>
    public SKRect? QrCode { get; set; }

    /// <summary>What is left out, as if there were no ink for it; null for nothing.</summary>
    public Blank? Blank { get; init; }

    /// <summary>Ends the printing; the picture is in millimetres.</summary>
    public SKPicture Finish() => _recorder.EndRecording();

    /// <summary>Prints a text that is no field: a title, a label.</summary>
    /// <param name="text">What to print.</param>
    /// <param name="x">The text's left end, middle or right end, as the style aligns it.</param>
    /// <param name="baseline">The line that the letters stand on.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>The bounds of the ink, in the layout's own coordinates: what is put beside it shifts with it.</returns>
    public SKRect Label(string text, float x, float baseline, TextStyle style) => Unshifted(Print(text, text, x, baseline, style));

    /// <summary>Prints a text that the service reads, and keeps where.</summary>
    public SKRect Field(string name, string text, float x, float baseline, TextStyle style)
    {
        var ink = Print(text, Blank?.In(name, text) ?? text, x, baseline, style);
        _fields.Add(new(name, text, ink, null));
        return Unshifted(ink);
    }

    /// <summary>Prints a date that the service reads, and keeps where.</summary>
    /// <param name="name">The service's name for the field.</param>
    /// <param name="date">The date.</param>
    /// <param name="format">How it is printed, as in <c>yyyy.MM.dd</c>.</param>
    /// <param name="x">See <see cref="Label"/>.</param>
    /// <param name="baseline">The line that the letters stand on.</param>
    /// <param name="style">How it looks.</param>
    public SKRect Date(string name, DateOnly date, string format, float x, float baseline, TextStyle style)
    {
        var text = date.ToString(format, CultureInfo.InvariantCulture).ToUpperInvariant();
        var ink = Print(text, text, x, baseline, style);
        _fields.Add(new(name, text, ink, date));
        return Unshifted(ink);
    }

    public void Dispose() => _recorder.Dispose();

    private SKRect Unshifted(SKRect ink)
    {
        ink.Offset(-_press.Shift.X, -_press.Shift.Y);
        return ink;
    }

    /// <summary>Prints what is shown of a text, where the whole of it has its place.</summary>
    private SKRect Print(string text, string shown, float x, float baseline, TextStyle style)
    {
        (var place, style) = _press.Print(_texts++, new(x, baseline), style);
        using var whole = Outline(text, text, style);
        using var glyphs = Outline(text, shown, style);
        var bounds = whole.TightBounds;
        var left = style.Align switch
        {
            SKTextAlign.Center => place.X - bounds.MidX,
            SKTextAlign.Right => place.X - bounds.Right,
            _ => place.X - bounds.Left,
        };
        using var ink = new SKPaint { Color = style.Colour, IsAntialias = true };
        Canvas.Save();
        Canvas.Translate(left, place.Y);
        Canvas.DrawPath(glyphs, ink);
        Canvas.Restore();

        bounds.Offset(left, place.Y);
        return bounds;
    }

    private SKPath Outline(string text, string shown, TextStyle style)
    {
        var typeface = style.Weight switch
        {
            Weight.Regular => _typefaces.Regular,
            Weight.Medium => _typefaces.Medium,
            Weight.Bold => _typefaces.Bold,
            _ => throw new InvalidOperationException(),
        };

        // Hinting would fit the glyphs to a grid of whole millimetres.
        using var font = new SKFont(typeface, style.Size, style.Stretch)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        if (!font.ContainsGlyphs(text)) throw new SpecimenException($"The font lacks letters of \"{text}\".");

        if (!style.EqualCells)
        {
            var width = font.MeasureText(text);
            if (width > style.MaxWidth) font.ScaleX *= style.MaxWidth / width;
            return shown == text ? font.GetTextPath(text, SKPoint.Empty) : font.GetTextPath(shown, font.GetGlyphPositions(text));
        }

        var widths = font.GetGlyphWidths(text);
        var cell = widths.Max();
        var positions = widths.Select((width, i) => new SKPoint((i * cell) + ((cell - width) / 2), 0)).ToArray();
        return font.GetTextPath(shown, positions);
    }
}
