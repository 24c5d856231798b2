using System.Linq;
using System.Text.Json;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>Texts and JSON tokens that no service should send.</summary>
internal static class HostileWords
{
    /// <summary>Texts that attack who shows, stores or compares them, or that tell what must not be told.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "\n", "\r\n", "\t\t", "\u001b]0;owned\u0007", "\u001b[2J\u001b[31mRED", "\u009b31m", "\u202eEVIL\u202c", "\u2066x\u2069", "a\0b", "\ufeff", "\u2028\u2029",
        "\u200b", "\u00ad", "\u0085", "\ufffe", "\uffff", "😀", "\U000e0041\U000e007f", "é", "e\u0301", "가", "ﾊ", "İ", new string('W', 999), new string('W', 1001),
        new string(' ', 5000), new string('9', 5000), "=cmd|' /C calc'!A0", "@SUM(1)", "../../../etc/passwd", "C:\\Windows\\win.ini", "{0}{1:X}%s%n", "<script>alert(1)</script>",
        "$(Remove-Item x)", "`e[31m", "'; DROP TABLE cards; --", "NaN", "null", "true", "SUCCESS", "FAILURE", "ERROR", "VALID", "INVALID", "Passport", "Driver's License",
        "9999", "00", "13", "2015-02-30", TinyCard.Number, "19" + TinyCard.Number, "900101\u200b-\u200b6000001", "9001016000001", "900101 - 6000001 900101 - 6000001",
        "number 900101-6000001.", HostileServer.Secret, HostileServer.InvokeKey, "/custom/v1/77/" + HostileServer.InvokeKey + "/document/id-card",
        Between(HostileServer.Secret, '\u200b'), Between(HostileServer.InvokeKey, '\0'), "X-OCR-SECRET: " + HostileServer.Secret,
    ];

    /// <summary>Names that members may have.</summary>
    public static readonly string[] Names =
    [
        "ac", "ic", "dl", "pp", "AC", "alienRegNum", "ALIENREGNUM", "alienRegNumEtc", "name", "num", "code", "mrz", "issueDate", "rois", "idtype", "idType", "text", "formatted",
        "value", "boundingPolys", "maskingPolys", "vertices", "x", "y", "convertedImageInfo", "width", "inferResult", "images", "requestId", "psobject", "PSTypeNames", "psbase",
        "", " ", "a.b", "a*", "[x]", "$x", "\0", "__proto__", "constructor", "alien\u200bRegNum", "name\u001b[31m", TinyCard.Number, HostileServer.Secret, HostileServer.InvokeKey,
        "ToString", "GetType", "Length", "Count", "Item", "Keys",
    ];

    /// <summary>Tokens, of which some are not JSON.</summary>
    public static readonly string[] Tokens =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"x\":{}}", "{\"vertices\":[]}", "{\"vertices\":[{},{},{}]}", "0", "-0", "-1", "0.1e1", "1e308", "-1e308",
        "1e400", "-1e400", "1e-400", "123456789012345678901234567890", "9223372036854775808", "9001016000001", "4294967296", "2147483648", "0.000000001", "NaN",
        "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x1", "1e", "'x'", "tru", "undefined", "[1,]", "{\"a\":1,}", "/*c*/1", "//c\n1", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"\\u0000\"", "\"\\u001b[31m\"", "\"\\x41\"", "\"\u0001\"", "\"a\nb\"", "{\"a\":1,\"a\":2}", "{\"\":1}", "{\"\\ud800\":1}", Nested('[', ']', 12), Nested('[', ']', 40),
        Nested('[', ']', 3000), string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), Escaped(HostileServer.Secret), Escaped(HostileServer.InvokeKey),
        Escaped(TinyCard.Number), "{\"width\":0,\"height\":0}", "{\"width\":1,\"height\":1}", "{\"width\":240,\"height\":151}", "{\"width\":1e6,\"height\":6e5}", "{\"width\":-5,\"height\":\"9\"}",
    ];

    /// <summary>Coordinates that are in no picture, or hardly.</summary>
    public static readonly string[] Coordinates =
    [
        "0", "-0.0", "-1", "-12.5", "240", "239.99999", "151", "1e6", "-1e6", "1000000.1", "999999.9", "1e15", "1e300", "1e-300", "2147483648", "4294967296.5", "0.5", "\"12\"", "null", "[]",
    ];

    private static string Between(string text, char separator) => string.Join(separator, text.AsEnumerable());

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);

    private static string Escaped(string text) => $"\"{string.Concat(text.Select(character => $"\\u{(int)character:x4}"))}\"";

    /// <summary>A JSON string of a text.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
