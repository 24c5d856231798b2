using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Pdf;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>
/// The reader that proves a copy follows whatever a file refers to, on its stack and without an end. It is never given the file, but what
/// was understood of it: the same, whatever else stands in the file.
/// </summary>
public class PdfExcerptSpecs
{
    private static readonly PdfRecipe Plain = new() { Filter = "/Filter /FlateDecode", Data = PngRecipe.Zlib(new PdfRecipe().Pack(1, (x, y, _) => x + y)) };

    private static readonly (string, byte[]?) Loop = ("[6 0 R]", null);
    private static readonly (string, byte[]?) StreamLoop = ("<< /A 6 0 R /Type /Metadata >>", [1]);
    private static readonly (string, byte[]?) FunctionLoop = ("<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>", null);
    private static readonly byte[] DeepFunction = Encoding.ASCII.GetBytes(new string('{', 100_000) + new string('}', 100_000));

    private static readonly Dictionary<string, PdfRecipe> Hostile = new()
    {
        ["list in the picture that holds itself"] = Plain with { Image = "/Foo 6 0 R", Others = [Loop] },
        ["stream in the picture that holds itself"] = Plain with { Image = "/Foo 6 0 R", Others = [StreamLoop] },
        ["chain of objects"] = Plain with { Image = "/Foo 6 0 R", Others = [.. Enumerable.Range(7, 20_000).Select(next => ($"<< /A {next} 0 R >>", default(byte[]))), ("1", null)] },
        ["lists that double"] = Plain with { Image = "/Foo 6 0 R", Others = [.. Enumerable.Range(7, 40).Select(next => ($"[{next} 0 R {next} 0 R]", default(byte[]))), ("1", null)] },
        ["colours that stand for themselves"] = Profile("[/ICCBased 6 0 R]"),
        ["colours that stand for themselves through a spot colour"] = Profile("[/Separation /X [/ICCBased 6 0 R] 7 0 R]", ("<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>", null)),
        ["function of itself"] = Profile("[/Separation /X /DeviceGray 7 0 R]", FunctionLoop),
        ["function of a deep program"] = Profile("[/Separation /X /DeviceGray 7 0 R]", ("<< /FunctionType 4 /Domain [0 1] /Range [0 1] >>", DeepFunction)),
        ["function of a huge table"] = Profile("[/Separation /X /DeviceGray 7 0 R]", ("<< /FunctionType 0 /Domain [0 1] /Range [0 1] /Size [2000000000] /BitsPerSample 8 >>", [0])),
        ["named places in a circle"] = Plain with { Catalog = "/Names << /Dests 6 0 R >>", Others = [("<< /Kids [6 0 R 6 0 R] >>", null)] },
        ["bookmarks, structure and labels in a circle"] = Plain with { Catalog = "/Outlines 6 0 R /StructTreeRoot 6 0 R /PageLabels 6 0 R", Others = [("<< /First 6 0 R /Next 6 0 R /K 6 0 R /Kids [6 0 R] >>", null)] },
        ["fonts that are not used"] = Plain with { Resources = "/Font << /F0 6 0 R >>", Others = [("<< /Type /Font /Subtype /Type3 /CharProcs 6 0 R /Resources << /Font << /F0 6 0 R >> >> >>", null)] },
        ["fonts for all pages"] = Plain with { Pages = "/Resources << /Font << /F0 6 0 R >> >>", Others = [StreamLoop] },
        ["patterns and shadings that are not used"] = Plain with { Resources = "/Pattern << /P0 6 0 R >> /Shading << /S0 6 0 R >>", Others = [StreamLoop] },
        ["colours that are not used"] = Plain with { Resources = "/ColorSpace << /A [/Pattern 6 0 R] /B [/Separation /X 6 0 R 7 0 R] >>", Others = [Loop, FunctionLoop] },
        ["document information that holds itself"] = Plain with { Trailer = "/Info 6 0 R /ID [6 0 R]", Others = [StreamLoop] },
        ["a page above its own tree"] = Plain with { Pages = "/Parent 2 0 R" },
        ["objects within a comment"] = Plain with { Header = "%PDF-1.7\n%" + string.Concat(Enumerable.Repeat("9 0 obj << ", 50_000)) + "\n" },
    };

    public static TheoryData<string> Kinds => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_proofs_reader_sees_nothing_of(string kind) => Assert.Equal(Excerpt(Plain.Encode()), Excerpt(Hostile[kind].Encode()));

