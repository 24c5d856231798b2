using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Imaging.Pdf;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A few bytes that are mentioned over and over can ask for any amount of work; all of a file's parts share one bound.</summary>
public class PdfWorkSpecs
{
    // What a scan's PDF may take of memory to be read, its picture not counted.
    private const long MostMemory = 256L << 20;

    private static readonly PdfRecipe Plain = new PdfRecipe().With(1, (x, y, _) => x + y);
    private static readonly byte[] Spaces = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();

    private static readonly Dictionary<string, Func<byte[]>> Asking = new()
    {
        ["forms that show forms"] = () => Forms(1000),
        ["a few forms that show a few forms"] = () => Forms(60),
        ["content that is mentioned again and again"] = () => Content(Repeated("6 0 R", 20_000), ("<< /Filter /ASCIIHexDecode >>", Spaces)),
        ["content of rows as long as can be"] = () => Content(Repeated("6 0 R", 20_000), ("<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1000000 >> >>", [0x78, 0x9C, 3, 0, 0, 0, 0, 1])),
        ["empty content that is mentioned again and again"] = () => Content(Repeated("6 0 R", 400_000), ("<< >>", [])),
        ["states of many entries"] = () => (Plain with
        {
            Content = Repeated("/G gs\n", 100_000) + Plain.Content,
            Resources = $"/ExtGState << /G << {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"/K{i} 99 0 R "))}>> >>",
        }).Encode(),
        ["a tree of pages with a profile each"] = () => (Plain with
        {
            Kids = string.Concat(Enumerable.Range(0, 900).Select(i => $"{7 + i} 0 R ")) + "3 0 R",
            Others =
            [
                ("<< /N 1 /Filter /ASCIIHexDecode >>", [.. Spaces, .. Spaces]),
                .. Enumerable.Repeat(("<< /Type /Page /MediaBox [0 0 9 9] /Resources << /ColorSpace << /DefaultGray [/ICCBased 6 0 R] >> >> /Kids [] >>", default(byte[])), 900),
            ],
        }).Encode(),
        ["forms with a profile each"] = () => Form(
            Repeated("/Fm0 Do ", 1000), "/Resources << /ColorSpace << /DefaultGray [/ICCBased 7 0 R] >> >>", ("<< /N 1 /Filter /ASCIIHexDecode >>", [.. Spaces, .. Spaces])),
        ["forms with a box of many numbers"] = () => Form(Repeated("/Fm0 Do ", 100_000), $"/Matrix [{Repeated("1", 100_000)}]"),
        ["values without an end"] = () => Content("6 0 R", ("<< >>", Encoding.ASCII.GetBytes(Repeated("1", 520_000)))),
        ["a table of too many objects"] = () => Encoding.ASCII.GetBytes($"%PDF-1.7\nxref\n0 200000\n{Repeated("0000000000 00000 f \n", 200_000)}trailer\n<< >>\nstartxref\n9\n%%EOF"),
        ["one comment behind many objects"] = () => Comment(10_000),
        ["compressed objects, each in megabytes of its own"] = () => ObjectStreams(40),
    };

