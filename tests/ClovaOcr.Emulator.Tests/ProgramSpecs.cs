using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Tests.Tesseract;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The emulator as a program.</summary>
public sealed class ProgramSpecs : IDisposable
{
    private const string UrlName = "CLOVA_OCR_INVOKE_URL=";
    private const string SecretName = "CLOVA_OCR_SECRET=";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_prints_two_variables_serves_and_stops_when_it_is_asked_to()
    {
        using var program = ChildProcess.Emulator(["--port", "0", "--secret", "s"]);
        var url = await InvokeUrlOfAsync(program);
        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/custom/v1/1/[0-9a-f]{64}$", url);
        Assert.Equal(SecretName + "s", await program.Output.ReadLineAsync(Cancellation));
        Assert.Equal("SUCCESS", await ReadCardAsync(url, "s"));

        await program.StopAsync();
        var code = await program.EndAsync();
        if (!OperatingSystem.IsWindows()) Assert.Equal(0, code);
        Assert.Equal("", await program.Output.ReadToEndAsync(Cancellation));
        Assert.Matches(@"^Reads the [0-9]+ specimens[^\n]+\n$", (await program.Errors).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_makes_a_secret_when_none_is_given()
    {
        using var program = ChildProcess.Emulator(["--port", "0"]);
        var url = await InvokeUrlOfAsync(program);
        var secret = (await program.Output.ReadLineAsync(Cancellation))![SecretName.Length..];
        Assert.True(secret.Length >= 40);
        Assert.Equal("SUCCESS", await ReadCardAsync(url, secret));
    }

    [Fact]
    public async Task It_prints_two_variables_more_when_calls_must_be_signed()
    {
        using var program = ChildProcess.Emulator(["--port", "0", "--require-signature", "--access-key", "a", "--secret-key", "k"]);
        await InvokeUrlOfAsync(program);
        await program.Output.ReadLineAsync(Cancellation);
        Assert.Equal("CLOVA_OCR_ACCESS_KEY=a", await program.Output.ReadLineAsync(Cancellation));
        Assert.Equal("CLOVA_OCR_SECRET_KEY=k", await program.Output.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_call_that_hangs_does_not_keep_it_from_stopping()
    {
        using var program = ChildProcess.Emulator(["--port", "0", "--secret", "s", "--fault", "first 1: hang"]);
        var url = await InvokeUrlOfAsync(program);
        var hanging = ReadCardAsync(url, "s");
        using var http = new HttpClient();
        while (!(await http.GetStringAsync(new Uri(new Uri(url), "/_emulator/stats"), Cancellation)).Contains("hang", StringComparison.Ordinal)) Assert.False(hanging.IsCompleted);
        Assert.Equal("SUCCESS", await ReadCardAsync(url, "s"));
        await program.StopAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => hanging);
        await program.EndAsync();
    }

    [Fact]
    public async Task Nothing_in_the_working_folder_configures_it()
    {
        const string Settings = """
            {"Urls":"http://0.0.0.0:0","Kestrel":{"Endpoints":{"Other":{"Url":"http://0.0.0.0:0"}}},"Logging":{"LogLevel":{"Default":"Trace"}}}
            """;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), Settings, Cancellation);
        using var program = ChildProcess.Emulator(["--port", "0", "--secret", "s"], _folder.FullName);
        Assert.StartsWith("http://127.0.0.1:", await InvokeUrlOfAsync(program), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_specimens_is_told_of_and_served()
    {
        using var program = ChildProcess.Emulator(["--port", "0", "--secret", "s", "--cards", _folder.FullName, "--reader", "specimens"]);
        Assert.Equal("FAILURE", await ReadCardAsync(await InvokeUrlOfAsync(program), "s"));
        await program.StopAsync();
        await program.EndAsync();
        Assert.Equal("No specimens were found: every picture is answered FAILURE.", (await program.Errors).Trim());
    }

    [Fact]
    public async Task Without_the_reader_that_is_asked_for_it_does_not_start_and_says_what_is_missing()
    {
        using var tesseract = new FakeTesseract(languages: "eng osd");
        using var program = ChildProcess.Emulator(["--port", "0", "--reader", "tesseract"], path: tesseract.Folder);
        Assert.Equal(1, await program.EndAsync());
        var errors = await program.Errors;
        Assert.Contains(" lacks the data of kor. To install it: apt-get install tesseract-ocr tesseract-ocr-kor", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal("", await program.Output.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Why_a_reader_fails_is_said_once()
    {
        using var tesseract = new FakeTesseract("exit 3");
        using var program = ChildProcess.Emulator(["--port", "0", "--secret", "s", "--reader", "tesseract"], path: tesseract.Folder);
        var url = await InvokeUrlOfAsync(program);
        Assert.Equal("ERROR", await ReadCardAsync(url, "s"));
        Assert.Equal("ERROR", await ReadCardAsync(url, "s"));
        await program.StopAsync();
        await program.EndAsync();
        var lines = (await program.Errors).ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Reads every picture with Tesseract 5.3.0 ", lines[0], StringComparison.Ordinal);
        Assert.Equal("A picture was answered ERROR: tesseract ended with exit code 3.", lines[1]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"image":"none.jpg"}""")]
    [InlineData("""{"image":"1.json","orientation":1,"kind":"ac","estimatedLanguage":"ko","card":[],"fields":{}}""")]
    public async Task A_folder_with_a_damaged_specimen_is_an_error_that_names_the_file(string json)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "1.json"), json, Cancellation);
        using var program = ChildProcess.Emulator(["--port", "0", "--cards", _folder.FullName]);
        Assert.Equal(1, await program.EndAsync());
        var errors = await program.Errors;
        Assert.Contains("1.json", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal("", await program.Output.ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("--ports 1")]
    [InlineData("8020")]
    [InlineData("--port")]
    [InlineData("--port x")]
    [InlineData("--port -1")]
    [InlineData("--port 65536")]
    [InlineData("--secret")]
    [InlineData("--cards ./no-such-folder")]
    [InlineData("--port 0 --secret")]
    [InlineData("--latency"), InlineData("--latency x"), InlineData("--latency 500-100")]
    [InlineData("--concurrency-cap 0"), InlineData("--concurrency-cap -1"), InlineData("--concurrency-cap")]
    [InlineData("--quota -1"), InlineData("--quota x")]
    [InlineData("--seed -1"), InlineData("--seed x")]
    [InlineData("--fault"), InlineData("--fault always"), InlineData("--fault always:0500 --fault never:0500")]
    [InlineData("--require-signature yes")]
    [InlineData("--access-key a"), InlineData("--secret-key a"), InlineData("--require-signature --access-key")]
    public async Task Options_that_are_not_understood_give_exit_code_2_and_the_usage_on_stderr(string options)
    {
        using var program = ChildProcess.Emulator(options.Split(' '));
        Assert.Equal(2, await program.EndAsync());
        Assert.StartsWith("Not understood: ", await program.Errors, StringComparison.Ordinal);
        Assert.Contains("--port N", await program.Errors, StringComparison.Ordinal);
        Assert.Equal("", await program.Output.ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("--help"), InlineData("-h")]
    public async Task Help_is_the_usage_on_stdout_and_exit_code_0(string option)
    {
        using var program = ChildProcess.Emulator([option]);
        Assert.Equal(0, await program.EndAsync());
        var usage = await program.Output.ReadToEndAsync(Cancellation);
        string[] options =
        [
            "--port N", "--secret S", "--cards DIR", "--reader NAME", "--with-confidence", "--latency TIME", "--concurrency-cap N", "--quota N", "--fault SPEC", "--seed N",
            "--require-signature", "--access-key KEY", "--secret-key KEY", "--help",
        ];
        Assert.All(options, option => Assert.Contains($"  {option} ", usage, StringComparison.Ordinal));
        Assert.Equal("", await program.Errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_gives_exit_code_1_and_says_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var program = ChildProcess.Emulator(["--port", $"{port}"]);
        Assert.Equal(1, await program.EndAsync());
        Assert.Equal($"Port {port} is taken or not permitted. Choose another with --port, or 0 for any that is free.", (await program.Errors).Trim());
        Assert.Equal("", await program.Output.ReadToEndAsync(Cancellation));
    }

    private static async Task<string> InvokeUrlOfAsync(ChildProcess program)
    {
        var line = await program.Output.ReadLineAsync(Cancellation);
        Assert.StartsWith(UrlName, line, StringComparison.Ordinal);
        return line![UrlName.Length..];
    }

    private static async Task<string> ReadCardAsync(string url, string secret)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { { "X-OCR-SECRET", secret } } };
        var message = EmulatorClient.Message(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), "jpg").ToJsonString();
        using var content = new StringContent(message, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(url + "/document/id-card", content, Cancellation);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["images"]![0]!["inferResult"]!;
    }
}
