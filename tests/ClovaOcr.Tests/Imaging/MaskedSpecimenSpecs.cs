using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Emulator;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Right answers, to the end: a specimen stored turned is masked, and looked at with another decoder.</summary>
public sealed class MaskedSpecimenSpecs
{
    private static readonly SpecimenSet Known = SpecimenSet.Load(SpecimenSet.DefaultFolder);

    /// <summary>Every specimen with a number, each of the eight orientations for two of them.</summary>
    public static IEnumerable<TheoryDataRow<string, int>> Specimens => new[] { "ac", "ic", "dl" }
        .SelectMany(TestData.Specimens)
        .Select((path, i) => new TheoryDataRow<string, int>(Path.GetFileName(path), (i % 8) + 1));

    [Theory]
    [MemberData(nameof(Specimens))]
    public void The_hidden_digits_are_black_and_the_birth_date_can_still_be_read(string specimen, int orientation)
    {
        var path = Path.Combine(TestData.Cards, specimen);
        var truth = SpecimenDigits.Of(path);
        var placement = new Placement(orientation, truth.Size.Width, truth.Size.Height);
        var source = TurnedSpecimen.Store(path, orientation);
        var answer = CardAnswer.For(path);
        var reading = SentPicture.Replay(new("", source, ImageFormatSniffer.Sniff(source)!.Value, ""), AreaSpace.Upright)
            .MapToStored(ResponseParser.Parse(answer.ToJson()));
        var (digits, required) = answer.Kind == "ac" ? (MaskDigits.Last7, "alienRegNum") : (MaskDigits.All, "personalNum");

        var plan = MaskPlan.Create(reading.Regions(), digits, [], [required]);
        var copy = ImageMasker.Mask(source, [.. plan.Areas.Select(area => area.Area)]);

        var (before, after) = (new Skia(source), new Skia(copy.Bytes));
        Assert.Equal((before.Origin, before.Width, before.Height), (after.Origin, after.Width, after.Height));
        Assert.Equal(orientation, ImageHeader.Read(copy.Bytes)!.Orientation.ExifValue);
        foreach (var (x, y) in truth.Hidden(digits, placement).Concat(truth.OtherNumbers(placement)))
            Assert.True(after[x, y] is { R: <= 2, G: <= 2, B: <= 2, A: 255 }, $"{after[x, y]} at {x},{y}");

        // The margin takes a part of the last digits before the hyphen; year and month stay.
        if (digits == MaskDigits.All) return;
        foreach (var (x, y) in Enumerable.Range(0, 4).SelectMany(index => truth.Character(index, placement)))
            Assert.True(before[x, y] == after[x, y], $"{before[x, y]} became {after[x, y]} at {x},{y}");
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_emulator_gives_the_answer_that_the_other_tests_make_wrong(string specimen)
    {
        var path = Path.Combine(TestData.Cards, specimen);
        var (own, given) = (CardAnswer.For(path), await ReadAsync(File.ReadAllBytes(path), Path.GetExtension(path)));
        var orientation = (int)TestData.Truth(path)["orientation"]!;
        var placement = new Placement(orientation, own.Size.Width, own.Size.Height);
        var expected = ResponseParser.Parse(own.ToJson()).MapAreas(area => area.Select(placement.ToStored)).Regions();
        foreach (var (ours, theirs) in InOrder(expected).Zip(InOrder(given.Regions())))
        {
            Assert.Equal((ours.Kind, ours.Field, ours.Outline), (theirs.Kind, theirs.Field, theirs.Outline));
            Assert.True(ours.Area.Vertices.Zip(theirs.Area.Vertices).All(pair => pair.First.DistanceTo(pair.Second) < 0.01), ours.Field);
        }

        static IEnumerable<CardRegion> InOrder(IEnumerable<CardRegion> regions) =>
            regions.Where(region => region is not { Kind: CardRegionKind.Masking, Field: "issueDate" }).OrderBy(region => region.Field, StringComparer.Ordinal).ThenBy(region => region.Kind);
    }

    public static IEnumerable<TheoryDataRow<string>> Answers => [new("ac-04-exif-6.jpg"), new("ac-10-etc-small-gray.jpg"), new("dl-01.png")];

    private static async Task<CardReading> ReadAsync(byte[] picture, string extension)
    {
        await using var emulator = await CardOcrEmulator.StartAsync(new EmulatorOptions { Specimens = Known });
        using var client = new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse(emulator.InvokeUrl),
            Secret = new NetworkCredential("", emulator.Secret).SecurePassword,
        });
        using var folder = new TemporaryFolder();
        var attempt = await new CardReader(client, new CardReaderOptions())
            .AttemptAsync(new QueuedCard(folder.Write("card" + extension, picture)), CancellationToken.None);
        Assert.Null(attempt.Error);
        return attempt.Reading!;
    }
}
