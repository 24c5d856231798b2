using System;
using ClovaOcr.Cards;
using Xunit;

namespace ClovaOcr.Tests.Cards;

public sealed class ShownTextSpecs
{
    [Theory]
    [InlineData("홍길동 card.jpg", "홍길동 card.jpg")]
    [InlineData("a\nFAKE LINE.jpg", "a\uFFFDFAKE LINE.jpg")]
    [InlineData("\u001B[31mred\u001B]0;title\u0007.jpg", "\uFFFD[31mred\uFFFD]0;title\uFFFD.jpg")]
    [InlineData("a\uFFFE\uFFFF.jpg", "a\uFFFD\uFFFD.jpg")]
    [InlineData("a\u202Egpj.exe", "a\uFFFDgpj.exe")]
    [InlineData("a\u2028b\u2029c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("990101\u200B-5123457.jpg", "990101\uFFFD-5******.jpg")]
    [InlineData("9\u200B90101-5123457.jpg", "9\uFFFD90101-5******.jpg")]
    public void What_a_terminal_obeys_and_no_eye_sees_is_replaced_and_a_number_masked(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Half_a_character_is_replaced_and_a_whole_one_stays() =>
        Assert.Equal("\U0001F600\uFFFD!", ShownText.Of("\U0001F600" + '\uD83D' + "!"));

    [Fact]
    public void An_endless_name_is_cut() => Assert.Equal(4096, ShownText.Of(new string('a', 100_000)).Length);

    [Fact]
    public void An_error_shows_a_files_name_so() => Assert.StartsWith(
        "'/scans/a\uFFFDb 990101-5******.jpg': ",
        new ClovaOcrException(ClovaOcrErrorKind.FileEmpty, "The file is empty.").ForFile("/scans/a\nb 990101-5123457.jpg").Message,
        StringComparison.Ordinal);
}
