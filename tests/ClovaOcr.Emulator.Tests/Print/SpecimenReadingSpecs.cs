using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>The shipped specimens, read by Tesseract as pictures that were never seen; skipped where it is not installed.</summary>
public sealed class SpecimenReadingSpecs
{
    // Badly lit and grainy: its number may be refused, but not be wrong.
    private const string HardestToRead = "ac-06-dark.jpg";

    public static TheoryData<string> AlienCards => [.. Names.Where(name => name.StartsWith("ac", StringComparison.Ordinal))];

    private static string[] Names { get; } = [.. TestPictures.Specimens.Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(AlienCards))]
    public async Task The_number_of_every_specimen_is_read_and_nothing_wrong(string specimen)
    {
        await using var reader = await InstalledReader.FindAsync();
        var truth = CardTruth.Of(TestPictures.PathOf(specimen));
        var face = (await reader.ReadAsync(TestPictures.BytesOf(specimen)))!;
        truth.AssertNothingIsWrong(face);
        if (specimen != HardestToRead) Assert.Equal(truth.Fields["alienRegNum"].Text, CardTruth.TextIn(face, "alienRegNum"));
        Assert.True(face.Fields.Count >= truth.Fields.Count - 2, $"Only {string.Join(", ", face.Fields.Select(field => field.Key))} were read.");

        // The sex and the further number are not on every card, and do not count.
        string[] extra = ["sex", "alienRegNumEtc"];
        Assert.Equal(truth.Fields.Keys.Except(extra).All(field => CardTruth.TextIn(face, field) is not null), face.IsConfident);
    }

    [Theory]
    [InlineData("ic-01.jpg", "personalNum", "name")]
    [InlineData("dl-01.png", "num", "personalNum", "name")]
    [InlineData("pp-01.jpg", "num", "surName", "givenName")]
    public async Task A_wrong_card_answers_under_its_own_key_with_number_and_name(string specimen, params string[] fields)
    {
        await using var reader = await InstalledReader.FindAsync();
        var truth = CardTruth.Of(TestPictures.PathOf(specimen));
        var face = (await reader.ReadAsync(TestPictures.BytesOf(specimen)))!;
        truth.AssertNothingIsWrong(face);
        Assert.Equal((string?)TestPictures.Truth(TestPictures.PathOf(specimen))["estimatedLanguage"], face.Language);
        Assert.Equal(fields.Select(field => truth.Fields[field].Text), fields.Select(field => CardTruth.TextIn(face, field)));
        Assert.True(face.IsConfident);
    }
}
