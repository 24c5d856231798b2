using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>Answers that are large in every way that an answer can be, some just below what is read, some far above.</summary>
internal static class HostileSizes
{
    private const int Large = 900 * 1024;

    private static readonly Func<string, string>[] Kinds =
    [
        id => Changed(id, ac => Areas(ac, 100_000)),
        id => Changed(id, ac => Areas(ac, 12_000)),
        id => Changed(id, ac => Areas(ac, 1_000)),
        id => Changed(id, ac => ac["name"]![0]!["text"] = new string('W', Large)),
        id => Changed(id, ac => ac["alienRegNum"]![0]!["text"] = "900101" + new string(' ', Large) + "6000001"),
        id => Changed(id, ac => ac["alienRegNum"]![0]!["formatted"]!["value"] = new string('9', 1000)),
        id => Changed(id, ac => ac["visaType"]![0]!["text"] = string.Concat(Enumerable.Repeat("D-", 499))),
        id => Message(id, string.Concat(Enumerable.Repeat("900101-6000001 ", Large / 15))),
        id => Message(id, new string('\u001b', Large / 6)),
        id => Message(id, new string('8', Large)),
        id => Changed(id, ac => ac["unknown"] = new JsonArray([.. Enumerable.Range(0, 19_000).Select(i => (JsonNode)i)])),
        id => Changed(id, ac => ac["unknown"] = new JsonArray([.. Enumerable.Range(0, 500_000).Select(_ => (JsonNode)0)])),
        id => Members(id, Enumerable.Range(0, 9_000).Concat(Enumerable.Range(0, 9_000))),
        id => Changed(id, ac =>
        {
            ac["unknown"] = new JsonArray([.. Enumerable.Range(0, 15_000).Select(i => (JsonNode)$"text {i}")]);
            ac["mrz"] = new JsonArray([.. Enumerable.Range(0, 90).Select(i => (JsonNode)$"M12345678{i:0000}")]);
        }),
        id => Changed(id, ac => ac["num"] = new JsonArray([.. Enumerable.Range(0, 9_000).Select(i => (JsonNode)$"M12345678{i:0000}")])),
        id => Changed(id, ac => ac["rois"] = new JsonArray(new JsonObject { ["vertices"] = new JsonArray([.. Enumerable.Range(0, 6_000).Select(i => Point(i % 240, i % 151))]) })),
        id => Changed(id, ac => ac["alienRegNum"]![0]!["boundingPolys"]![0]!["vertices"] = new JsonArray([.. Enumerable.Range(0, 6_000).Select(i => Point(i % 240, i % 151))])),
        id => Changed(id, ac => ac["name"] = new JsonArray([.. Enumerable.Range(0, 1_500).Select(_ => ac["name"]![0]!.DeepClone())])),
        _ => new string('[', Large),
        _ => string.Concat(Enumerable.Repeat("{\"a\":", Large / 5)),
        id => new string(' ', Large) + TinyCard.Answer(id).ToJsonString(),
        id => TinyCard.Answer(id).ToJsonString() + new string(' ', 9 * 1024 * 1024),
    ];

    /// <summary>An answer of any of the kinds; some without their length, and so without end until the connection is closed.</summary>
    public static HostileAnswer Any(Random random, string requestId)
    {
        var kind = random.Next(Kinds.Length);
        var body = Encoding.UTF8.GetBytes(Kinds[kind](requestId));
        return random.Next(2) == 0
            ? HostileAnswer.Of($"size {kind}", "200 OK", body)
            : new($"size {kind}, no length", [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. body], Closes: true);
    }

    private static string Changed(string requestId, Action<JsonObject> change)
    {
        var answer = TinyCard.Answer(requestId);
        change((JsonObject)answer["images"]![0]!["idCard"]!["result"]!["ac"]!);
        return answer.ToJsonString();
    }

    private static void Areas(JsonObject card, int count)
    {
        var areas = (JsonArray)card["alienRegNum"]![0]!["boundingPolys"]!;
        var one = areas[0]!;
        for (var i = 0; i < count; i++) areas.Add(one.DeepClone());
    }

    private static string Message(string requestId, string message)
    {
        var answer = TinyCard.Answer(requestId);
        answer["images"]![0]!["message"] = message;
        answer["images"]![0]!["inferResult"] = "FAILURE";
        return answer.ToJsonString();
    }

    private static string Members(string requestId, IEnumerable<int> names)
    {
        const string Before = "{\"version\"";
        var members = string.Concat(names.Select(name => $"\"m{name}\":0,"));
        return TinyCard.Answer(requestId).ToJsonString().Replace(Before, "{" + members + Before[1..], StringComparison.Ordinal);
    }

    private static JsonObject Point(double x, double y) => new() { ["x"] = x, ["y"] = y };
}
