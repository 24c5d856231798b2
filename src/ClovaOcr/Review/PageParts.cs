using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ClovaOcr.Review;

/// <summary>What is the same in every review page: its markup, its style and its script, from the files in the folder Page.</summary>
internal static class PageParts
{
    // In the order in which they build on each other.
    private static readonly string[] Styles = ["colors", "layout", "list", "card"];
    private static readonly string[] Scripts = ["words", "cards", "marks", "export", "picture", "fields", "list", "keys", "page"];

    /// <summary>The page's beginning, with a policy that lets nothing run or load but this style and this script.</summary>
    public static string Head()
    {
        var (style, script) = (Style(), Script());
        var policy = "default-src 'none'; img-src blob:; "
            + $"style-src 'sha256-{HashOf(style)}'; script-src 'sha256-{HashOf(script)}'; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        return Read("head.html").Replace("{policy}", policy) + $"<style>{style}</style>\n";
    }

    /// <summary>The markup that the script fills.</summary>
    public static string Body() => Read("body.html");

    public static string Script() => $"\n\"use strict\";\n(() => {{\n{string.Concat(Scripts.Select(name => Read(name + ".js")))}}})();\n";

    private static string Style() => "\n" + string.Concat(Styles.Select(name => Read(name + ".css")));

    private static string HashOf(string text)
    {
        using var sha256 = SHA256.Create();
        return Convert.ToBase64String(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    // A browser reads line ends as single characters, and hashes what it read.
    private static string Read(string file)
    {
        using var stream = typeof(PageParts).Assembly.GetManifestResourceStream("ClovaOcr.Review.Page." + file)
            ?? throw new InvalidOperationException($"The library lacks its {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
