using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClovaOcr.Cards;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

/// <summary>What is looked at in every answer before any of it is used, and what a hostile one may cost.</summary>
public sealed class AnswerTextSpecs
{
    private const string Key = "0123456789abcdef";

    [Theory]
    [InlineData("HONG\u001b]0;owned\u0007 GILDONG", "HONG]0;owned GILDONG")]
    [InlineData("HONG\u009b31m", "HONG31m")]
    [InlineData("\u202eHONG\u202c\u2066\u2069\u200b\u200e\ufeff", "HONG")]
    [InlineData("HO\0NG\r", "HONG")]
    [InlineData("HONG\u2028GIL", "HONGGIL")]
    [InlineData("HONG\uFFFE GIL\uFFFF", "HONG GIL")]
    [InlineData("HONG\U000e0041", "HONG")]
    [InlineData("홍길동\tHONG\nÉ 😀", "홍길동\tHONG\nÉ 😀")]
    public void What_a_terminal_obeys_and_what_no_eye_sees_is_left_out_of_every_text(string sent, string read)
    {
        var answer = TestData.VendorSuccess();
        Card(answer)["name"]![0]!["formatted"]!["value"] = sent;
        answer["unknown" + sent] = sent;
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal(read, reading.First("name")!.Best);
        Assert.Equal(read, (string?)JsonNode.Parse(reading.Json)!["unknown" + read]);
    }

    [Fact]
    public void An_answer_with_nothing_of_it_is_kept_to_the_letter()
    {
        var json = TestData.VendorSuccess().ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        Assert.Same(json, ResponseParser.Parse(json).Json);
    }

    [Fact]
    public void A_number_with_invisible_characters_in_it_is_masked_all_the_same()
    {
        var answer = TestData.VendorSuccess();
        answer["images"]![0]!["message"] = "read 900101\u200b-\u200b6000001";
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal("read 900101-6******", NumberMask.Of(reading).Apply(reading.Message));
    }

    [Theory]
    [InlineData("\"bad path /0123456789abcdef/document\"")]
    [InlineData("\"\\u0030\\u0031\\u0032\\u0033456789abcdef\"")]
    [InlineData("\"0123\\u200b4567\\u000089abcdef\"")]
    public void A_credential_is_taken_out_however_it_is_written(string message)
    {
        var json = TestData.VendorSuccess().ToJsonString().Replace("\"message\":\"SUCCESS\"", "\"message\":" + message, StringComparison.Ordinal);
        var reading = ResponseParser.Parse(Encoding.UTF8.GetBytes(json), new CredentialMask(Key).Apply);
        Assert.Contains("***", reading.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, reading.Message + reading.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_too_short_to_be_one_leaves_the_text_as_it_is() => Assert.Equal("a bc", new CredentialMask("a", "", "bc").Apply("a bc"));

    [Fact]
    public void More_values_or_numbers_than_an_answer_can_have_are_refused_before_they_are_used()
    {
        Refused(Repeated("0", AnswerText.MaximumValues), "values");
        Refused(Repeated("\"M1234567\"", AnswerText.MaximumNumbers + 1), "numbers");
        Assert.NotNull(ResponseParser.Parse(Repeated("\"M1234567\"", AnswerText.MaximumNumbers)));

        static void Refused(string json, string what) =>
            Assert.Contains(what, Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_not_put_right_in_silence()
    {
        byte[] body = Encoding.Latin1.GetBytes(TestData.VendorSuccess().ToJsonString().Replace("HONG", "HÖNG", StringComparison.Ordinal));
        var error = Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse(body));
        Assert.Equal(ClovaOcrErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("Unicode", error.Message, StringComparison.Ordinal);
        Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse("{\"a\":\"\ud800\"}"));
    }

    [Fact]
    public void A_field_with_more_text_than_a_card_is_damaged_so_that_it_is_not_masked_by_guess()
    {
        var answer = TestData.VendorSuccess();
        Card(answer)["alienRegNum"]![0]!["text"] = new string('1', 1001);
        Assert.Contains(
            ResponseParser.Parse(answer.ToJsonString()).Regions(), region => region is { Field: "alienRegNum", Kind: CardRegionKind.Unlocated });
    }

    /// <summary>If any of these took time by the square of the length, it would take hours.</summary>
    [Fact]
    public void A_text_as_long_as_an_answer_is_gone_through_once()
    {
        const int Length = ResponseParser.MaximumSize;
        var blanks = new string(' ', Length);
        Assert.Null(AlienRegistrationNumber.TryParse("900101" + blanks + "x"));
        Assert.NotNull(AlienRegistrationNumber.TryParse("900101" + blanks + "-" + blanks + "6000001"));
        Assert.False(CardDate.TryParse("2015" + blanks + "x", out _));
        Assert.False(CardDate.TryParse("2015-10-22" + blanks + "x", out _));
        Assert.Null(VisaCode.From(string.Concat(Enumerable.Repeat("8 -", Length / 3))));
        Assert.Null(VisaCode.From(blanks + "- 8"));
        Assert.DoesNotContain("000001", IdentityNumber.MaskWithin(string.Concat(Enumerable.Repeat("900101-6000001 ", Length / 15))), StringComparison.Ordinal);
        Assert.Equal(Length, IdentityNumber.MaskWithin(new string('9', Length)).Length);
        Assert.Equal(Length, IdentityNumber.Mask(new string('9', Length))!.Length);
    }

    [Theory]
    [InlineData("0", 19_000, 0)]
    [InlineData("{}", 19_000, 0)]
    [InlineData("\"a text of the answer's\"", 18_000, 0)]
    [InlineData("\"900101-6000001 900101-6000001\"", 18_000, 90)]
    [InlineData("\"900101-6000001 900101-6000001 900101-6000001 900101-6000001\"", 16_000, 90)]
    [InlineData("0", 500_000, 0)]
    public void The_memory_that_an_answer_costs_is_bounded_by_its_size_and_by_its_values(string value, int count, int numbers)
    {
        var answer = TestData.VendorSuccess();
        Card(answer)["mrz"] = new JsonArray([.. Enumerable.Range(0, numbers).Select(i => (JsonNode)$"M12345678{i:0000}")]);
        var json = answer.ToJsonString().Replace("\"version\"", $"\"unknown\":[{string.Join(',', Enumerable.Repeat(value, count))}],\"version\"", StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(json);
        _ = Cost(Encoding.UTF8.GetBytes(TestData.VendorSuccess().ToJsonString()));
        Assert.InRange(Cost(body), 0, (64L * body.Length) + (3000L * AnswerText.MaximumValues));
    }

    private static long Cost(byte[] body)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var reading = ResponseParser.Parse(body, new CredentialMask(Key).Apply);
            _ = reading.Regions();
            _ = ResponseMask.Apply(reading, NumberMask.Of(reading)).Length;
        }
        catch (ClovaOcrException exception)
        {
            Assert.Equal(ClovaOcrErrorKind.UnexpectedResponse, exception.Kind);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeated(string value, int count)
    {
        var values = string.Join(',', Enumerable.Repeat(value, count));
        return "{\"requestId\":\"r\",\"images\":[{\"inferResult\":\"SUCCESS\",\"num\":[" + values + "]}]}";
    }

    private static JsonObject Card(JsonNode answer) => (JsonObject)answer["images"]![0]!["idCard"]!["result"]!["ac"]!;
}
