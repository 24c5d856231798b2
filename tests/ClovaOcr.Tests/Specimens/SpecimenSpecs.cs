using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Specimens;

/// <summary>What samples/cards/README.md says of the specimens, held against the files themselves.</summary>
public sealed partial class SpecimenSpecs
{
    private static readonly SortedDictionary<string, Sidecar> Cards = LoadAll();

    public static TheoryData<string> All => Where(_ => true);

    public static TheoryData<string> AlienCards => Where(card => card.Kind == "ac");

    public static TheoryData<string> OldLayout => Where(card => card.Layout == "2011");

    public static TheoryData<string> NewLayout => Where(card => card.Layout == "2023");

    [Fact]
    public void There_are_alien_registration_cards_of_both_layouts_and_one_of_each_other_card()
    {
        var kinds = Cards.Values.CountBy(card => card.Kind + card.Layout).ToDictionary();

        Assert.Equal(new() { ["ac2011"] = 11, ["ac2023"] = 3, ["ic"] = 1, ["dl"] = 1, ["pp"] = 1 }, kinds);
    }

    [Theory, MemberData(nameof(All))]
    public void Its_file_tells_the_stored_picture_s_size_and_orientation(string name)
    {
        var card = Cards[name];
        using var codec = SKCodec.Create(card.ImagePath);

        Assert.Equal((card.Width, card.Height), (codec.Info.Width, codec.Info.Height));
        Assert.Equal(card.Orientation, (int)codec.EncodedOrigin);
    }

    [Theory, MemberData(nameof(All))]
    public void Its_registration_number_is_right_by_neither_rule(string name)
    {
        var texts = Cards[name].Fields.Values.SelectMany(entries => entries).Select(entry => entry.Text);
        var numbers = texts.Where(text => RegistrationNumber().IsMatch(text)).ToArray();

        Assert.Equal(Cards[name].Kind == "pp" ? 0 : 1, numbers.Length);
        Assert.All(numbers, number =>
        {
            Assert.NotEqual(CheckDigit(number, 13), number[^1]);
            Assert.NotEqual(CheckDigit(number, 11), number[^1]);
        });
    }

    [Theory, MemberData(nameof(All))]
    public void Each_box_holds_its_ink_and_fits_it(string name)
    {
        var card = Cards[name];
        using var picture = new Picture(card.ImagePath);

        foreach (var (field, entry) in card.Fields.SelectMany(field => field.Value.Select(entry => (field.Key, entry))))
        {
            var box = new Quad(entry.Box);
            var paper = picture.Lightest(box.Frame(2));

            Assert.Equal(new Quad(card.Card).Direction, box.Direction, 0.01);
            Assert.True(picture.Darkest(box.Frame(2)) > 0.55 * paper, $"{field}: there is ink outside of the box");
            foreach (var edge in box.Edges(4))
                Assert.True(picture.Darkest(edge) < 0.55 * paper, $"{field}: the box is too wide");
        }
    }

    [Theory, MemberData(nameof(AlienCards))]
    public void The_middle_of_the_number_s_box_lies_between_the_hyphen_and_the_digits_to_hide(string name)
    {
        var card = Cards[name];
        using var picture = new Picture(card.ImagePath);
        var box = new Quad(Assert.Single(card.Fields["alienRegNum"]).Box);

        Assert.InRange(box.Width / new Quad(card.Card).Width, 0.27, 0.3);
        Assert.InRange(box.Height / new Quad(card.Card).Width, 0.034, 0.05);
        Assert.True(picture.Darkest(box.Column(0.5f)) > 0.55 * picture.Lightest(box.Frame(2)), "the middle goes through ink");
    }

    [Theory, MemberData(nameof(OldLayout))]
    public void A_card_of_the_old_layout_tells_the_sex_and_was_issued_before_april_2023(string name)
    {
        var card = Cards[name];
        var group = card.Fields["alienRegNum"][0].Text[7];

        Assert.Equal("57".Contains(group, StringComparison.Ordinal) ? "M" : "F", Assert.Single(card.Fields["sex"]).Text);
        Assert.True(IssueDate(card) < new DateOnly(2023, 4, 1));
        Assert.Null(card.QrCode);
    }

    [Theory, MemberData(nameof(NewLayout))]
    public void A_card_of_the_new_layout_has_a_qr_code_at_its_lower_right_and_tells_no_sex(string name)
    {
        var card = Cards[name];
        using var picture = new Picture(card.ImagePath);
        var code = new Quad(Assert.IsType<float[][]>(card.QrCode));
        var corner = new Quad(card.Card).At(1, 1);

        Assert.True(IssueDate(card) >= new DateOnly(2023, 4, 1));
        Assert.DoesNotContain("sex", card.Fields.Keys);
        Assert.True((code.At(1, 1) - corner).Length < 0.2 * new Quad(card.Card).Width);
        Assert.True(picture.Darkest(code.Frame(0.07f * code.Width)) > 160, "the quiet zone is not white");
        Assert.Contains(Enumerable.Range(1, 10), version => IsQrCode(picture, code, 17 + (4 * version)));
    }

