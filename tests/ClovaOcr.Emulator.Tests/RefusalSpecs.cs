using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Each call that is not as the vendor's page asks, and what it is told.</summary>
public sealed class RefusalSpecs : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["0001"] = "URL is invalid.",
        ["0002"] = "Secret key validate failed.",
        ["0011"] = "Request body invalid.",
        ["0021"] = "Protocol version not support.",
        ["0022"] = "Request domain invalid.",
        ["405"] = "Method Not Allowed",
        ["413"] = "Request Entity Too Large",
    };

    private static readonly byte[] Picture = TestPictures.Blank();

    private EmulatorClient _client = null!;

    private string InvokePath => new Uri(_client.Emulator.InvokeUrl).AbsolutePath;

    private string CardPath => InvokePath + "/document/id-card";

    public async ValueTask InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("GET"), InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS")]
    public async Task Any_method_but_POST_is_refused_by_the_gateway(string method) =>
        AssertGateway(405, "405", await _client.SendAsync(new HttpMethod(method), url: null, "s", content: null));

    [Theory]
    [InlineData("/")]
    [InlineData("/document/id-card")]
    [InlineData("/custom/v1/1")]
    [InlineData("/_emulator/state")]
    [InlineData("/card.jpg")]
    [InlineData("{card}.json")]
    [InlineData("{card}/document/id-card")]
    [InlineData("{invoke}/document")]
    [InlineData("{invoke}/document/receipt")]
    [InlineData("{invoke}/infer")]
    public async Task Any_other_path_is_invalid(string path)
    {
        var full = path.Replace("{card}", CardPath, StringComparison.Ordinal).Replace("{invoke}", InvokePath, StringComparison.Ordinal);
        AssertRefused(400, "0001", full, await _client.PostAsync(Right(), url: At(full)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("{key}0")]
    [InlineData("%EA%B0%80")]
    public async Task An_unknown_invoke_key_is_invalid(string key)
    {
        var parts = InvokePath.Split('/');
        var path = $"/custom/v1/{parts[3]}/{key.Replace("{key}", parts[4], StringComparison.Ordinal)}/document/id-card";
        AssertRefused(400, "0001", path, await _client.PostAsync(Right(), url: At(path)));
    }

    [Theory]
    [InlineData("2"), InlineData("01"), InlineData("x")]
    public async Task Another_domain_is_invalid(string domain)
    {
        var path = $"/custom/v1/{domain}/{InvokePath.Split('/')[^1]}/document/id-card";
        AssertRefused(400, "0022", path, await _client.PostAsync(Right(), url: At(path)));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("S"), InlineData("ss"), InlineData("t")]
    public async Task A_call_without_the_secret_is_refused(string? secret)
    {
        using var content = new StringContent(Right(), Encoding.UTF8, "application/json");
        AssertRefused(401, "0002", CardPath, await _client.SendAsync(HttpMethod.Post, url: null, secret, content));
    }

    [Fact]
    public async Task A_refusal_is_heard_by_a_caller_with_a_large_picture()
    {
        // The answer would be lost if the connection were closed while the picture is still on its way.
        var large = new byte[8 * 1024 * 1024];
        for (var i = 0; i < 10; i++)
        {
            using var form = EmulatorClient.Form(("file", large, "1.jpg"));
            AssertRefused(401, "0002", CardPath, await _client.SendAsync(HttpMethod.Post, url: null, "wrong", form));
        }
    }

    [Theory]
    [InlineData(null), InlineData("text/plain"), InlineData("application/octet-stream"), InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/mixed; boundary=b"), InlineData("json"), InlineData("application/json5")]
    public async Task A_body_of_another_content_type_is_invalid(string? contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Right()));
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        AssertBodyInvalid(await _client.SendAsync(HttpMethod.Post, url: null, "s", content));
    }

    [Theory]
    [InlineData("application/json;charset=UTF-8"), InlineData("Application/JSON")]
    public async Task A_content_type_may_name_its_charset_and_be_of_any_case(string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Right()));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal(200, (await _client.SendAsync(HttpMethod.Post, url: null, "s", content)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("null")]
    [InlineData("\"V2\"")]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("[{right}]")]
    [InlineData("{right},"), InlineData("version=V2")]
    public async Task A_body_that_is_not_one_JSON_object_is_invalid(string json) =>
        AssertBodyInvalid(await _client.PostAsync(json.Replace("{right}", Right(), StringComparison.Ordinal)));

    [Fact]
    public async Task A_body_nested_without_end_is_invalid() =>
        AssertBodyInvalid(await _client.PostAsync(new string('[', 100_000)));

    [Theory]
    [InlineData(null), InlineData("\"\""), InlineData("\"V1\""), InlineData("\"v2\""), InlineData("2"), InlineData("null")]
    public async Task Any_version_but_V2_is_not_supported(string? version) =>
        AssertRefused(400, "0021", CardPath, await _client.PostAsync(With("version", version)));

    [Theory]
    [InlineData("requestId", null)]
    [InlineData("requestId", "\"\"")]
    [InlineData("requestId", "1")]
    [InlineData("requestId", "null")]
    [InlineData("requestId", "\"\\ud800\"")]
    [InlineData("timestamp", null)]
    [InlineData("timestamp", "\"0\"")]
    [InlineData("timestamp", "null")]
    [InlineData("timestamp", "1.5")]
    [InlineData("timestamp", "1e99")]
    [InlineData("images", null)]
    [InlineData("images", "[]")]
    [InlineData("images", "{}")]
    [InlineData("images", "null")]
    [InlineData("images", "[null]")]
    [InlineData("images", "[\"x\"]")]
    [InlineData("image.name", null), InlineData("image.name", "\"\""), InlineData("image.name", "1")]
    [InlineData("image.format", null), InlineData("image.format", "\"\""), InlineData("image.format", "1")]
    [InlineData("image.format", "\"gif\"")]
    [InlineData("image.format", "\"PNG\"")]
    [InlineData("image.format", "\".png\"")]
    [InlineData("image.format", "\"image/png\"")]
    [InlineData("image.format", "\"jpg\"")]
    [InlineData("image.format", "\"jpeg\"")]
    [InlineData("image.format", "\"pdf\"")]
    [InlineData("image.format", "\"tif\"")]
    [InlineData("image.format", "\"tiff\"")]
    [InlineData("image.data", null)]
    [InlineData("image.data", "null")]
    [InlineData("image.data", "\"\"")]
    [InlineData("image.data", "1")]
    [InlineData("image.data", "[137,80,78,71]")]
    [InlineData("image.data", "\"data:image/png;base64,{data}\"")]
    [InlineData("image.data", "\"{data}!\"")]
    [InlineData("image.data", "\"{data}=\"")]
    [InlineData("image.data", "\"not base64\"")]
    public async Task A_member_that_is_missing_or_wrong_makes_the_body_invalid(string member, string? value) =>
        AssertBodyInvalid(await _client.PostAsync(With(member, value)));

    [Fact]
    public async Task Two_images_make_the_body_invalid()
    {
        var message = EmulatorClient.Message(Picture, "png");
        message["images"]!.AsArray().Add(message["images"]![0]!.DeepClone());
        AssertBodyInvalid(await _client.PostAsync(message.ToJsonString()));
    }

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("1725415136556")]
    public async Task Any_whole_number_is_a_timestamp(string timestamp) =>
        Assert.Equal(200, (await _client.PostAsync(With("timestamp", timestamp))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("message")]
    [InlineData("file")]
    [InlineData("message message file")]
    [InlineData("message file file")]
    [InlineData("message file other")]
    [InlineData("Message file"), InlineData("message data")]
    public async Task A_form_is_one_message_and_one_file_and_no_more(string names)
    {
        var parts = names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.StartsWith("message", StringComparison.OrdinalIgnoreCase) ? (name, FormMessage(), (string?)null) : (name, Picture, "1.png"));
        AssertBodyInvalid(await _client.PostFormAsync([.. parts]));
    }

    [Fact]
    public async Task A_forms_picture_is_its_file_and_never_its_messages_data()
    {
        var message = EmulatorClient.Message(Picture, "png").ToJsonString();
        AssertBodyInvalid(await _client.PostFormAsync(("message", Encoding.UTF8.GetBytes(message), null)));
        AssertBodyInvalid(await _client.PostFormAsync(("message", Encoding.UTF8.GetBytes(message), null), ("file", [1, 2, 3], "1.png")));
    }

    [Theory]
    [InlineData("boundary=boundary-1", "name=\"file\"; filename=\"1.png\"", true)]
    [InlineData("boundary=boundary-1", "name=\"file\"; filename=1.png", true)]
    [InlineData("boundary=\"boundary-1\"", "name=\"file\"; filename=\"1.png\"", false)]
    [InlineData("boundary=boundary-1", "name=file; filename=\"1.png\"", false)]
    [InlineData("boundary=boundary-1", "name=\"file\"; filename=\"카드.png\"", false)]
    public async Task A_form_is_taken_only_as_the_service_is_seen_to_take_it(string boundary, string disposition, bool isTaken)
    {
        byte[] form =
        [
            .. "--boundary-1\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n"u8, .. FormMessage(),
            .. Encoding.UTF8.GetBytes($"\r\n--boundary-1\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"), .. Picture, .. "\r\n--boundary-1--\r\n"u8,
        ];
        var content = new ByteArrayContent(form);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; " + boundary);
        var answer = await _client.SendAsync(HttpMethod.Post, url: null, "s", content);
        if (isTaken) Assert.Equal(200, answer.Status);
        else AssertBodyInvalid(answer);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=boundary-2")]
    public async Task A_form_whose_boundary_is_not_told_is_invalid(string contentType)
    {
        var content = new ByteArrayContent(await RightForm().ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        AssertBodyInvalid(await _client.SendAsync(HttpMethod.Post, url: null, "s", content));
    }

    [Theory]
    [InlineData(0), InlineData(5), InlineData(40), InlineData(300), InlineData(-200), InlineData(-22)]
    public async Task A_form_that_was_cut_off_is_invalid(int length)
    {
        var form = await RightForm().ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var content = new ByteArrayContent(form, 0, length < 0 ? form.Length + length : length);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=boundary-1");
        AssertBodyInvalid(await _client.SendAsync(HttpMethod.Post, url: null, "s", content));
    }

    [Theory]
    [InlineData("application/json", 69_970_601)]
    [InlineData("application/json", 4_294_967_296)]
    [InlineData("multipart/form-data; boundary=b", long.MaxValue)]
    public async Task A_body_that_is_announced_as_too_large_is_refused_by_the_gateway_before_it_comes(string contentType, long length)
    {
        var answer = await _client.AnnounceAndWaitAsync($"Content-Type: {contentType}\r\nContent-Length: {length}");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        AssertGateway(413, "413", (413, JsonNode.Parse(answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])!));
    }

    [Fact]
    public async Task A_picture_of_more_than_50_MiB_is_refused_by_the_gateway_and_one_byte_less_is_not()
    {
        var picture = new byte[(50 * 1024 * 1024) + 1];
        Picture.CopyTo(picture, 0);
        AssertGateway(413, "413", await _client.PostFormAsync(("message", FormMessage(), null), ("file", picture, "1.png")));
        Assert.Equal(200, (await _client.PostFormAsync(("message", FormMessage(), null), ("file", picture[..^1], "1.png"))).Status);
    }

    private static string Right() => EmulatorClient.Message(Picture, "png").ToJsonString();

    private static byte[] FormMessage()
    {
        var message = EmulatorClient.Message(null, "png");
        message["images"]![0]!.AsObject().Remove("data");
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    private static MultipartFormDataContent RightForm() => EmulatorClient.Form(("message", FormMessage(), null), ("file", Picture, "1.png"));

    /// <summary>A right message but for one member, which has another value or, for null, is not there.</summary>
    private static string With(string member, string? value)
    {
        const string Mark = "{other value}";
        var message = EmulatorClient.Message(Picture, "png");
        var owner = member.StartsWith("image.", StringComparison.Ordinal) ? message["images"]![0]!.AsObject() : message;
        var name = member.Split('.')[^1];
        Assert.True(owner.Remove(name));
        if (value is null) return message.ToJsonString();
        owner[name] = Mark;
        var other = value.Replace("{data}", Convert.ToBase64String(Picture), StringComparison.Ordinal);
        return message.ToJsonString().Replace($"\"{Mark}\"", other, StringComparison.Ordinal);
    }

    private string At(string path) => new Uri(new Uri(_client.Emulator.InvokeUrl), path).ToString();

    private void AssertBodyInvalid((int Status, JsonNode Body) answer) => AssertRefused(400, "0011", CardPath, answer);

    private static void AssertRefused(int status, string code, string path, (int Status, JsonNode Body) answer)
    {
        Assert.Equal("""{code:"",message:"",path:"",traceId:"",timestamp:0}""", JsonShape.Of(answer.Body));
        Assert.Equal((status, code, Messages[code], path), (answer.Status, (string?)answer.Body["code"], (string?)answer.Body["message"], (string?)answer.Body["path"]));
        Assert.NotEqual("", (string?)answer.Body["traceId"]);
    }

    private static void AssertGateway(int status, string code, (int Status, JsonNode Body) answer)
    {
        Assert.Equal("""{error:{errorCode:"",message:""}}""", JsonShape.Of(answer.Body));
        Assert.Equal((status, code, Messages[code]), (answer.Status, (string?)answer.Body["error"]!["errorCode"], (string?)answer.Body["error"]!["message"]));
    }
}
