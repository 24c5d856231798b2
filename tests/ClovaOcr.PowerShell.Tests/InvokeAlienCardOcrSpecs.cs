using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed partial class InvokeAlienCardOcrSpecs
{
    [Fact]
    public async Task Every_specimen_is_read_in_input_order_as_it_is_printed()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("Get-ChildItem $cards/*.jpg, $cards/*.png | Invoke-AlienCardOcr -IncludeNumber");

        Assert.Empty(run.Errors);
        var expected = Directory.GetFiles(Checkout.Cards, "*.jpg").Order(StringComparer.Ordinal).Concat(Directory.GetFiles(Checkout.Cards, "*.png").Order(StringComparer.Ordinal));
        Assert.Equal(expected, run.Values("Path"));
        foreach (var card in run.Output.Where(card => card.Properties["Status"].Value.ToString() == "Success"))
        {
            var specimen = Path.GetFileName((string)card.Properties["Path"].Value);
            Assert.Equal(Scenario.Printed(specimen, "alienRegNum"), card.Properties["RegistrationNumber"].Value);
            Assert.Equal(Scenario.Printed(specimen, "name"), card.Properties["Name"].Value);
            Assert.Equal(Scenario.Printed(specimen, "nationality"), card.Properties["Nationality"].Value);
            Assert.Equal(Scenario.Printed(specimen, "visaType"), card.Properties["VisaType"].Value);
            Assert.Equal(Scenario.Printed(specimen, "authority"), card.Properties["Authority"].Value);
            Assert.Contains((string)card.Properties["VisaCode"].Value, Scenario.Printed(specimen, "visaType"), StringComparison.Ordinal);
            var issued = Scenario.Truth(specimen)["fields"]!["issueDate"]![0]!;
            Assert.Equal($"{issued["year"]}-{issued["month"]}-{issued["day"]}", card.Properties["IssueDate"].Value.ToString());
            Assert.Equal("20" + Scenario.Printed(specimen, "alienRegNum")[..2], "20" + card.Properties["BirthDate"].Value.ToString()![2..4]);
        }

        Assert.Equal(Scenario.Specimens("ac").Length, run.Values("Status").Count(status => status == "Success"));
    }

    [Fact]
    public async Task Sex_is_there_whether_or_not_the_card_prints_it()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in Scenario.Specimens("ac"))
        {
            var card = scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0]", Path.Combine(Checkout.Cards, specimen)).Output.Single();
            var digit = Scenario.Printed(specimen, "alienRegNum")[7] - '0';
            Assert.Equal(digit % 2 == 1 ? "M" : "F", card.Properties["Sex"].Value);
        }
    }

    [Theory]
    [InlineData("ic", "IdCard")]
    [InlineData("dl", "DriversLicense")]
    [InlineData("pp", "Passport")]
    public async Task Another_card_is_an_object_with_its_kind_and_fields_and_no_alien_cards_members(string kind, string type)
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("Invoke-AlienCardOcr $args[0]", Path.Combine(Checkout.Cards, Scenario.Specimens(kind)[0]));
        Assert.Empty(run.Errors);
        var card = run.Output.Single();
        Assert.Equal(("WrongCardType", type), (card.Properties["Status"].Value.ToString(), card.Properties["CardType"].Value.ToString()));
        Assert.Null(card.Properties["RegistrationNumber"].Value);
        Assert.Null(card.Properties["Name"].Value);
        Assert.NotEmpty((System.Collections.IEnumerable)card.Properties["Fields"].Value);
        Assert.Contains("not an alien registration card", (string)card.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_without_a_card_is_an_object_that_a_filter_sees()
    {
        await using var scenario = await Scenario.StartAsync();
        Pictures.WritePlain(Path.Combine(scenario.Folder, "plain.png"));
        var run = scenario.Run("Invoke-AlienCardOcr $folder/plain.png");
        Assert.Empty(run.Errors);
        Assert.Equal("Failure", run.Output.Single().Properties["Status"].Value.ToString());
    }

    [Fact]
    public async Task Each_bad_file_is_its_own_error_with_the_path_and_the_others_go_on()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "1-good.jpg");
        File.WriteAllText(Path.Combine(scenario.Folder, "2-empty.jpg"), "");
        File.WriteAllText(Path.Combine(scenario.Folder, "3-text.jpg"), "this is no picture");
        using (var large = File.Create(Path.Combine(scenario.Folder, "4-large.jpg"))) large.SetLength(60 * 1024 * 1024);
        File.WriteAllBytes(Path.Combine(scenario.Folder, "5-cut.jpg"), File.ReadAllBytes(Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]))[..100]);
        Directory.CreateDirectory(Path.Combine(scenario.Folder, "6-folder.jpg"));
        scenario.Copy(Scenario.Specimens("ac")[1], "7-good.jpg");

        var run = scenario.Run("@($args[0]; \"$folder/8-gone.jpg\") | Invoke-AlienCardOcr", Path.Combine(scenario.Folder, "*.jpg"));
        Assert.Equal(["Success", "Success"], run.Values("Status"));
        Assert.Equal(
            ["FileEmpty", "UnsupportedFormat", "FileTooLarge", "CorruptImage", "FileUnreadable", "FileNotFound"],
            run.Errors.OrderBy(error => error.TargetObject.ToString(), StringComparer.Ordinal).Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.All(run.Errors, error => Assert.Contains((string)error.TargetObject, error.Exception.Message, StringComparison.Ordinal));
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Each_bad_answer_is_its_own_error_with_path_and_request_and_the_others_go_on()
    {
        const string Failure = """{"requestId":"{requestId}","images":[{"inferResult":"FAILURE","message":"Recognition failure"}]}""";
        await using var scenario = await Scenario.StartAsync(connect: false);
        var answers = new Queue<Func<string, byte[]>>(
        [
            _ => RawServer.Answer("502 Bad Gateway", "<html>900101-6000001</html>", "text/html"),
            _ => RawServer.Answer("200 OK", "<html>900101-6000001</html>", "text/html"),
            _ => RawServer.Answer("200 OK", """{"hello":"900101-6000001"}"""),
            _ => RawServer.Answer("400 Bad Request", """{"code":"0011","message":"Request body invalid.","traceId":"trace-1"}"""),
            request => RawServer.Answer("200 OK", Failure.Replace("{requestId}", RequestId().Match(request).Groups[1].Value, StringComparison.Ordinal)),
        ]);
        await using var server = new RawServer(request => answers.Dequeue()(request));
        scenario.Session.Invoke("Connect-ClovaOcr $args[0] x", server.InvokeUrl);
        foreach (var name in new[] { "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg" }) scenario.Copy(Scenario.Specimens("ac")[0], name);

        var run = scenario.Run("Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 1 -MaximumRetryCount 0");
        Assert.Equal(["Failure"], run.Values("Status"));
        Assert.Equal(["GatewayFailure", "UnexpectedResponse", "UnexpectedResponse", "InvalidRequest"], run.ErrorIds);
        foreach (var (error, number) in run.Errors.Zip(Enumerable.Range(1, 4)))
        {
            Assert.Contains($"{number}.jpg", error.Exception.Message, StringComparison.Ordinal);
            Assert.Matches("\\(request [0-9a-f-]{36}[,)]", error.Exception.Message);
            Assert.DoesNotContain("6000001", error.Exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("key0123456789", error.Exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Stopping_the_pipeline_ends_the_calls_under_way_at_once()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var called = new TaskCompletionSource();
        await using var server = new RawServer(_ =>
        {
            called.TrySetResult();
            return null;
        });
        scenario.Session.Invoke("Connect-ClovaOcr $args[0] x -TimeoutSec 3600", server.InvokeUrl);
        using var shell = scenario.Session.Create("Get-ChildItem $cards/*.jpg | Invoke-AlienCardOcr");
        var running = shell.BeginInvoke();
        await called.Task;
        shell.Stop();
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
    }

    [Fact]
    public async Task A_device_is_not_waited_for()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There are no device files on this system.");
        await using var scenario = await Scenario.StartAsync();
        Assert.Equal(["FileEmpty"], scenario.Run("Invoke-AlienCardOcr /dev/zero").ErrorIds);
    }

    [Fact]
    public async Task The_size_limit_can_be_set()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "card.jpg");
        Assert.Equal(["FileTooLarge"], scenario.Run("Invoke-AlienCardOcr $folder/card.jpg -MaximumFileSize 1000").ErrorIds);
    }

    [Theory]
    [InlineData("Multipart")]
    [InlineData("Json")]
    public async Task Both_content_types_give_the_same_card(string contentType)
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac")[0];
        var card = scenario.Run($"Invoke-AlienCardOcr $cards/{specimen} -ContentType {contentType}").Output.Single();
        Assert.Equal(Scenario.Printed(specimen, "name"), card.Properties["Name"].Value);
    }

    [Fact]
    public async Task Paths_bind_as_PowerShells_own_commands_bind_them()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac")[0];
        scenario.Copy(specimen, "with space.jpg");
        scenario.Copy(specimen, "with [brackets].jpg");
        scenario.Copy(specimen, "외국인 등록증.jpg");
        scenario.Copy(specimen, "below/deep.jpg");
        scenario.Session.State.Path.SetLocation(scenario.Folder);

        Assert.Equal(3, scenario.Run("Invoke-AlienCardOcr *.jpg").Output.Count);
        Assert.Equal(3, scenario.Run("Get-ChildItem *.jpg | Invoke-AlienCardOcr").Output.Count);
        Assert.Single(scenario.Run("Invoke-AlienCardOcr 'with space.jpg'").Output);
        Assert.Single(scenario.Run("Invoke-AlienCardOcr -LiteralPath 'with [brackets].jpg'").Output);
        Assert.Single(scenario.Run("Invoke-AlienCardOcr 'with `[brackets`].jpg'").Output);
        Assert.Single(scenario.Run("Invoke-AlienCardOcr ./외국인*.jpg").Output);
        Assert.Single(scenario.Run("'외국인 등록증.jpg' | Invoke-AlienCardOcr").Output);
        Assert.Single(scenario.Run("[pscustomobject]@{ Path = 'with space.jpg' } | Invoke-AlienCardOcr").Output);
        Assert.Single(scenario.Run("[pscustomobject]@{ FullName = \"$folder/with [brackets].jpg\" } | Invoke-AlienCardOcr").Output);
        Assert.Equal(2, scenario.Run("Invoke-AlienCardOcr 'with space.jpg', '외국인 등록증.jpg'").Output.Count);

        scenario.Session.State.Path.SetLocation("below");
        Assert.Single(scenario.Run("Invoke-AlienCardOcr deep.jpg").Output);
        Assert.Single(scenario.Run("Invoke-AlienCardOcr '../with space.jpg'").Output);
    }

    [Fact]
    public async Task A_name_with_brackets_from_an_object_or_an_error_leads_to_no_other_file()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "z[1].jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "z1.jpg");
        var run = scenario.Run("Invoke-AlienCardOcr -LiteralPath $folder/z[1].jpg | Invoke-AlienCardOcr; \"$folder/z[1].jpg\" | Invoke-AlienCardOcr");
        Assert.Equal(Enumerable.Repeat(Scenario.Printed(Scenario.Specimens("ac")[0], "name"), 2), run.Values("Name"));
    }

    [Fact]
    public async Task The_invoke_key_in_a_message_of_the_services_is_taken_out()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        await using var server = new RawServer(request => RawServer.Answer(
            "200 OK",
            $$"""{"requestId":"{{RequestId().Match(request).Groups[1].Value}}","images":[{"inferResult":"FAILURE","message":"bad path /custom/v1/77/key0123456789/document"}]}"""));
        scenario.Session.Invoke("Connect-ClovaOcr $args[0] x", server.InvokeUrl);
        var card = scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]}").Output.Single();
        Assert.Contains("bad path", (string)card.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("key0123456789", PSSerializer.Serialize(card, 9), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disconnecting_in_the_middle_ends_the_batch_with_an_error_that_says_so()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("Get-ChildItem $cards/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 1 | ForEach-Object { $_; Disconnect-ClovaOcr }");
        Assert.Equal("NotConnected", run.TerminatingId);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public async Task No_files_are_no_error_and_no_output()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var script in new[] { "Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr", "Invoke-AlienCardOcr $folder/*.jpg", "@() | Invoke-AlienCardOcr" })
        {
            var run = scenario.Run(script);
            Assert.Empty(run.Output);
            Assert.Empty(run.Errors);
        }
    }

    [Theory]
    [InlineData("Variable:cards")]
    [InlineData("Nowhere:card.jpg")]
    [InlineData("gone.jpg")]
    [InlineData("gone[1].jpg")]
    public async Task A_path_that_is_no_file_is_an_error_and_the_others_go_on(string path)
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("$args | Invoke-AlienCardOcr", path, Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]));
        Assert.Single(run.Output);
        Assert.Contains(run.ErrorIds.Single(), (string[])["FileNotFound", "FileUnreadable"]);
        Assert.EndsWith(path, (string)run.Errors.Single().TargetObject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'{0}/scan[1].jpg' | Invoke-AlienCardOcr")]
    [InlineData("[pscustomobject]@{{ Path = '{0}/scan[1].jpg' }} | Invoke-AlienCardOcr")]
    public async Task A_name_with_brackets_that_came_from_an_object_leads_to_no_other_file_when_its_own_is_gone(string script)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "scan1.jpg");
        var run = scenario.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, script, scenario.Folder));
        Assert.Equal(["FileNotFound"], run.ErrorIds);
        Assert.Equal(0, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task WhatIf_calls_nothing_and_says_how_many_calls_would_be_paid()
    {
        await using var scenario = await Scenario.StartAsync();
        File.WriteAllText(Path.Combine(scenario.Folder, "notes.txt"), "no picture, so no call");
        scenario.Session.Show("@(Get-ChildItem $cards/ac-0*.jpg; Get-ChildItem $folder) | Invoke-AlienCardOcr -WhatIf");
        var files = Directory.GetFiles(Checkout.Cards, "ac-0*.jpg").Length;
        Assert.Contains($"{files} paid calls", scenario.Screen, StringComparison.Ordinal);
        Assert.Equal(0, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_set_up_error_ends_the_batch_at_once_and_says_what_to_fix()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Session.Invoke("Connect-ClovaOcr -InvokeUrl $url -Secret ('wrong-' + $secret)");
        var run = scenario.Run("Get-ChildItem $cards/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 2");
        Assert.Equal("InvalidSecret", run.TerminatingId);
        Assert.Contains("secret", run.Terminating!.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("0 answered before", run.Terminating.Exception.Message, StringComparison.Ordinal);
        Assert.True(scenario.Emulator.Stats.Calls <= 2, "calls went on after the first was refused");
    }

    [Fact]
    public async Task Taking_the_first_cards_does_not_pay_for_the_rest()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("Get-ChildItem $cards/*.jpg | Invoke-AlienCardOcr -ThrottleLimit 1 | & { process { $_; throw 'enough' } }");
        Assert.NotNull(run.Terminating);
        Assert.True(scenario.Emulator.Stats.Calls < Scenario.Specimens().Count(name => name.EndsWith(".jpg", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Areas_of_a_card_are_in_the_files_stored_pixels_whatever_its_orientation()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in Scenario.Specimens("ac"))
        {
            var run = scenario.Run("(Invoke-AlienCardOcr -LiteralPath $args[0]).Fields", Path.Combine(Checkout.Cards, specimen));
            var number = run.Output.Single(field => (string)field.Properties["Name"].Value == "alienRegNum");
            var corners = LanguagePrimitives.GetEnumerable(number.Properties["BoundingPolys"].Value).Cast<object>().Single().ToString()!;
            var printed = Scenario.Truth(specimen)["fields"]!["alienRegNum"]![0]!["box"]!.AsArray();
            foreach (var (corner, truth) in corners.Split(' ').Zip(printed))
            {
                var xy = corner.Split(',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                Assert.Equal((double)truth![0]!, xy[0], tolerance: 1.0);
                Assert.Equal((double)truth[1]!, xy[1], tolerance: 1.0);
            }
        }
    }

    [GeneratedRegex("\"requestId\":\"([^\"]+)\"")]
    private static partial Regex RequestId();
}
