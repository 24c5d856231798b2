using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>All that a card or an error tells, whoever asks for it.</summary>
internal static class Told
{
    public static string By(ErrorRecord error) =>
        string.Join('\n', error.ToString(), error.Exception.ToString(), error.CategoryInfo.ToString(), error.FullyQualifiedErrorId, error.TargetObject);

    public static string By(PSObject result)
    {
        var text = new StringBuilder();
        foreach (var property in result.Properties) Tell(property.Value, text.Append(property.Name).Append(' '));
        foreach (var hidden in (string[])["Fields", "Regions", "Response", "Areas"]) Tell(result.Properties[hidden]?.Value, text);
        return text.ToString();
    }

    /// <summary>Nothing that a terminal obeys, nothing of the credentials, nothing of the number.</summary>
    public static void AssertSafe(string text, string what)
    {
        foreach (var secret in (string[])[HostileServer.Secret, HostileServer.InvokeKey, TinyCard.Hidden])
        {
            var at = text.IndexOf(secret, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? "" : $"{what} tells {secret}: {text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)]}");
        }

        var obeyed = text.FirstOrDefault(character => character is not ('\n' or '\r' or '\t')
            && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.True(obeyed == '\0' && !text.Contains('\0'), $"{what} has the character {(int)obeyed:x4}");
    }

    private static void Tell(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                break;
            case PSObject { BaseObject: PSCustomObject } tree:
                foreach (var property in tree.Properties) Tell(property.Value, text.Append(property.Name).Append(' '));
                break;
            case PSObject wrapped:
                Tell(wrapped.BaseObject, text);
                break;
            case string one:
                text.Append(one).Append('\n');
                break;
            case System.Collections.IEnumerable items:
                foreach (var item in items) Tell(item, text);
                break;
            default:
                text.Append(value).Append('\n');
                break;
        }
    }
}