    /// <summary>It throws at this file, and stays alive: were the others given to it, there would be no test run left to say so.</summary>
    [Fact]
    public void A_file_at_which_the_proofs_reader_fails_is_masked_all_the_same()
    {
        var hostile = Hostile["document information that holds itself"].Encode();
        var areas = new[] { Polygon.Rectangle(10, 10, 30, 20) };
        Assert.Throws<ClovaOcrException>(() => PdfPigScan.Read(hostile, Plain.Width, Plain.Height));
        Assert.Equal(ImageMasker.Mask(Plain.Encode(), areas).Bytes, ImageMasker.Mask(hostile, areas).Bytes);
    }

    [Fact]
    public void A_reader_that_asks_for_more_memory_than_there_is_makes_a_refusal()
    {
        var fax = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 48 >> /DP << /K -1 /Columns 2147483640 /Rows 1000 >>";
        var file = new PdfRecipe { Bits = 1, Filter = fax, Data = [255, 255, 255, 255, 0, 16, 1] }.Encode();
        var problem = Assert.Throws<ClovaOcrException>(() => PdfPigScan.Read(file, 48, 40));
        Assert.IsType<OutOfMemoryException>(problem.InnerException);
    }

    /// <summary>So that it is the reader, and not this library, that undoes the filters and follows the matrices.</summary>
    [Fact]
    public void An_excerpt_holds_the_pictures_data_as_they_are_coded_and_the_pages_own_numbers()
    {
        var text = Encoding.Latin1.GetString(Excerpt((Plain with
        {
            Content = "q 2 0 0 2 -3 1 cm 1 0 0 1 1.5 -0.5 cm /G gs 120 0 0 100.125 0 0 cm /Im0 Do Q",
            Resources = "/ExtGState << /G << /ca 1 >> >>",
            Box = "/MediaBox [-1 -2 300 200] /CropBox [0 0 240.5 250] /Rotate -90",
            Filter = "/Filter [/FlateDecode] /DecodeParms << /Predictor 1 /Mine 9 >>",
        }).Encode()));
        Assert.Contains(Encoding.Latin1.GetString(Plain.Data), text, StringComparison.Ordinal);
        Assert.Contains("q 1 0 0 1 0 0 cm 2 0 0 2 -3 1 cm 1 0 0 1 1.5 -0.5 cm 120 0 0 100.125 0 0 cm /Im0 Do Q", text, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [-1 -2 300 200] /CropBox [0 0 240.5 250] /Rotate 270", text, StringComparison.Ordinal);
        Assert.Contains("/Filter [/FlateDecode] /DecodeParms [<< /Predictor 1 >>]", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split(" 0 obj\n").Length - 1);
    }

    [Fact]
    public void An_excerpt_of_any_programs_PDF_shows_the_same_picture_in_the_same_place()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "pdf"), "*.a.pdf"))
        {
            var file = File.ReadAllBytes(path);
            var (whole, excerpt) = (PdfPigScan.Read(file, 96, 64), PdfPigScan.Read(Excerpt(file), 96, 64));
            Assert.Equal((whole.Width, whole.Height, whole.Bits, whole.Samples, whole.EntrySamples), (excerpt.Width, excerpt.Height, excerpt.Bits, excerpt.Samples, excerpt.EntrySamples));
            Assert.Equal((whole.IsInverted, whole.Jpeg, whole.Palette), (excerpt.IsInverted, excerpt.Jpeg, excerpt.Palette), (a, b) =>
                a.Item1 == b.Item1 && (a.Jpeg ?? []).SequenceEqual(b.Jpeg ?? []) && (a.Palette ?? []).Take(b.Palette?.Count ?? 0).SequenceEqual(b.Palette ?? []));
            for (var y = 0; y < whole.Height && whole.Jpeg is null; y++) Assert.True(whole.Row(y).Span.SequenceEqual(excerpt.Row(y).Span), path);
            foreach (var (expected, actual) in whole.Place.Zip(excerpt.Place)) Assert.Equal(expected, actual, 0.001);
        }
    }

    private static PdfRecipe Profile(string alternate, params (string Text, byte[]? Stream)[] others) =>
        Plain with { ColorSpace = "[/ICCBased 6 0 R]", Others = [($"<< /N 1 /Alternate {alternate} >>", [1]), .. others] };

    private static byte[] Excerpt(byte[] file) => PdfExcerpt.Write(PdfScan.Read(file));
}
