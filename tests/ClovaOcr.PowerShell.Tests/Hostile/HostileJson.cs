using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>The right answer with some of it changed: another type, another text, more of it, less of it, the same twice.</summary>
internal sealed class HostileJson(Random random, string requestId)
{
    private readonly JsonObject _root = TinyCard.Answer(requestId);
    private readonly List<(string Place, string Text)> _raw = [];

    /// <summary>An answer with one to four changes at any place.</summary>
    public string ChangeAnything()
    {
        for (var i = random.Next(1, 5); i > 0; i--) Change(Any(Slots(_root).ToArray()));
        return Write();
    }

    /// <summary>An answer with changes in the areas of fields and card.</summary>
    public string ChangeAreas()
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var slots = Slots(_root).ToArray();
            var coordinates = slots.Where(slot => slot.Name is "x" or "y").ToArray();
            var lists = slots.Where(slot => slot.Name is "vertices" or "boundingPolys" or "maskingPolys" or "rois").ToArray();
            switch (random.Next(5))
            {
                case 0 when coordinates.Length > 0:
                    Set(Any(coordinates), Raw(Any(HostileWords.Coordinates)));
                    break;
                case 1 when coordinates.Length > 0:
                    foreach (var slot in coordinates.Where(_ => random.Next(4) == 0)) Set(slot, JsonValue.Create((random.NextDouble() * 400) - 80));
                    break;
                case 2 when lists.Length > 0 && Any(lists).Value is JsonArray { Count: > 0 } list:
                    for (var copies = random.Next(1, 30); copies > 0; copies--) list.Add(list[random.Next(list.Count)]?.DeepClone());
                    break;
                case 3 when lists.Length > 0 && Any(lists).Value is JsonArray { Count: > 0 } list:
                    list.RemoveAt(random.Next(list.Count));
                    break;
                case 4 when lists.Length > 0 && Any(lists).Value is JsonArray { Count: > 1 } list:
                    var item = list[^1];
                    list.RemoveAt(list.Count - 1);
                    list.Insert(random.Next(list.Count), item);
                    break;
            }
        }

        return Write();
    }

    /// <summary>An answer with hostile texts in the place of its own.</summary>
    public string ChangeTexts()
    {
        var texts = Slots(_root).Where(slot => slot.Value is JsonValue value && value.TryGetValue<string>(out _) && slot.Name != "requestId").ToArray();
        for (var i = random.Next(1, 8); i > 0; i--) Set(Any(texts), JsonValue.Create(Any(HostileWords.Texts)));
        return Write();
    }

    /// <summary>An answer of another result, kind of card, request or number of pictures.</summary>
    public string ChangeMeaning()
    {
        var image = (JsonObject)_root["images"]![0]!;
        var result = (JsonObject)image["idCard"]!["result"]!;
        switch (random.Next(8))
        {
            case 0: _root["requestId"] = Any(HostileWords.Texts); break;
            case 1: _root.Remove("requestId"); break;
            case 2: ((JsonArray)_root["images"]!).Add(image.DeepClone()); break;
            case 3: image["inferResult"] = Any((string[])["FAILURE", "ERROR", "MAYBE", "success"]); break;
            case 4: (image["inferResult"], image["message"]) = (Any((string[])["FAILURE", "ERROR"]), Any(HostileWords.Texts)); break;
            case 5: result[Any((string[])["ic", "dl", "pp", "xx"])] = result["ac"]!.DeepClone(); break;
            case 6:
                var card = result["ac"]!;
                result.Remove("ac");
                result[Any((string[])["ic", "dl", "pp", "xx"])] = card;
                result["idtype"] = Any(HostileWords.Texts);
                break;
            default: image["convertedImageInfo"] = Raw(Any(HostileWords.Tokens)); break;
        }

        return Write();
    }

    private void Change(Slot slot)
    {
        switch (random.Next(10))
        {
            case 0: Set(slot, Raw(Any(HostileWords.Tokens))); break;
            case 1: Set(slot, JsonValue.Create(Any(HostileWords.Texts))); break;
            case 2: Remove(slot); break;
            case 3: Twice(slot); break;
            case 4: Set(slot, new JsonArray(slot.Value?.DeepClone())); break;
            case 5: Set(slot, new JsonObject { [Any(HostileWords.Names)] = slot.Value?.DeepClone() }); break;
            case 6 when slot.Parent is JsonObject parent:
                var value = slot.Value?.DeepClone();
                parent.Remove(slot.Name!);
                parent[Any(HostileWords.Names)] = value;
                break;
            case 7: Set(slot, Any(Slots(_root).ToArray()).Value?.DeepClone()); break;
            default:
                if (slot.Value is JsonObject members) members[Any(HostileWords.Names)] = Raw(Any(HostileWords.Tokens));
                else Set(slot, Raw(Any(HostileWords.Coordinates)));
                break;
        }
    }

    private void Twice(Slot slot)
    {
        if (slot.Parent is JsonArray list)
        {
            for (var copies = random.Next(1, 40); copies > 0; copies--) list.Add(slot.Value?.DeepClone());
            return;
        }

        var name = $"@{_raw.Count}@";
        _raw.Add((HostileWords.Quoted(name), HostileWords.Quoted(slot.Name!)));
        ((JsonObject)slot.Parent)[name] = random.Next(2) == 0 ? slot.Value?.DeepClone() : JsonValue.Create(Any(HostileWords.Texts));
    }

    /// <summary>A stand-in for a token that no tree of JSON can hold.</summary>
    private JsonValue Raw(string token)
    {
        var place = $"@{_raw.Count}@";
        _raw.Add((HostileWords.Quoted(place), token));
        return JsonValue.Create(place);
    }

    private string Write() => _raw.AsEnumerable().Reverse().Aggregate(_root.ToJsonString(), (json, raw) => json.Replace(raw.Place, raw.Text, StringComparison.Ordinal));

    private T Any<T>(T[] items) => items[random.Next(items.Length)];

    private static void Set(Slot slot, JsonNode? value)
    {
        if (slot.Parent is JsonArray list) list[slot.Index] = value;
        else ((JsonObject)slot.Parent)[slot.Name!] = value;
    }

    private static void Remove(Slot slot)
    {
        if (slot.Parent is JsonArray list) list.RemoveAt(slot.Index);
        else ((JsonObject)slot.Parent).Remove(slot.Name!);
    }

    private static IEnumerable<Slot> Slots(JsonNode? node)
    {
        var own = node switch
        {
            JsonObject members => members.Select(member => new Slot(members, member.Key, 0, member.Value)),
            JsonArray items => items.Select((item, i) => new Slot(items, null, i, item)),
            _ => [],
        };
        foreach (var slot in own.ToArray())
        {
            yield return slot;
            foreach (var below in Slots(slot.Value)) yield return below;
        }
    }

    private sealed record Slot(JsonNode Parent, string? Name, int Index, JsonNode? Value);
}