    /// <summary>Whether there are three finders, no fourth, and the timing patterns between them.</summary>
    private static bool IsQrCode(Picture picture, Quad code, int modules)
    {
        var far = modules - 7;
        return IsFinder(0, 0) && IsFinder(far, 0) && IsFinder(0, far) && !IsFinder(far, far)
            && Enumerable.Range(7, modules - 14).All(i => IsDark(i, 6) == (i % 2 == 0) && IsDark(6, i) == (i % 2 == 0));

        bool IsFinder(int left, int top) => Enumerable.Range(0, 49).All(i =>
        {
            var (column, row) = (i % 7, i / 7);
            var ring = Math.Max(Math.Abs(column - 3), Math.Abs(row - 3));
            return IsDark(left + column, top + row) == (ring != 2);
        });

        bool IsDark(int column, int row) => picture.At(code.At((column + 0.5f) / modules, (row + 0.5f) / modules)) < 128;
    }

    internal static char CheckDigit(string number, int ruleBase)
    {
        int[] weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = number.Where(char.IsAsciiDigit).Zip(weights, (digit, weight) => (digit - '0') * weight).Sum();
        return (char)('0' + ((ruleBase - (sum % 11)) % 10));
    }

    private static DateOnly IssueDate(Sidecar card)
    {
        var date = Assert.Single(card.Fields["issueDate"]);
        return DateOnly.ParseExact($"{date.Year}-{date.Month}-{date.Day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static TheoryData<string> Where(Func<Sidecar, bool> condition) =>
        [.. Cards.Where(card => condition(card.Value)).Select(card => card.Key)];

    private static SortedDictionary<string, Sidecar> LoadAll()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ClovaOcr.slnx"))) root = root.Parent!;
        var folder = Path.Combine(root.FullName, "samples", "cards");

        var cards = new SortedDictionary<string, Sidecar>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*.json"))
        {
            var card = JsonSerializer.Deserialize<Sidecar>(File.ReadAllBytes(path), JsonSerializerOptions.Web)!;
            cards.Add(card.Image, card with { ImagePath = Path.Combine(folder, card.Image) });
        }
        return cards;
    }

    [GeneratedRegex("^[0-9]{6}-[0-9]{7}$")]
    private static partial Regex RegistrationNumber();

    private sealed record Sidecar(
        string Image,
        string Kind,
        string? Layout,
        int Width,
        int Height,
        int Orientation,
        float[][] Card,
        float[][]? QrCode,
        Dictionary<string, Entry[]> Fields)
    {
        public string ImagePath { get; init; } = "";
    }

    private sealed record Entry(string Text, string? Year, string? Month, string? Day, float[][] Box);

    /// <summary>Four corners in reading order; (0, 0) is the first and (1, 1) the third, whichever way it is turned.</summary>
    private sealed class Quad(float[][] corners)
    {
        private readonly SKPoint _origin = new(corners[0][0], corners[0][1]);
        private readonly SKPoint _across = new(corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]);
        private readonly SKPoint _down = new(corners[3][0] - corners[0][0], corners[3][1] - corners[0][1]);

        public float Width => _across.Length;

        public float Height => _down.Length;

        /// <summary>Where the reading goes, in radians from the x axis to the y axis.</summary>
        public double Direction => Math.Atan2(_across.Y, _across.X);

        public SKPoint At(float across, float down) =>
            new(_origin.X + (across * _across.X) + (down * _down.X), _origin.Y + (across * _across.Y) + (down * _down.Y));

        /// <summary>Points all around, so many pixels outside of the edges.</summary>
        public IEnumerable<SKPoint> Frame(float distance) => Sides(-distance).SelectMany(side => side);

        /// <summary>The four edges one by one, as strips that reach so many pixels inwards.</summary>
        public IEnumerable<SKPoint[]> Edges(int depth) =>
            Enumerable.Range(0, 4).Select(side => Enumerable.Range(0, 2 * depth).SelectMany(step => Sides(step / 2f)[side]).ToArray());

        public SKPoint[] Column(float across) => Line(new(across, 0), new(across, 1));

        private SKPoint[][] Sides(float inset)
        {
            var (x, y) = (inset / Width, inset / Height);
            return
            [
                Line(new(x, y), new(1 - x, y)),
                Line(new(1 - x, y), new(1 - x, 1 - y)),
                Line(new(1 - x, 1 - y), new(x, 1 - y)),
                Line(new(x, 1 - y), new(x, y)),
            ];
        }

        private SKPoint[] Line(SKPoint from, SKPoint to)
        {
            var steps = (int)(2 * (At(to.X, to.Y) - At(from.X, from.Y)).Length);
            return [.. Enumerable.Range(0, steps + 1).Select(i => (float)i / steps).Select(part =>
                At(from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y))))];
        }
    }

    /// <summary>The stored pixels' brightness, 0 to 255, whatever the orientation says.</summary>
    private sealed class Picture : IDisposable
    {
        private readonly SKBitmap _pixels;

        public Picture(string path)
        {
            using var codec = SKCodec.Create(path);
            _pixels = new(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(_pixels.Info, _pixels.GetPixels()));
        }

        public int At(SKPoint point)
        {
            var x = Math.Clamp((int)point.X, 0, _pixels.Width - 1);
            var y = Math.Clamp((int)point.Y, 0, _pixels.Height - 1);
            var colour = _pixels.GetPixel(x, y);
            return ((299 * colour.Red) + (587 * colour.Green) + (114 * colour.Blue)) / 1000;
        }

        public int Darkest(IEnumerable<SKPoint> points) => points.Min(At);

        public int Lightest(IEnumerable<SKPoint> points) => points.Max(At);

        public void Dispose() => _pixels.Dispose();
    }
}
