using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ClovaOcr.Tests;
using LeakSearch;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The search of tools/LeakSearch finds what is planted, whatever it is written in, and knows what is printed on the specimens.</summary>
public sealed class LeakSearchSpecs : IDisposable
{
    private static readonly IReadOnlyList<SoughtText> Sought = SoughtTexts.Of(Checkout.Root);
    private static readonly SpellingSearch Search = new(Sought);

    private static readonly Dictionary<string, Func<string, byte[]>> Writings = new()
    {
        ["UTF-8"] = Encoding.UTF8.GetBytes,
        ["UTF-16"] = Encoding.Unicode.GetBytes,
        ["UTF-16, big end first"] = Encoding.BigEndianUnicode.GetBytes,
        ["UTF-8, decomposed"] = text => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)),
        ["UTF-16, decomposed"] = text => Encoding.Unicode.GetBytes(text.Normalize(NormalizationForm.FormD)),
        ["JSON"] = text => JsonSerializer.SerializeToUtf8Bytes(text),
        ["JSON, every character escaped"] = text => Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => $"\\u{(int)letter:X4}"))),
        ["percent-encoding"] = text => Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)),
        ["percent-encoding of every byte"] = text => Encoding.ASCII.GetBytes(string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:x2}"))),
        ["XML"] = text => Encoding.UTF8.GetBytes(new XText(text).ToString()),
        ["XML entities"] = text => Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => $"&#x{(int)letter:x};"))),
        ["decimal entities"] = text => Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => $"&#{(int)letter};"))),
        ["CLIXML escapes"] = text => Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => $"_x{(int)letter:X4}_"))),
        ["Base64"] = text => Base64("", text, Encoding.UTF8),
        ["Base64 behind one byte"] = text => Base64("?", text, Encoding.UTF8),
        ["Base64 behind two bytes"] = text => Base64("??", text, Encoding.UTF8),
        ["Base64 for URLs"] = text => Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text + "?>"))),
        ["Base64 of UTF-16"] = text => Base64("a", text, Encoding.Unicode),
        ["hexadecimal"] = text => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ["hexadecimal, small letters"] = text => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
        ["hexadecimal of BitConverter"] = text => Encoding.ASCII.GetBytes(BitConverter.ToString(Encoding.UTF8.GetBytes(text))),
        ["lines broken by a console"] = text => Encoding.UTF8.GetBytes(text.Insert(text.Length / 2, "\r\n                    ")),
    };

    private readonly TemporarySearchFolder _folder = new();

    public static TheoryData<string> AllWritings => [.. Writings.Keys];

    [Theory]
    [MemberData(nameof(AllWritings))]
    public void Every_number_name_and_secret_is_found_however_it_is_written(string writing)
    {
        foreach (var sought in Sought)
        {
            var found = Search.Find(Surrounded(Writings[writing](sought.Text))).Keys.Select(spelling => spelling.Text)
                .Concat(Unescaping.Readings(Surrounded(Writings[writing](sought.Text))).SelectMany(reading => Search.Find(reading.Bytes).Keys).Select(spelling => spelling.Text));
            Assert.True(found.Contains(sought), $"{sought.Owner} was not found as {writing}.");
        }
    }

    [Fact]
    public void What_is_printed_on_every_specimen_is_sought()
    {
        var sidecars = SoughtTexts.Sidecars(Checkout.Root).ToArray();
        Assert.Equal(Scenario.Specimens().Length, sidecars.Count(file => Path.GetDirectoryName(file) == Checkout.Cards));
        Assert.All(sidecars, sidecar =>
        {
            var printed = SoughtTexts.Printed(sidecar, ["alienRegNum", "alienRegNumEtc", "personalNum", "num"]).ToArray();
            Assert.NotEmpty(printed);
            Assert.All(printed, number => Assert.Contains(Sought, sought => sought.Kind == TellTale.Numbers && sought.Text == number));
            Assert.All(
                SoughtTexts.Printed(sidecar, ["name", "givenName"]),
                name => Assert.Contains(Sought, sought => sought.Kind == TellTale.Names && sought.Text == name));
        });
    }

    [Fact]
    public void A_value_across_two_pieces_of_a_large_file_is_found_once()
    {
        var number = Sought.First(sought => sought.Kind == TellTale.Numbers);
        for (var place = (64 << 10) - 40; place < (64 << 10) + 40; place++)
        {
            var file = _folder.Write("streams/large.bin", [.. Enumerable.Repeat((byte)'x', place), .. Encoding.Unicode.GetBytes(number.Text), .. new byte[100_000]]);
            Assert.Single(new FileSearch(Search, 64 << 10).Find(file, "large.bin"), finding => finding.Text == number && finding.Position == place);
        }
    }

    [Fact]
    public void What_belongs_where_it_is_is_no_finding_and_everything_else_is()
    {
        var (number, name) = (Sought.First(sought => sought.Kind == TellTale.Numbers).Text, Sought.First(sought => sought.Kind == TellTale.Names).Text);
        var all = Encoding.UTF8.GetBytes($"{number} {name} {TellTaleSecret.Secret}");
        foreach (var file in new[] { "streams/a.txt", "objects/a.txt", "asked-for/a.txt", "temporary/x/cards.csv", "temporary/x/other.bin", "temporary/x/marked.bin", "temporary/x/marked.bin.1" })
            _folder.Write(file, all);
        _folder.Write("marks/1.txt", Encoding.UTF8.GetBytes($"Numbers\n{Path.Combine(_folder.Path, "temporary/x/marked.bin")}\nit was put there\n"));
        _folder.Write($"temporary/{number}.jpg", []);
        _folder.Write($"temporary/{number}.txt", all);
        _folder.Write($"temporary/{number}.masked.jpg", []);

        var report = SearchReport.Of(_folder.Path, Search);
        Assert.Equal(
            [
                "asked-for/a.txt Secrets", "objects/a.txt Numbers, Secrets", "streams/a.txt Names, Numbers, Secrets", $"temporary/{number}.masked.jpg Numbers",
                $"temporary/{number}.txt Names, Numbers, Secrets", "temporary/x/cards.csv Numbers, Secrets", "temporary/x/marked.bin Names, Secrets", "temporary/x/marked.bin.1 Names, Numbers, Secrets",
                "temporary/x/other.bin Names, Numbers, Secrets",
            ],
            report.Findings.GroupBy(finding => finding.File).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key} {string.Join(", ", group.Select(finding => finding.Text.Kind.ToString()).Distinct().Order(StringComparer.Ordinal))}"));
        Assert.DoesNotContain(report.Lines(), line => line.Contains(name, StringComparison.Ordinal) || line.Contains(TellTaleSecret.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&#;")]
    [InlineData("&;")]
    [InlineData("&#x;")]
    [InlineData("&#99999999999;")]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("\\u12")]
    [InlineData("_x00")]
    [InlineData("=\r")]
    public void What_looks_like_an_escape_and_is_none_is_gone_through(string end)
    {
        var (name, number) = ("objects/a.bin", Sought.First(sought => sought.Kind == TellTale.Numbers));
        var file = _folder.Write(name, Encoding.UTF8.GetBytes($"{end}{number.Text} {end}"));
        Assert.Contains(new FileSearch(Search).Find(file, name), finding => finding.Text == number);
    }

    [Fact]
    public void A_masked_number_is_no_finding()
    {
        foreach (var number in Sought.Where(sought => sought.Kind == TellTale.Numbers && sought.Text.Length == 14))
            Assert.Empty(Search.Find(Surrounded(Encoding.UTF8.GetBytes(number.Text[..8] + "******"))));
    }

    [Fact]
    public void Without_the_variable_nothing_is_kept() => Assert.Equal(Evidence.IsKept, Environment.GetEnvironmentVariable(EvidenceFolder.Variable) is not null);

    public void Dispose() => _folder.Dispose();

    private static byte[] Surrounded(byte[] bytes) => [.. "before "u8, .. bytes, .. " behind\n"u8];

    private static byte[] Base64(string before, string text, Encoding encoding) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String([.. Encoding.ASCII.GetBytes(before), .. encoding.GetBytes(text + "??")]));

    /// <summary>A folder that is gone after the test whatever happens: what is planted in it is to be found here and nowhere else.</summary>
    private sealed class TemporarySearchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("clova-ocr-").FullName;

        public string Write(string name, byte[] bytes)
        {
            var file = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
