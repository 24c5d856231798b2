using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using ClovaOcr.Cards;
using ClovaOcr.Service;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class ResponseParserSpecs
{
    [Fact]
    public void The_vendors_success_sample_is_an_alien_registration_card_with_every_field()
    {
        var reading = ResponseParser.Parse(TestData.VendorSuccess().ToJsonString());

        Assert.Equal((InferResult.Success, CardType.AlienRegistrationCard, "Alien Registration Card"), (reading.Result, reading.CardType!.Value, reading.IdType));
        Assert.Equal(("1234", 1725415136556, "{uid}", "SUCCESS"), (reading.RequestId, reading.Timestamp!.Value, reading.Uid, reading.Message));
        Assert.Equal((ValidationResult.NotRequested, "ko", true), (reading.Validation!.Value, reading.EstimatedLanguage, reading.IsConfident!.Value));
        Assert.Null(reading.ConvertedImage);
        Assert.Equal(
            ["alienRegNum=123***-123****", "sex=F", "name=HONG S*******", "nationality=REPUBLIC OF UTOPIA", "visaType=Corporate investor (D-8)",
             "issueDate=2011-01-01", "authority=Director of Seoul Immigration Office", "authorityEng=CHIEF, SEOUL IMMIGRATION OFFICE", "alienRegNumEtc=B4***"],
            reading.Fields.Select(field => $"{field.Name}={field.Best}"));
        Assert.All(reading.Fields, field => Assert.Null(field.Confidence));
        Assert.Equal("2011.1.1 1234.", reading.First("issueDate")!.Text);
        Assert.Equal(new PixelPoint(250.44644, 86.428566), reading.First("alienRegNum")!.BoundingPolys.Single().Vertices[0]);
        Assert.Equal(new PixelPoint(323.0759, 84.660706), reading.First("alienRegNum")!.MaskingPolys.Single().Vertices[0]);
        Assert.Equal(new PixelPoint(11.189065, 9.545465), reading.Rois.Single().Vertices[0]);
    }

    [Fact]
    public void The_vendors_failure_sample_is_an_answer_and_no_error()
    {
        var reading = ResponseParser.Parse(TestData.VendorFailure().ToJsonString());
        Assert.Equal((InferResult.Error, "Read page:0 error.", "{uid}"), (reading.Result, reading.Message, reading.Uid));
        Assert.Empty(reading.Fields);
        Assert.Null(reading.IsConfident);
    }

    [Theory]
    [InlineData("ac", CardType.AlienRegistrationCard)]
    [InlineData("ic", CardType.IdCard)]
    [InlineData("dl", CardType.DriversLicense)]
    [InlineData("pp", CardType.Passport)]
    public void The_card_is_of_the_kind_whose_member_the_result_has(string member, CardType type)
    {
        var answer = TestData.VendorSuccess();
        var result = Result(answer);
        result[member] = result["ac"]!.DeepClone();
        if (member != "ac") result.Remove("ac");
        Assert.Equal(type, ResponseParser.Parse(answer.ToJsonString()).CardType);
    }

    [Fact]
    public void A_passports_number_and_dates_are_read()
    {
        var answer = TestData.VendorSuccess();
        var result = Result(answer);
        var passport = new JsonObject { ["num"] = result["ac"]!["alienRegNumEtc"]!.DeepClone(), ["expireDate"] = result["ac"]!["issueDate"]!.DeepClone() };
        result.Remove("ac");
        result["pp"] = passport;
        result["idtype"] = "Passport";
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal(("B4***", "2011-01-01", "Passport"), (reading.First("num")!.Best, reading.First("expireDate")!.Best, reading.IdType));
    }

    [Theory]
    [InlineData("idtype")]
    [InlineData("idType")]
    public void The_kind_is_read_under_either_spelling(string member)
    {
        var answer = TestData.VendorSuccess();
        Result(answer).Remove("idtype");
        Result(answer)[member] = "Alien Registration Card";
        Assert.Equal("Alien Registration Card", ResponseParser.Parse(answer.ToJsonString()).IdType);
    }

    [Theory]
    [InlineData("NO_REQUESTED", ValidationResult.NotRequested)]
    [InlineData("UNCHECKED", ValidationResult.Unchecked)]
    [InlineData("ERROR", ValidationResult.Error)]
    [InlineData("VALID", ValidationResult.Valid)]
    [InlineData("INVALID", ValidationResult.Invalid)]
    public void Each_result_of_the_validity_check_is_read_with_its_message(string text, ValidationResult validation)
    {
        var answer = TestData.VendorSuccess();
        answer["images"]![0]!["validationResult"] = new JsonObject { ["result"] = text, ["message"] = "why" };
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal((validation, "why"), (reading.Validation!.Value, reading.ValidationMessage));
        var warned = CardWarnings.For(reading).Any(warning => warning.Contains("validity", StringComparison.Ordinal));
        Assert.Equal(validation is ValidationResult.Invalid or ValidationResult.Error, warned);
    }

    [Fact]
    public void The_converted_image_is_read()
    {
        var answer = TestData.VendorSuccess();
        answer["images"]![0]!["convertedImageInfo"] = new JsonObject { ["width"] = 1240, ["height"] = 1754, ["pageIndex"] = 0 };
        Assert.Equal(new ConvertedImage(1240, 1754, 0), ResponseParser.Parse(answer.ToJsonString()).ConvertedImage);
    }

    [Theory]
    [InlineData("""{"width":"1240","height":1754}""")]
    [InlineData("""{"width":0.5,"height":0.5}""")]
    [InlineData("[]")]
    public void Areas_in_pixels_of_a_picture_of_unknown_size_are_not_used(string info)
    {
        var answer = TestData.VendorSuccess();
        answer["images"]![0]!["convertedImageInfo"] = JsonNode.Parse(info);
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Empty(reading.First("alienRegNum")!.BoundingPolys);
        Assert.NotEmpty(CardWarnings.For(reading));
    }

    [Fact]
    public void Several_entries_and_several_boxes_in_a_field_are_all_kept()
    {
        var answer = TestData.VendorSuccess();
        var number = (JsonArray)Result(answer)["ac"]!["alienRegNum"]!;
        ((JsonArray)number[0]!["boundingPolys"]!).Add(number[0]!["boundingPolys"]![0]!.DeepClone());
        number.Add(number[0]!.DeepClone());
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal([2, 2], reading.Entries("alienRegNum").Select(entry => entry.BoundingPolys.Count));
        Assert.Equal(4, reading.Regions().Count(region => region is { Field: "alienRegNum", Kind: CardRegionKind.Text }));
        Assert.Contains("2 registration numbers were read", CardWarnings.For(reading));
    }

    [Fact]
    public void Coordinates_may_be_negative_and_past_the_edge()
    {
        var answer = TestData.VendorSuccess();
        var vertex = Result(answer)["ac"]!["alienRegNum"]![0]!["boundingPolys"]![0]!["vertices"]![0]!;
        (vertex["x"], vertex["y"]) = (-12.5, 99999.25);
        Assert.Equal(new PixelPoint(-12.5, 99999.25), ResponseParser.Parse(answer.ToJsonString()).First("alienRegNum")!.BoundingPolys[0].Vertices[0]);
    }

    [Theory]
    [InlineData("\"12\"")]
    [InlineData("null")]
    [InlineData("1e300")]
    [InlineData("{}")]
    public void An_entry_with_one_area_that_cannot_be_read_has_none_so_that_masking_does_not_go_by_a_part(string x)
    {
        var answer = TestData.VendorSuccess();
        var boxes = (JsonArray)Result(answer)["ac"]!["alienRegNum"]![0]!["boundingPolys"]!;
        boxes.Add(boxes[0]!.DeepClone());
        boxes[1]!["vertices"]![2]!["x"] = JsonNode.Parse(x);
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Empty(reading.First("alienRegNum")!.BoundingPolys);
        Assert.Equal("123***-123****", reading.First("alienRegNum")!.Text);
    }

    [Theory]
    [InlineData("""{"text":"990101-5123456"}""")]
    [InlineData("""["990101-5123456"]""")]
    [InlineData("""[{"text":9901015123456}]""")]
    public void A_field_for_numbers_of_another_shape_is_not_taken_for_absent(string field)
    {
        var answer = TestData.VendorSuccess();
        Result(answer)["ac"]!["alienRegNumEtc"] = JsonNode.Parse(field);
        Assert.Contains(
            ResponseParser.Parse(answer.ToJsonString()).Regions(), region => region is { Field: "alienRegNumEtc", Kind: CardRegionKind.Unlocated });
    }

    [Fact]
    public void Several_issue_dates_that_differ_are_none()
    {
        var answer = TestData.VendorSuccess();
        var dates = (JsonArray)Result(answer)["ac"]!["issueDate"]!;
        dates.Add(dates[0]!.DeepClone());
        Assert.Equal(new CardDate(2011, 1, 1), ResponseParser.Parse(answer.ToJsonString()).IssueDate);
        dates[1]!["formatted"]!["year"] = "2024";
        Assert.Null(ResponseParser.Parse(answer.ToJsonString()).IssueDate);
    }

    [Fact]
    public void A_byte_order_mark_before_a_saved_answer_does_not_matter()
    {
        var json = TestData.VendorSuccess().ToJsonString();
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("HONG S*******", ResponseParser.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(json)]).First("name")!.Best);
    }

    [Fact]
    public void The_formatted_value_wins_over_the_text()
    {
        var answer = TestData.VendorSuccess();
        Result(answer)["ac"]!["name"]![0]!["formatted"]!["value"] = "HONG FORMATTED";
        Assert.Equal("HONG FORMATTED", ResponseParser.Parse(answer.ToJsonString()).First("name")!.Best);
    }

    [Fact]
    public void A_confidence_of_zero_means_none_was_given()
    {
        var answer = TestData.VendorSuccess();
        Result(answer)["ac"]!["name"]![0]!["confidenceScore"] = 0.87;
        ((JsonObject)Result(answer)["ac"]!["sex"]![0]!).Remove("confidenceScore");
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.Equal([null, null, 0.87], reading.Fields.Take(3).Select(field => field.Confidence));
    }

    [Fact]
    public void Not_confident_is_a_warning()
    {
        var answer = TestData.VendorSuccess();
        Result(answer)["isConfident"] = false;
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.False(reading.IsConfident);
        Assert.Contains("the service is not confident", CardWarnings.For(reading));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"images":[]}""")]
    [InlineData("""{"images":[{"inferResult":"MAYBE"}]}""")]
    [InlineData("""{"images":[{"inferResult":"SUCCESS"},{"inferResult":"SUCCESS"}]}""")]
    [InlineData("""{"images":{"inferResult":"SUCCESS"}}""")]
    [InlineData("""{"images":[{"inferResult":"SUCCESS","uid":"\ud800"}]}""")]
    [InlineData("""{"images":[{"inferResult":"SUCCESS","unknown":"\ud800"}]}""")]
    [InlineData("<!DOCTYPE html><html>HONG GILDONG</html>")]
    [InlineData("""{"images":[{"inferResult":"SUCCESS","message":"HONG GILDONG""")]
    public void What_is_not_an_answer_of_the_service_is_an_error_that_does_not_repeat_it(string body)
    {
        var error = Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse(body));
        Assert.Equal(ClovaOcrErrorKind.UnexpectedResponse, error.Kind);
        Assert.DoesNotContain("HONG", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_page_is_called_one() => Assert.Contains(
        "web page", Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse(" <html></html>")).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_cards_for_one_picture_are_not_trusted()
    {
        var answer = TestData.VendorSuccess();
        Result(answer)["dl"] = Result(answer)["ac"]!.DeepClone();
        Assert.Throws<ClovaOcrException>(() => ResponseParser.Parse(answer.ToJsonString()));
    }

    [Property(MaxTest = 500)]
    public Property Any_value_in_the_place_of_any_other_is_read_or_refused_but_never_breaks_the_parser()
    {
        var paths = Paths(TestData.VendorSuccess()).ToArray();
        var replacements = new[] { "null", "[]", "{}", "[[]]", "\"x\"", "true", "-1", "1e308", "1e400", "[null]", "[{}]", "{\"x\":{}}", "\"\"", "12345678901234567890123" };
        return Prop.ForAll(
            Gen.Elements(paths).ToArbitrary(),
            Gen.Elements(replacements).ToArbitrary(),
            (path, replacement) =>
            {
                var answer = TestData.VendorSuccess();
                var node = path.Aggregate(answer, (at, step) => step is int i ? at![i]! : at![(string)step]!);
                if (node.Parent is not null) node.ReplaceWith(JsonNode.Parse(replacement));
                try
                {
                    var reading = ResponseParser.Parse(answer.ToJsonString());
                    _ = CardWarnings.For(reading).ToArray();
                    _ = reading.Regions();
                    return ResponseMask.Apply(reading, NumberMask.Of(reading)).Length > 0;
                }
                catch (ClovaOcrException exception)
                {
                    return exception.Kind == ClovaOcrErrorKind.UnexpectedResponse;
                }
            });
    }

    private static JsonObject Result(JsonNode answer) => (JsonObject)answer["images"]![0]!["idCard"]!["result"]!;

    private static System.Collections.Generic.IEnumerable<object[]> Paths(JsonNode? node, params object[] above)
    {
        yield return above;
        var children = node switch
        {
            JsonObject members => members.Select(member => (Step: (object)member.Key, member.Value)),
            JsonArray items => items.Select((item, i) => (Step: (object)i, Value: item)),
            _ => [],
        };
        foreach (var (step, child) in children)
            foreach (var path in Paths(child, [.. above, step])) yield return path;
    }
}
