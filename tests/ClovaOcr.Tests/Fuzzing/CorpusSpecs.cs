using System;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Fuzz;
using ClovaOcr.Fuzz.Targets;
using Xunit;

namespace ClovaOcr.Tests.Fuzzing;

/// <summary>What the fuzzers found and began with, on any machine: each file of the kept corpus keeps what its target promises.</summary>
public sealed class CorpusSpecs
{
    private static readonly string Corpus = Path.Combine(TestData.Root, "tests", "fuzz", "corpus");

    public static TheoryData<string> Targets => new(FuzzTargets.All.Select(target => target.Name));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_file_of_the_kept_corpus_keeps_its_targets_promises(string name)
    {
        var files = Directory.GetFiles(Path.Combine(Corpus, name));
        Assert.NotEmpty(files);
        AssertPromises(FuzzTargets.Named(name), files);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("tiff")]
    [InlineData("pdf")]
    public void Every_picture_that_other_programs_made_keeps_its_targets_promises(string name) =>
        AssertPromises(FuzzTargets.Named(name), Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", name)));

    [Fact]
    public void No_number_in_the_kept_corpus_can_be_a_persons() => Assert.All(
        Directory.GetFiles(Corpus, "*", SearchOption.AllDirectories),
        file => Assert.False(RegistrationNumbers.MayHoldAPersons(Encoding.Latin1.GetString(File.ReadAllBytes(file)))));

    [Fact]
    public void Every_folder_of_the_corpus_and_every_dictionary_is_a_targets()
    {
        var names = FuzzTargets.All.Select(target => target.Name).Order().ToArray();
        Assert.Equal(names, Directory.GetDirectories(Corpus).Select(folder => Path.GetFileName(folder)).Order());
        Assert.Equal(names, Directory.GetFiles(Path.Combine(Corpus, "..", "dictionaries")).Select(file => Path.GetFileNameWithoutExtension(file)).Order());
    }

    private static void AssertPromises(FuzzTarget target, string[] files) => NarrowThread.Run(() => Assert.All(files, file =>
    {
        var input = File.ReadAllBytes(file);
        if (input.Length <= target.MaximumLength) target.Run(input);
    }));
}