    public static TheoryData<string> Kinds => [.. Asking.Keys.Where(kind => !kind.StartsWith("a tree", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_work_than_a_scan_needs_is_refused_before_it_is_done(string kind)
    {
        var file = Asking[kind]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => PdfScan.Read(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        Assert.Equal(ClovaOcrErrorKind.CorruptImage, problem.Kind);
        Assert.Contains(kind.StartsWith("forms with a box", StringComparison.Ordinal) ? "more or fewer" : "more work", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_tree_of_pages_has_at_hand_is_looked_at_for_the_page_only()
    {
        var file = PdfFile.Open(Asking["a tree of pages with a profile each"]());
        Assert.NotNull(Find(file));
        Assert.InRange(file.Work.Done, 1, PdfWork.Most / 8);
    }

    [Fact]
    public void No_scan_of_any_program_takes_a_hundredth_of_the_bound()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "pdf"), "*.pdf"))
        {
            var file = PdfFile.Open(File.ReadAllBytes(path));
            PdfImage.Read(file, Find(file));
            Assert.InRange(file.Work.Done, 1, PdfWork.Most / 100);
        }
    }

    [Fact]
    public void A_picture_of_fifty_megabytes_takes_no_more_than_a_small_one()
    {
        var (small, large) = (PdfFile.Open(Plain.Encode()), PdfFile.Open((Plain with { Width = 7000, Height = 7150, Data = new byte[7000 * 7150] }).Encode()));
        PdfImage.Read(small, Find(small));
        PdfImage.Read(large, Find(large));
        Assert.Equal(small.Work.Done, large.Work.Done);
    }

    private static PdfStream Find(PdfFile file)
    {
        var catalog = file.Find<PdfDictionary>(file.References.Trailer, "Root")!;
        return PdfContent.FindImage(file, PdfPage.Find(file, catalog)).Image;
    }

    private static string Repeated(string text, int count) => string.Concat(Enumerable.Repeat(text + " ", count));

    private static byte[] Content(string parts, params (string Text, byte[]? Stream)[] others) =>
        Replace((Plain with { Others = others }).Encode(), "/Contents 4 0 R", $"/Contents [{parts} 4 0 R]");

    // The page shows the form of object 6.
    private static byte[] Form(string content, string entries, params (string Text, byte[]? Stream)[] others) => (Plain with
    {
        Content = content + Plain.Content,
        Resources = "/Ignored 0",
        Others = [($"<< /Type /XObject /Subtype /Form /BBox [0 0 240 200] {entries} >>", []), .. others],
    }).Encode() is var file ? Replace(file, "/Im0 5 0 R >> /Ignored", "/Im0 5 0 R /Fm0 6 0 R >> /Ignored") : [];

    // Each form shows the next one so many times.
    private static byte[] Forms(int times)
    {
        var forms = Enumerable.Range(0, 4).Select(level => (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 240 200] " + (level < 3 ? $"/Resources << /XObject << /Fm0 {7 + level} 0 R >> >> >>" : ">>"),
            (byte[]?)Encoding.ASCII.GetBytes(level < 3 ? Repeated("/Fm0 Do", times) : " ")));
        var file = (Plain with { Content = Repeated("/Fm0 Do", times) + Plain.Content, Resources = "/Ignored 0", Others = [.. forms] }).Encode();
        return Replace(file, "/Im0 5 0 R >> /Ignored", "/Im0 5 0 R /Fm0 6 0 R >> /Ignored");
    }

    // "6 0 obj%7 0 obj%8 0 obj%...", each with all the rest of the line, which is longer than any.
    private static byte[] Comment(int objects)
    {
        var start = "%PDF-1.7\n";
        var line = string.Concat(Enumerable.Range(6, objects).Select(i => $"{i:d6} 0 obj%"));
        var text = start + line + new string('-', 1 << 20) + "\n(x)\nendobj\n";
        var places = new List<string>();
        void Add(string entry)
        {
            places.Add($"{text.Length:d10} 00000 n \n");
            text += entry;
        }

        Add("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Add($"2 0 obj\n<< /Type /Pages /Kids [3 0 R] >>\nendobj\n");
        Add($"3 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] /Contents [{string.Concat(Enumerable.Range(6, objects).Select(i => $"{i} 0 R "))}] >>\nendobj\n");
        var table = $"xref\n0 1\n0000000000 65535 f \n1 3\n{string.Concat(places)}6 {objects}\n"
            + string.Concat(Enumerable.Range(0, objects).Select(i => $"{start.Length + (i * 13):d10} 00000 n \n"));
        return Encoding.ASCII.GetBytes($"{text}{table}trailer\n<< /Root 1 0 R >>\nstartxref\n{text.Length}\n%%EOF");
    }

    // One object in each stream, and all of them in the page's content.
    private static byte[] ObjectStreams(int count)
    {
        using var file = new MemoryStream();
        using var rows = new MemoryStream();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Row(int kind, long second, int third) => rows.Write([(byte)kind, (byte)(second >> 24), (byte)(second >> 16), (byte)(second >> 8), (byte)second, (byte)third]);
        void Add(string text)
        {
            Row(1, file.Length, 0);
            Write(text);
        }

        Write("%PDF-1.7\n");
        Row(0, 0, 0);
        Add("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Add("2 0 obj\n<< /Type /Pages /Kids [3 0 R] >>\nendobj\n");
        Add($"3 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] /Contents [{string.Concat(Enumerable.Range(0, count).Select(i => $"{5 + (i * 2)} 0 R "))}] >>\nendobj\n");
        for (var i = 0; i < count; i++)
        {
            var (number, text) = (4 + (i * 2), new byte[4 << 20]);
            Array.Fill(text, (byte)' ');
            Encoding.ASCII.GetBytes($"{number + 1} 0 ").CopyTo(text, 0);
            Encoding.ASCII.GetBytes("<< >>").CopyTo(text, 12);
            var data = PngRecipe.Zlib(text);
            Add($"{number} 0 obj\n<< /Type /ObjStm /N 1 /First 12 /Filter /FlateDecode /Length {data.Length} >>\nstream\n");
            file.Write(data);
            Write("\nendstream\nendobj\n");
            Row(2, number, 0);
        }

        var start = file.Length;
        Write($"{4 + (count * 2)} 0 obj\n<< /Type /XRef /Size {4 + (count * 2)} /W [1 4 1] /Root 1 0 R /Length {rows.Length} >>\nstream\n");
        file.Write(rows.ToArray());
        Write($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF");
        return file.ToArray();
    }

    private static byte[] Replace(byte[] file, string what, string with)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return Restarted(text.Replace(what, with, StringComparison.Ordinal), with.Length - what.Length, text.IndexOf(what, StringComparison.Ordinal));
    }

    // What stands behind a change has moved: the table's places and the table itself.
    private static byte[] Restarted(string text, int moved, int at)
    {
        var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        var lines = text[table..].Split('\n').Select(line =>
            line.EndsWith(" n ", StringComparison.Ordinal) && int.Parse(line[..10], null) is var place && place > at ? $"{place + moved:d10} 00000 n " : line);
        var end = string.Join('\n', lines);
        return Encoding.Latin1.GetBytes(text[..table] + end[..(end.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)] + $"{table}\n%%EOF");
    }
}
