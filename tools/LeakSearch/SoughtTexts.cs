using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using ClovaOcr.Tests;

namespace LeakSearch;

/// <summary>All that is sought: what is printed on every specimen of the checkout, and the mark that every secret of a test has in it.</summary>
internal static class SoughtTexts
{
    private static readonly string[] NumberFields = ["alienRegNum", "alienRegNumEtc", "personalNum", "num"];
    private static readonly string[] NameFields = ["name", "givenName"];

    /// <summary>Reads what is printed on the specimens in a checkout.</summary>
    public static IReadOnlyList<SoughtText> Of(string checkout)
    {
        var sidecars = Sidecars(checkout).ToArray();
        return
        [
            new(TellTale.Secrets, TellTaleSecret.Mark, "a secret of a test"),
            .. sidecars.SelectMany(file => Printed(file, NumberFields).SelectMany(Spelled).Select(text => new SoughtText(TellTale.Numbers, text, $"a number of {Path.GetFileName(file)}"))),
            .. sidecars.SelectMany(file => Printed(file, NameFields).Where(IsTelling).Select(text => new SoughtText(TellTale.Names, text, $"the name of {Path.GetFileName(file)}"))),
        ];
    }

    /// <summary>The files that say what is printed on a picture.</summary>
    public static IEnumerable<string> Sidecars(string checkout) =>
        new[] { "samples/cards", "samples/photos", "tests/ClovaOcr.PowerShell.Tests/data/variants" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout, folder), "*.json"))
            .Order(StringComparer.Ordinal);

    /// <summary>What is printed in some fields of a picture.</summary>
    public static IEnumerable<string> Printed(string sidecar, IEnumerable<string> fields)
    {
        var printed = JsonNode.Parse(File.ReadAllText(sidecar))!["fields"]!;
        return fields.SelectMany(field => printed[field]?.AsArray() ?? []).Select(entry => (string)entry!["text"]!);
    }

    /// <summary>A registration number with its hyphen and without, and the part that is always hidden, with the hyphen as its context.</summary>
    private static IEnumerable<string> Spelled(string number)
    {
        yield return number;
        if (number.Count(char.IsAsciiDigit) != 13) yield break;
        yield return number.Replace("-", "", StringComparison.Ordinal);
        yield return number[^8..];
    }

    /// <summary>One word of Latin letters, such as EXAMPLE, is in many texts that have no holder's name.</summary>
    private static bool IsTelling(string name) => name.Contains(' ', StringComparison.Ordinal) || !Ascii.IsValid(name);
}
