using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;
using ClovaOcr.Emulator.Reading.Tesseract;
using SkiaSharp;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>The print of a card that was never drawn: where its lines stand, in pixels of an upright card, and what was read in them.</summary>
internal sealed class MadeUpCard
{
    private static readonly UprightCard Blank = BlankCard();

    private readonly List<(string Text, PrintedLine Line)> _lines = [];

    /// <summary>The card as it comes from <see cref="CardPrint.ReadAsync"/>.</summary>
    public CardPrint Print => new(Blank, [.. _lines.Select(line => line.Line).OrderBy(line => line.Box.Top)]);

    /// <summary>An alien registration card of the newer layout.</summary>
    public static MadeUpCard Alien(string number = "940402-6999999", int numberHeight = 44) => new MadeUpCard()
        .With(121, 70, 50, "외국인등록증")
        .With(600, 80, 30, "RESIDENCE CARD")
        .With(121, 225, 22, "Registration No.", korean: "외국인등록번호")
        .With(121, 262, numberHeight, number)
        .With(121, 350, 22, "Name", korean: "성명")
        .With(121, 387, 40, "NOBODY NORA")
        .With(121, 465, 22, "Country / Region", korean: "국가/지역")
        .With(121, 502, 40, "ATLANTIS")
        .With(121, 580, 22, "Status", korean: "체류자격")
        .With(121, 617, 40, "Specialty occupation (E-7)")
        .With(121, 735, 20, "Issue Date", korean: "발급일자")
        .With(121, 770, 32, "2023.06.19")
        .With(444, 720, 40, "서울출입국·외국인청장")
        .With(430, 803, 26, "CHIEF, SEOUL IMMIGRATION OFFICE");

    /// <summary>With a further line. Its letters are evenly spaced, each three fifths as wide as high, and a hyphen or a dot is small.</summary>
    public MadeUpCard With(int left, int top, int height, string text, string? korean = null)
    {
        _lines.Add((text, LineOf(left, top, height, text, korean)));
        return this;
    }

    /// <summary>Without a line.</summary>
    public MadeUpCard Without(string text)
    {
        if (_lines.RemoveAll(line => line.Text == text) != 1) throw new ArgumentException("There is no such line.", nameof(text));
        return this;
    }

    /// <summary>With another text where one stands.</summary>
    public MadeUpCard With(string text, string instead, string? korean = null)
    {
        var box = _lines.Single(line => line.Text == text).Line.Box;
        return Without(text).With(box.Left, box.Top, box.Height, instead, korean);
    }

    /// <summary>A line, read in its own letters; a label is read in both.</summary>
    public static PrintedLine LineOf(int left, int top, int height, string text, string? korean = null)
    {
        var advance = height * 3 / 5;
        var marks = text.Select((letter, i) => (letter, i)).Where(mark => mark.letter != ' ').Select(mark => MarkOf(mark.letter, left + (mark.i * advance))).ToArray();
        var line = new TextLine(marks);
        var strip = LineStrip.Cut(Blank.Print, line.Box, 40);
        return Hangul.Share(text) > 0
            ? new(line, strip, LineReading.None, Read(text, line.Box))
            : new(line, strip, Read(text, line.Box), korean is null ? LineReading.None : Read(korean, line.Box));

        PixelBox MarkOf(char letter, int at) => letter switch
        {
            '-' => new(at, top + (height * 2 / 5), at + (advance / 2), top + (height * 3 / 5)),
            '.' => new(at, top + (height * 4 / 5), at + (advance / 4), top + height),
            _ => new(at, top, at + (advance * 3 / 4), top + height),
        };

        // The strip's border and the paper around the ink are as LineStrip.Cut makes them.
        LineReading Read(string read, PixelBox box)
        {
            var scale = 40.0 / box.Height;
            var words = new List<WordReading>();
            for (var i = 0; i < read.Length;)
            {
                var end = read.IndexOf(' ', i) is >= 0 and var space ? space : read.Length;
                if (end > i)
                {
                    var x = 12 + (int)(((i * advance) + Math.Max(3, box.Height / 8)) * scale);
                    words.Add(new(read[i..end], 95, x, 12, (int)((end - i) * advance * scale), 40));
                }

                i = end + 1;
            }

            return new LineReading(words);
        }
    }

    private static UprightCard BlankCard()
    {
        var bitmap = new SKBitmap(new SKImageInfo(856, 540, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        using var picture = new Picture(bitmap);
        return UprightCard.Of(picture, new(new(0, 0), new(856, 0), new(856, 540), new(0, 540)));
    }
}
