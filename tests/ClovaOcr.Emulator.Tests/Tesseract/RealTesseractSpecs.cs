using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Specimens;
using ClovaOcr.Emulator.Reading.Tesseract;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>Tesseract itself, where it is installed.</summary>
public sealed class RealTesseractSpecs : IAsyncLifetime
{
    private static readonly Dictionary<string, Specimen> Specimens =
        SpecimenSet.Load(SpecimenSet.DefaultFolder).All.Where(specimen => specimen.Face.Kind == "ac").ToDictionary(NumberOf);

    private TesseractPool? _pool;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        try
        {
            var program = await TesseractProgram.FindAsync(ProgramFolders.OfThisMachine(), TimeProvider.System, Cancellation);
            _pool = new TesseractPool(program, Environment.ProcessorCount, TimeProvider.System);
        }
        catch (TesseractMissingException exception)
        {
            Assert.Skip(exception.Message);
        }
    }

    public ValueTask DisposeAsync() => _pool?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Forty_lines_and_an_empty_picture_among_them_are_read_in_their_order()
    {
        string[] numbers = ["900101-6000001", "910708-5123450", "940402-6999999"];
        var expected = Enumerable.Range(0, 40).Select(i => i == 20 ? "" : numbers[i % numbers.Length]).ToArray();
        var lines = expected.Select(number => number.Length == 0 ? White(400, 40) : Line(number, "alienRegNum")).ToArray();
        var readings = await _pool!.ReadAsync(lines, new("eng"), Cancellation);

        // How wide a gap between digits must be to be a space is not what is looked at here.
        Assert.Equal(expected, readings.Select(reading => reading.Text.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Korean_is_read()
    {
        var lines = new[] { "850312-5000013", "050505-7010101" }.Select(number => Line(number, "nationality")).ToArray();
        var readings = await _pool!.ReadAsync(lines, new("kor"), Cancellation);
        Assert.Equal(["미국", "카자흐스탄"], readings.Select(reading => reading.Text));
    }

    [Fact]
    public async Task A_word_stands_where_it_is_printed()
    {
        const int Padding = 12;
        var line = Line("900101-6000001", "name", Padding);
        var words = Assert.Single(await _pool!.ReadAsync([line], new("eng"), Cancellation)).Words;
        Assert.Equal(["EXAMPLE", "ALICE"], words.Select(word => word.Text));
        Assert.InRange(words[0].Left, Padding - 3, Padding + 3);
        Assert.InRange(words[1].Left, words[0].Left + words[0].Width, line.Width);
        Assert.InRange(words[1].Left + words[1].Width, line.Width - Padding - 3, line.Width - Padding + 3);
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 300), InlineData(300, 2), InlineData(3, 3)]
    public async Task A_picture_too_small_for_any_text_does_no_harm_to_the_next(int width, int height)
    {
        GrayImage[] pictures = [White(width, height), Line("900101-6000001", "alienRegNum")];
        var readings = await _pool!.ReadAsync(pictures, new("eng"), Cancellation);
        Assert.Equal("900101-6000001", readings[1].Text);
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_an_error_and_the_next_call_works()
    {
        await Assert.ThrowsAsync<CardReaderException>(() => _pool!.ReadAsync([White(40, 40)], new("none"), Cancellation));
        Assert.Single(await _pool!.ReadAsync([White(40, 40)], new("eng"), Cancellation));
    }

    private static string NumberOf(Specimen specimen) => specimen.Face.Fields.Single(field => field.Key == "alienRegNum").Value[0].Text;

    private static GrayImage White(int width, int height) => new(width, height, [.. Enumerable.Repeat((byte)255, width * height)]);

    /// <summary>What is printed in a field of the specimen with a number, and some pixels around it.</summary>
    private static GrayImage Line(string number, string field, int padding = 8)
    {
        var specimen = Specimens[number];
        var corners = specimen.Face.Fields.Single(printed => printed.Key == field).Value[0].Box.Corners.ToArray();
        var (left, top) = ((int)corners.Min(corner => corner.X) - padding, (int)corners.Min(corner => corner.Y) - padding);
        var width = (int)corners.Max(corner => corner.X) + padding - left;
        var height = (int)corners.Max(corner => corner.Y) + padding - top;
        var samples = Enumerable.Range(top, height).SelectMany(y => specimen.Shown.Row(y).Slice(left, width).ToArray());
        return new(width, height, [.. samples]);
    }
}
