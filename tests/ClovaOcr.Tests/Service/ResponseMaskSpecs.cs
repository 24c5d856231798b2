using System;
using System.Text.Json.Nodes;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class ResponseMaskSpecs
{
    private const string Number = "990101-5123456";

    [Fact]
    public void A_number_is_masked_wherever_the_answer_holds_it_and_all_else_stays()
    {
        var answer = TestData.VendorSuccess();
        var image = answer["images"]![0]!;
        var card = image["idCard"]!["result"]!["ac"]!;
        card["alienRegNum"]![0]!["text"] = Number;
        card["alienRegNum"]![0]!["formatted"] = new JsonObject { ["value"] = Number, ["unknown"] = new JsonArray(Number) };
        card["alienRegNumEtc"]![0]!["text"] = "B4567";
        image["message"] = $"seen {Number}, B4567";
        image["unknownMember"] = new JsonObject { ["line"] = Number, [Number] = 1, ["asNumber"] = 9901015123456 };

        var masked = JsonNode.Parse(Masked(answer))!;
        Assert.DoesNotContain("123456", masked.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("B4567", masked.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("990101-5******", (string?)masked["images"]![0]!["idCard"]!["result"]!["ac"]!["alienRegNum"]![0]!["formatted"]!["value"]);
        Assert.Equal(card["name"]!.ToJsonString(), masked["images"]![0]!["idCard"]!["result"]!["ac"]!["name"]!.ToJsonString());
        Assert.Equal(1725415136556, (long)masked["timestamp"]!);
    }

    [Fact]
    public void A_number_of_any_type_and_a_part_of_it_in_another_field_are_masked()
    {
        var answer = TestData.VendorSuccess();
        var card = answer["images"]![0]!["idCard"]!["result"]!["ac"]!;
        card["alienRegNum"]![0]!["text"] = "99O1O1-5123456";
        card["alienRegNum"]![0]!["raw"] = 9901015123456;
        card["alienRegNum"]![0]!["parts"] = new JsonArray(990101, 5123456);
        card["name"]![0]!["text"] = "HONG 5123456 99O1O1-5123456";
        card["name"]![0]!["formatted"]!["value"] = "HONG 5123456";
        var reading = ResponseParser.Parse(answer.ToJsonString());
        Assert.DoesNotContain("123456", Masked(answer), StringComparison.Ordinal);
        Assert.Contains("250.44644", Masked(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("123456", NumberMask.Of(reading).Apply(reading.First("name")!).Best, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passports_number_is_masked_in_its_machine_readable_lines_too()
    {
        var answer = TestData.VendorSuccess();
        var result = (JsonObject)answer["images"]![0]!["idCard"]!["result"]!;
        result.Remove("ac");
        result["pp"] = new JsonObject
        {
            ["num"] = new JsonArray(new JsonObject { ["text"] = "M70000000" }),
            ["other"] = new JsonArray(new JsonObject { ["text"] = "PMUTO<M70000000<8" }),
        };
        Assert.DoesNotContain("70000000", Masked(answer), StringComparison.Ordinal);
    }

    private static string Masked(JsonNode answer)
    {
        var reading = ResponseParser.Parse(answer.ToJsonString());
        return ResponseMask.Apply(reading, NumberMask.Of(reading));
    }
}
