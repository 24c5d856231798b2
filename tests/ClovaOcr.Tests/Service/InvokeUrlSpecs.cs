using System;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class InvokeUrlSpecs
{
    private const string Console = "https://abc.apigw.ntruss.com/custom/v1/12345/0123456789abcdef";

    [Theory]
    [InlineData(Console)]
    [InlineData(Console + "/")]
    [InlineData(Console + "/document/id-card")]
    [InlineData("  " + Console + "/document/id-card/ ")]
    public void The_address_is_taken_as_the_console_shows_it(string text)
    {
        var url = InvokeUrl.Parse(text);
        Assert.Equal(Console + "/document/id-card", url.Endpoint.AbsoluteUri);
        Assert.Equal("12345", url.DomainId);
    }

    [Theory]
    [InlineData("https://abc.apigw.gov-ntruss.com/custom/v1/1/k")]
    [InlineData("https://abc.apigw-pub.fin-ntruss.com/custom/v1/1/k")]
    [InlineData("http://127.0.0.1:8080/custom/v1/1/k")]
    [InlineData("http://localhost/custom/v1/1/k")]
    public void No_host_is_built_in(string text) => Assert.NotNull(InvokeUrl.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("abc.apigw.ntruss.com/custom/v1/1/key-0123")]
    [InlineData("ftp://abc.apigw.ntruss.com/custom/v1/1/key-0123")]
    [InlineData("http://abc.apigw.ntruss.com/custom/v1/1/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com/")]
    [InlineData("https://abc.apigw.ntruss.com/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/12345/key-0123/infer")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/12345/key-0123/general")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/12345/key-0123/document/ID-Card")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/abc/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/1/key-0123?x=1")]
    [InlineData("https://user:key-0123@abc.apigw.ntruss.com/custom/v1/1/k")]
    [InlineData("key-0123 with a space")]
    public void What_is_no_invoke_url_is_refused_without_repeating_it(string? text)
    {
        var error = Assert.Throws<ClovaOcrException>(() => InvokeUrl.Parse(text));
        Assert.Equal(ClovaOcrErrorKind.InvalidUrl, error.Kind);
        Assert.DoesNotContain("key-0123", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.255.255.254:8080"), InlineData("127.1"), InlineData("0x7f.1"), InlineData("2130706433")]
    [InlineData("localhost"), InlineData("LOCALHOST:80"), InlineData("[::1]"), InlineData("[0:0:0:0:0:0:0:1]:8080")]
    public void Only_this_machine_may_be_called_without_encryption(string host) =>
        Assert.True(InvokeUrl.Parse($"http://{host}/custom/v1/1/k").StaysHere);

    [Theory]
    [InlineData("localhost.evil.example"), InlineData("127.0.0.1.evil.example"), InlineData("localhost."), InlineData("localhost.localdomain"), InlineData("evil-localhost")]
    [InlineData("128.0.0.1"), InlineData("10.0.0.1"), InlineData("0.0.0.0"), InlineData("0"), InlineData("127.0.0.256"), InlineData("[::]")]
    [InlineData("[::127.0.0.1]"), InlineData("[::ffff:127.0.0.1]"), InlineData("[::ffff:10.0.0.1]"), InlineData("[fe80::1]"), InlineData("[::2]")]
    [InlineData("ⓛocalhost"), InlineData("１２７.0.0.1"), InlineData("127。0。0。1"), InlineData("loсalhost"), InlineData("xn--localhost-.example")]
    [InlineData("127.0.0.1@evil.example"), InlineData("evil.example\\@127.0.0.1"), InlineData("127.0.0.1%2eevil.example"), InlineData("localhost%00.evil.example")]
    [InlineData("127.0.0.1:0"), InlineData("127.0.0.1:99999"), InlineData("local\thost"), InlineData("local\nhost"), InlineData("abc.apigw.ntruss.com")]
    public void No_other_host_is_taken_for_this_machine(string host) =>
        Assert.Equal(ClovaOcrErrorKind.InvalidUrl, Assert.Throws<ClovaOcrException>(() => InvokeUrl.Parse($"http://{host}/custom/v1/1/k")).Kind);

    [Fact]
    public void Another_machine_is_called_without_encryption_only_if_that_is_allowed()
    {
        const string Plain = "http://gateway.example/custom/v1/1/key-0123";
        Assert.Contains("-AllowInsecure", Assert.Throws<ClovaOcrException>(() => InvokeUrl.Parse(Plain)).Message, StringComparison.Ordinal);
        Assert.False(InvokeUrl.Parse(Plain, allowInsecure: true).StaysHere);
        Assert.Throws<ClovaOcrException>(() => InvokeUrl.Parse("ftp://gateway.example/custom/v1/1/key-0123", allowInsecure: true));
    }

    [Theory]
    [InlineData("https://аbc.apigw.ntruss.com/custom/v1/1/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com\\@evil.example/custom/v1/1/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com:0/custom/v1/1/key-0123")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/1/key%2f0123")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/1/key-0123%2f..%2f..")]
    [InlineData("https://abc.apigw.ntruss.com/custom/v1/1/key\t-0123")]
    public void An_address_that_programs_take_in_different_ways_is_refused(string text) =>
        Assert.Equal(ClovaOcrErrorKind.InvalidUrl, Assert.Throws<ClovaOcrException>(() => InvokeUrl.Parse(text)).Kind);

    [Fact]
    public void A_gateway_of_the_users_own_may_stand_before_the_path() => Assert.Equal(
        "https://gateway.example/clova/custom/v1/12345/***/document/id-card",
        InvokeUrl.Parse("https://gateway.example/clova/custom/v1/12345/0123456789abcdef").ToString());

    [Fact]
    public void A_short_key_leaves_the_rest_of_the_address_as_it_is() =>
        Assert.Equal("https://ab.apigw.ntruss.com/custom/v1/1/***/document/id-card", InvokeUrl.Parse("https://ab.apigw.ntruss.com/custom/v1/1/a").ToString());

    [Fact]
    public void The_invoke_key_is_never_printed()
    {
        var url = InvokeUrl.Parse(Console);
        Assert.Equal("https://abc.apigw.ntruss.com/custom/v1/12345/***/document/id-card", url.ToString());
    }
}
