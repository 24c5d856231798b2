using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>Hostile answers through the whole way of a card: the commands against a server that answers with anything.</summary>
[Collection("Alone")]
public sealed class HostileAnswerSpecs
{
    private const int CardsPerSeed = 2_800;
    private const int GoodEvery = 10;

    // Kinds of errors that an answer can end in, apart from those that end a batch.
    private static readonly string[] ReadingErrors =
    [
        "UnexpectedResponse", "ResponseTooLarge", "ConnectionFailed", "GatewayFailure", "InvalidRequest", "ServiceFault", "ServiceRefused",
    ];

    private static readonly string[] MaskingErrors =
    [
        "NumberNotLocated", "FieldNotLocated", "ImageSizeMismatch", "WrongCardType", "MaskingUnsupported", "QrCodeNotLocated",
    ];

    public static readonly TheoryData<int> Seeds = [.. Enumerable.Range(1, 4)];

    /// <summary>A quarter of the ten thousand: 2,520 of them, with a right answer for every tenth card.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Of_ten_thousand_hostile_answers_each_is_a_card_or_a_documented_error_and_harms_no_other_card(int seed)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        await using var server = new HostileServer((number, id) => IsGood(number) ? Good(id) : HostileAnswers.Create(seed, number, id));
        var files = TinyCard.Write(scenario.Folder, CardsPerSeed);
        scenario.Session.Invoke("Connect-ClovaOcr $args[0] $args[1]", server.InvokeUrl, HostileServer.Secret);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var run = scenario.RunUnkept("Invoke-AlienCardOcr -LiteralPath $args[0] -ThrottleLimit 16 -MaximumRetryCount 0 -TimeoutSec 300 -Verbose", (object)files);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Null(run.Terminating);
        Assert.Equal(files, run.Values("Path").Concat(run.Errors.Select(error => (string?)error.TargetObject)).Order(StringComparer.Ordinal));
        foreach (var error in run.Errors)
        {
            var what = What(seed, (string)error.TargetObject);
            Assert.False(IsGood(NumberOf((string)error.TargetObject)), $"{what} is {error.Exception}");
            Assert.True(ReadingErrors.Contains(error.FullyQualifiedErrorId.Split(',')[0]), $"{what} is {error.FullyQualifiedErrorId}: {error.Exception}");
            Assert.Matches("\\(request [0-9a-f-]{36}[,)]", error.Exception.Message);
            Told.AssertSafe(Told.By(error), what);
        }

        foreach (var card in run.Output) Told.AssertSafe(Told.By(card), What(seed, (string)card.Properties["Path"].Value));
        foreach (var line in run.Streams.Verbose.Concat<object>(run.Streams.Warning)) Told.AssertSafe(line.ToString()!, $"seed {seed}'s stream");
        AssertGoodCards(run.Output.Where(card => IsGood(NumberOf((string)card.Properties["Path"].Value))).ToArray(), files.Where((_, number) => IsGood(number)).Count());

