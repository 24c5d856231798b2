using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using static ClovaOcr.Tests.Imaging.CardAnswer;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The ways in which an answer can be wrong, and what must become of a card that is answered so.</summary>
internal static class WrongAnswers
{
    /// <summary>One character of the number, as a part of its box.</summary>
    private const double Character = 1.0 / 14;

    /// <summary>Answers by which the hidden digits are covered.</summary>
    public static IReadOnlyDictionary<string, Action<CardAnswer>> Covered { get; } = new Dictionary<string, Action<CardAnswer>>
    {
        ["as the service gives it"] = _ => { },
        ["no mask"] = answer => answer.Number.Masks = [],
        ["a mask a character to the right"] = answer => answer.Number.Masks = [MaskAt(answer, Character, 0)],
        ["a mask a character to the left"] = answer => answer.Number.Masks = [MaskAt(answer, -Character, 0)],
        ["a mask three characters to the right"] = answer => answer.Number.Masks = [MaskAt(answer, 3 * Character, 0)],
        ["a mask three characters to the left"] = answer => answer.Number.Masks = [MaskAt(answer, -3 * Character, 0)],
        ["a mask half a line too high"] = answer => answer.Number.Masks = [MaskAt(answer, 0, -0.5)],
        ["a mask half a line too low"] = answer => answer.Number.Masks = [MaskAt(answer, 0, 0.5)],
        ["a mask a line too high, that touches the box"] = answer => answer.Number.Masks = [MaskAt(answer, 0, -1)],
        ["a mask of three characters"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 11 * Character, 0, 1, 1)],
        ["a mask of one character"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 13 * Character, 0, 1, 1)],
        ["a mask as thin as a hair"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 0.5, 0.48, 1, 0.52)],
        ["a mask over the birth date"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 0, 0, 0.5, 1, padding: 0.1)],
        ["a mask over the whole number"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 0, 0, 1, 1, padding: 0.1)],
        ["a mask that is turned by a right angle"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 0.7, -2, 0.8, 3)],
        ["a mask that starts at its other end"] = answer => answer.Number.Masks = [From(MaskAt(answer, 0, 0), 2)],
        ["a box half a line too high"] = answer => Move(answer, 0, -0.5),
        ["a box half a line too low"] = answer => Move(answer, 0, 0.5),
        ["a box half a line too high, and the mask with it"] = answer => Move(answer, 0, -0.5, withMask: true),
        ["a box half a line too low, and the mask with it"] = answer => Move(answer, 0, 0.5, withMask: true),
        ["a box half a line's height to the right"] = answer => Move(answer, 0.5 * HeightOf(answer), 0),
        ["a box half a line's height to the left"] = answer => Move(answer, -0.5 * HeightOf(answer), 0),
        ["a box half a line's height to the right, and the mask with it"] = answer => Move(answer, 0.5 * HeightOf(answer), 0, withMask: true),
        ["a box half a line's height to the left, and the mask with it"] = answer => Move(answer, -0.5 * HeightOf(answer), 0, withMask: true),
        ["a box three characters to the right, the mask in its place"] = answer => Move(answer, 3 * Character, 0),
        ["a box three characters to the left, the mask in its place"] = answer => Move(answer, -3 * Character, 0),
        ["a box of half the height"] = answer => Put(answer, Within(answer.Number.Box, 0, 0.25, 1, 0.75)),
        ["a box of the upper half"] = answer => Put(answer, Within(answer.Number.Box, 0, 0, 1, 0.5)),
        ["a box of the lower half"] = answer => Put(answer, Within(answer.Number.Box, 0, 0.5, 1, 1)),
        ["a box without the first three characters"] = answer => Put(answer, Within(answer.Number.Box, 3 * Character, 0, 1, 1)),
        ["a box without the last three characters"] = answer => Put(answer, Within(answer.Number.Box, 0, 0, 1 - (3 * Character), 1)),
        ["a box without the last three characters, and no mask"] = answer =>
        {
            Put(answer, Within(answer.Number.Box, 0, 0, 1 - (3 * Character), 1));
            answer.Number.Masks = [];
        },
        ["a box without the first and the last character, and no mask"] = answer =>
        {
            Put(answer, Within(answer.Number.Box, Character, 0, 1 - Character, 1));
            answer.Number.Masks = [];
        },
        ["a box half as large again"] = answer => Put(answer, Within(answer.Number.Box, -0.25, -0.25, 1.25, 1.25)),
        ["a box twice as high"] = answer => Put(answer, Within(answer.Number.Box, 0, -0.5, 1, 1.5)),
        ["a box that starts at its other end"] = answer => Put(answer, From(answer.Number.Box, 2)),
        ["a box that starts at its other end, and no mask"] = answer =>
        {
            Put(answer, From(answer.Number.Box, 2));
            answer.Number.Masks = [];
        },
        ["a mirrored box"] = answer => Put(answer, Within(answer.Number.Box, 1, 0, 0, 1)),
        ["a mirrored box, and no mask"] = answer =>
        {
            Put(answer, Within(answer.Number.Box, 1, 0, 0, 1));
            answer.Number.Masks = [];
        },
        ["a box that stands on its head"] = answer => Put(answer, Within(answer.Number.Box, 0, 1, 1, 0)),
        ["two boxes, cut at the hyphen"] = answer => Put(answer, Part(answer, 0, 6), Part(answer, 7, 14)),
        ["two boxes, the hidden digits' first"] = answer => Put(answer, Part(answer, 7, 14), Part(answer, 0, 6)),
        ["two boxes with four digits missing between them"] = answer => Put(answer, Part(answer, 0, 6), Part(answer, 10, 14)),
        ["the number's box twice"] = answer => Put(answer, answer.Number.Box, answer.Number.Box),
        ["a second box elsewhere"] = answer => Put(answer, answer.Number.Box, Within(answer.Number.Box, 0, -1.5, 1, -0.5)),
        ["the entry twice"] = answer => answer.Fields.Add(answer.Number with { }),
        ["a second entry elsewhere"] = answer => answer.Fields.Add(answer.Number with { Boxes = [Within(answer.Number.Box, 0, -1.5, 1, -0.5)], Masks = [] }),
        ["a text with a digit missing"] = answer => Say(answer, "900101-600000"),
        ["a text with blanks in it"] = answer => Say(answer, "900101 - 6000001"),
        ["a text without the hyphen"] = answer => Say(answer, "9001016000001"),
        ["a text with its label before it"] = answer => Say(answer, "Registration No. 900101-6000001"),
        ["no border"] = answer => answer.Rois.Clear(),
        ["no border, and no mask"] = answer =>
        {
            answer.Rois.Clear();
            answer.Number.Masks = [];
        },
        ["no border, and a box without the last three characters"] = answer =>
        {
            answer.Rois.Clear();
            Put(answer, Within(answer.Number.Box, 0, 0, 1 - (3 * Character), 1));
            answer.Number.Masks = [];
        },
        ["the picture as the border"] = answer => Border(answer, Polygon.Rectangle(0, 0, answer.Size.Width, answer.Size.Height)),
        ["a border a tenth too large"] = answer => Border(answer, Within(answer.Rois[0], -0.05, -0.05, 1.05, 1.05)),
        ["a border on its head"] = answer => Border(answer, From(answer.Rois[0], 2)),
        ["a border on its head, and no mask"] = answer =>
        {
            Border(answer, From(answer.Rois[0], 2));
            answer.Number.Masks = [];
        },
        ["two borders"] = answer => answer.Rois.Add(Within(answer.Rois[0], 0.1, 0.1, 0.4, 0.4)),
        ["a picture of the service's own, half as large"] = answer => answer.Conversion = 0.5,
        ["a picture of the service's own, larger"] = answer => answer.Conversion = 1.37,
        ["a picture of the service's own, twice as large"] = answer => answer.Conversion = 2,
        ["a mask that reaches past the picture"] = answer => answer.Number.Masks = [Within(answer.Number.Box, 0.5, -0.1, 6.5, 1.1)],
        ["a border with negative corners, past the edges"] = answer => Border(answer, Within(answer.Rois[0], -0.03, -0.03, 1.03, 1.03)),
    };

    /// <summary>Answers that may contradict other numbers of the card, or another kind of card: covered then, or refused.</summary>
    public static IReadOnlyDictionary<string, Action<CardAnswer>> CoveredOrRefused { get; } = new Dictionary<string, Action<CardAnswer>>
    {
        ["a border of the number and little more"] = answer => Border(answer, Within(answer.Number.Box, -0.2, -1, 1.2, 4)),
        ["two boxes, the last four digits missing"] = answer => Put(answer, Part(answer, 0, 6), Part(answer, 7, 10)),
    };

    /// <summary>Answers by which nothing can be covered surely. Those of other cards than alien registration cards may be covered all the same.</summary>
    public static IReadOnlyDictionary<string, Action<CardAnswer>> Refused { get; } = new Dictionary<string, Action<CardAnswer>>
    {
        ["no box"] = answer => answer.Number.Boxes = [],
        ["no box and no mask"] = answer => (answer.Number.Boxes, answer.Number.Masks) = ([], []),
        ["no entry"] = answer => answer.Fields.Remove(answer.Number),
        ["an empty entry"] = answer => answer.Fields[answer.Fields.IndexOf(answer.Number)] = new(answer.Number.Name, ""),
        ["a second entry without a box"] = answer => answer.Fields.Add(answer.Number with { Boxes = [] }),
        ["a box without a surface"] = answer => Put(answer, Polygon.Rectangle(0, 0, 0, 0)),
        ["a box of three corners"] = answer => Put(answer, new Polygon(answer.Number.Box.Vertices.Take(3))),
        ["a box with a corner missing"] = answer => Put(answer, new Polygon([.. answer.Number.Box.Vertices.Take(3), answer.Number.Box.Vertices[2]])),
        ["a box as thin as a hair"] = answer => Put(answer, Within(answer.Number.Box, 0, 0.48, 1, 0.52)),
        ["a box of half the number"] = answer => Put(answer, Within(answer.Number.Box, 0, 0, 0.5, 1)),
        ["a box that stands upright"] = answer => Put(answer, Turned(answer.Number.Box)),
        ["a box that stands upright, and no mask"] = answer =>
        {
            Put(answer, Turned(answer.Number.Box));
            answer.Number.Masks = [];
        },
        ["a box outside the card"] = answer => Put(answer, Within(answer.Rois[0], 1.2, 0.2, 1.5, 0.25)),
        ["a box off the picture"] = answer => Put(answer, Polygon.Rectangle(5000, 5000, 5300, 5035)),
        ["a mask at the other end of the card"] = answer => answer.Number.Masks = [Within(answer.Rois[0], 0.6, 0.8, 0.75, 0.84)],
        ["a mask three lines too low"] = answer => answer.Number.Masks = [MaskAt(answer, 0, 3)],
        ["the mask of another field beside its own"] = answer => answer.Number.Masks.Add(Within(answer.Rois[0], 0.1, 0.9, 0.3, 0.94)),
        ["a box five lines too low, the mask in its place"] = answer => Move(answer, 0, 5),
    };

    /// <summary>Answers whose box and mask agree with each other, but not with the card's other texts: refused for alien registration cards.</summary>
    public static IReadOnlyDictionary<string, Action<CardAnswer>> RefusedByTheCard { get; } = new Dictionary<string, Action<CardAnswer>>
    {
        ["box and mask where the name is"] = answer => MoveTo(answer, "name"),
        ["box and mask where the country is"] = answer => MoveTo(answer, "nationality"),
        ["the name's place and the number's exchanged"] = answer => Exchange(answer, "name"),
        ["the country's place and the number's exchanged"] = answer => Exchange(answer, "nationality"),
        ["the status' place and the number's exchanged"] = answer => Exchange(answer, "visaType"),
        ["box and mask between country and status"] = answer => Move(answer, 0, 6, withMask: true),
    };

    private static double HeightOf(CardAnswer answer) =>
        answer.Number.Box.Vertices[0].DistanceTo(answer.Number.Box.Vertices[3]) / answer.Number.Box.Length;

    private static Polygon MaskAt(CardAnswer answer, double along, double lines) => Within(answer.Number.Box, 0.5 + along, lines, 1 + along, 1 + lines, padding: 0.1);

    private static Polygon Part(CardAnswer answer, int first, int end) => Within(answer.Number.Box, first * Character, 0, end * Character, 1);

    private static Polygon From(Polygon area, int corner) => new(Enumerable.Range(corner, 4).Select(i => area.Vertices[i % 4]));

    /// <summary>A box of the same middle and size that goes from top to bottom.</summary>
    private static Polygon Turned(Polygon box) => box.Select(p => new(
        box.Middle.X - (p.Y - box.Middle.Y), box.Middle.Y + (p.X - box.Middle.X)));

    private static void Move(CardAnswer answer, double along, double lines, bool withMask = false)
    {
        if (withMask) answer.Number.Masks = [MaskAt(answer, along, lines)];
        Put(answer, Within(answer.Number.Box, along, lines, 1 + along, 1 + lines));
    }

    private static void Put(CardAnswer answer, params Polygon[] boxes) => answer.Number.Boxes = [.. boxes];

    private static void Border(CardAnswer answer, Polygon border)
    {
        answer.Rois.Clear();
        answer.Rois.Add(border);
    }

    private static void Say(CardAnswer answer, string text)
    {
        var place = answer.Fields.IndexOf(answer.Number);
        answer.Fields[place] = answer.Number with { Text = text };
    }

    private static void MoveTo(CardAnswer answer, string field)
    {
        var (from, to) = (answer.Number.Box.Vertices[0], answer.Of(field).Box.Vertices[0]);
        answer.Number.Boxes = [answer.Number.Box.Select(p => new(p.X + to.X - from.X, p.Y + to.Y - from.Y))];
        answer.Number.Masks = [MaskAt(answer, 0, 0)];
    }

    private static void Exchange(CardAnswer answer, string field)
    {
        var number = answer.Number.Boxes;
        MoveTo(answer, field);
        answer.Of(field).Boxes = number;
    }
}
