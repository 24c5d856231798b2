using System;
using System.Collections.Generic;
using System.Linq;
using SkiaSharp;
using Specimens.Cards;
using Specimens.People;

namespace Specimens.Decoys;

/// <summary>Something that is none of the four cards and may be sent as one.</summary>
/// <param name="Subject">What it is, in a word.</param>
/// <param name="Extent">Width and height in millimetres.</param>
/// <param name="Look">Colours, and what the rest is made from.</param>
internal abstract record Decoy(string Subject, SKSize Extent, Look Look) : Card("none", "ko", Look)
{
    private static readonly string[] Places = ["가상", "견본", "예시", "표본", "보기", "모형"];

    public override SKSize Size => Extent;

    public override float CornerRadius => 0;

    public override string? Content => Subject;

    /// <summary>From which to which its width in pixels may be.</summary>
    public virtual (float Least, float Most) Widths => (600, 2000);

    /// <summary>True where it is the whole picture, and not a thing that lies somewhere.</summary>
    public virtual bool IsWholePicture => false;

    /// <summary>Dice that are the same at every print.</summary>
    protected Dice Throw() => new(Look.Seed);

    protected static string Digits(int count, ref Dice dice)
    {
        var digits = new char[count];
        for (var i = 0; i < count; i++) digits[i] = (char)('0' + dice.Below(10));
        return new(digits);
    }

    /// <summary>A registration number that cannot be anyone's.</summary>
    protected static FictitiousNumber Number(bool isForeigner, ref Dice dice)
    {
        var bornOn = new DateOnly(1950 + dice.Below(55), 1 + dice.Below(12), 1 + dice.Below(28));
        var sex = dice.Chance(0.5f) ? 'F' : 'M';
        return isForeigner ? FictitiousNumber.OfForeigner(bornOn, sex, ref dice) : FictitiousNumber.OfResident(bornOn, sex, ref dice);
    }

    protected static string Person(ref Dice dice) => dice.Chance(0.5f) ? Names.Korean(ref dice) : Names.Latin(ref dice);

    protected static string Place(ref Dice dice) => dice.Pick(Places);

    protected static void Fill(CardFace face, SKColor colour) => Fill(face, SKRect.Create(face.Size), colour);

    protected static void Fill(CardFace face, SKRect area, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        face.Canvas.DrawRect(area, paint);
    }

    /// <summary>Draws the border of a box, or of a row of them.</summary>
    protected static void Rule(CardFace face, params IEnumerable<SKRect> boxes)
    {
        using var pen = new SKPaint { Color = new(0x50, 0x52, 0x58), IsStroke = true, StrokeWidth = 0.25f, IsAntialias = true };
        foreach (var box in boxes.ToArray()) face.Canvas.DrawRect(box, pen);
    }

    /// <summary>Says across the middle what every picture with a made-up number says.</summary>
    protected void Overprint(CardFace face) => Cards.Overprint.Print(face, Look);
}