        // The server's and the generator's own share is in it too.
        Assert.InRange(allocated, 0, (files.Length * 1536L * 1024) + (32 * server.BytesSent));
        AssertMasked(scenario, seed, run.Output);
    }

    [Fact]
    public async Task An_answer_that_ends_the_batch_ends_it_after_the_cards_before_and_tells_nothing()
    {
        (string Status, string Headers, string Code, string Kind)[] ends =
        [
            ("401 Unauthorized", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"x\"\r\n", "", "GatewayFailure"),
            ("407 Proxy Authentication Required", "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: Basic realm=\"x\"\r\n", "", "GatewayFailure"),
            ("400 Bad Request", "", "0001", "InvalidUrl"),
            ("401 Unauthorized", "", "0002", "InvalidSecret"),
            ("400 Bad Request", "", "0021", "UnsupportedProtocolVersion"),
            ("400 Bad Request", "", "0022", "InvalidDomain"),
            ("400 Bad Request", "", "0023", "QuotaExceeded"),
            ("500 Server Error", "", "1021", "NotDeployed"),
        ];
        await using var scenario = await Scenario.StartAsync(connect: false);
        var files = TinyCard.Write(scenario.Folder, 5);
        foreach (var end in ends)
        {
            var body = Encoding.UTF8.GetBytes($$"""{"code":"{{end.Code}}","message":"{{HostileServer.Secret}}\u001b[31m","traceId":"{{HostileServer.Secret}}"}""");
            await using var server = new HostileServer((number, id) => number == 0 ? Good(id) : HostileAnswer.Of("end", end.Status, body, end.Headers));
            scenario.Session.Invoke("Connect-ClovaOcr $args[0] $args[1]", server.InvokeUrl, HostileServer.Secret);
            var run = scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0] -ThrottleLimit 1", (object)files);
            Assert.Equal(end.Kind, run.TerminatingId);
            AssertGoodCards(run.Output, 1);
            Told.AssertSafe(Told.By(run.Terminating!), end.Status);
        }
    }

    [Fact]
    public async Task Nothing_of_a_files_name_is_sent_however_it_is_called()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var request = "";
        await using var server = new ClovaOcr.Tests.RawServer(text =>
        {
            request += text;
            return ClovaOcr.Tests.RawServer.Answer("400 Bad Request", "{}");
        });
        var names = new List<string> { "HONG GILDONG 990101-5123456; filename=smuggled.jpg", "smuggled 외국인.jpg" };
        if (!OperatingSystem.IsWindows()) names.Add("smuggled\"\r\nX-Smuggled: 1\r\n\r\n.jpg");
        var card = TinyCard.Write(scenario.Folder, 1)[0];
        foreach (var name in names) File.Copy(card, Path.Combine(scenario.Folder, name));
        scenario.Session.Invoke("Connect-ClovaOcr $args[0] $args[1]", server.InvokeUrl, HostileServer.Secret);
        foreach (var form in (string[])["Multipart", "Json"])
        {
            var run = scenario.RunUnkept($"Invoke-AlienCardOcr -LiteralPath $args[0] -ContentType {form}", (object)names.Select(name => Path.Combine(scenario.Folder, name)).ToArray());
            Assert.Equal(names.Count, run.ErrorIds.Count(id => id == "GatewayFailure"));
        }

        Assert.Contains(HostileServer.Secret, request, StringComparison.Ordinal);
        foreach (var part in (string[])["smuggled", "Smuggled", "HONG", "990101", "외국인"])
            Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(part)), request, StringComparison.Ordinal);
    }

    /// <summary>What was read is masked, or it is an error that says why not; and a right answer is always masked.</summary>
    private static void AssertMasked(Scenario scenario, int seed, IReadOnlyList<PSObject> cards)
    {
        var run = scenario.RunUnkept("$args[0] | ConvertTo-MaskedImage -DestinationPath $folder/masked", cards);
        Assert.Null(run.Terminating);
        foreach (var error in run.Errors)
        {
            var what = $"{What(seed, (string)error.TargetObject)}, masked,";
            Assert.True(MaskingErrors.Contains(error.FullyQualifiedErrorId.Split(',')[0]), $"{what} is {error.FullyQualifiedErrorId}: {error.Exception}");
            Told.AssertSafe(Told.By(error), what);
        }

        foreach (var copy in run.Output) Told.AssertSafe(Told.By(copy), "a masked copy");
        var masked = run.Output.Select(copy => (string)copy.Properties["SourcePath"].Value).ToArray();
        Assert.All(run.Output, copy => Assert.True(File.Exists((string)copy.Properties["Path"].Value)));
        Assert.Equal(
            cards.Where(card => card.Properties["Status"].Value.ToString() is "Success" or "WrongCardType").Select(card => (string)card.Properties["Path"].Value),
            masked.Concat(run.Errors.Select(error => (string)error.TargetObject)).Order(StringComparer.Ordinal));
        Assert.Subset(masked.ToHashSet(), cards.Select(card => (string)card.Properties["Path"].Value).Where(path => IsGood(NumberOf(path))).ToHashSet());
    }

    private static void AssertGoodCards(IReadOnlyList<PSObject> cards, int count)
    {
        Assert.Equal(count, cards.Count);
        foreach (var card in cards)
        {
            Assert.Equal(
                ("Success", TinyCard.Name, TinyCard.ShownNumber),
                (card.Properties["Status"].Value.ToString(), card.Properties["Name"].Value, card.Properties["RegistrationNumber"].Value));
        }
    }

    private static bool IsGood(int number) => number % GoodEvery == 0;

    private static HostileAnswer Good(string requestId) => HostileAnswer.Ok("good", TinyCard.Answer(requestId).ToJsonString());

    private static int NumberOf(string path) => int.Parse(Path.GetFileNameWithoutExtension(path)[^4..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Which answer it was, so that a failed test can be looked into.</summary>
    private static string What(int seed, string path)
    {
        var number = NumberOf(path);
        return IsGood(number) ? $"the right answer {number}" : $"seed {seed}'s answer {number} ({HostileAnswers.Create(seed, number, "id").Family})";
    }
}
