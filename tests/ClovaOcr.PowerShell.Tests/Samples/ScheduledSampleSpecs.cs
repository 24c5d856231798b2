using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Threading.Tasks;
using Quickstart;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>What schedulers run, run as they stand but for the places. They set environment variables, which are the whole process's.</summary>
[Collection("Alone")]
public sealed class ScheduledSampleSpecs
{
    private static readonly string Card = Scenario.Specimens("ac")[0];

    private static readonly string Nightly = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "nightly.md"));

    [Fact]
    public async Task The_crontab_s_line_reads_a_night()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Card, Card);
        var line = SampleFile.Lines("cron/clova-ocr.crontab").Single(line => !line.Split(' ')[0].Contains('=', StringComparison.Ordinal));
        Assert.DoesNotContain('%', line);
        Assert.Equal(["30", "1", "*", "*", "*"], line.Split(' ')[..5]);

        Assert.Equal(0, night.RunLine(JobLine.Parse(line).ToScript(
            "$args[0]", ("/srv/scans", night.Scans), ("/srv/cards", night.Output), ("$HOME/.clova-ocr.env", night.Environment))));
        Assert.Single(night.Rows("cards"));
    }

    [Fact]
    public async Task The_systemd_service_reads_a_night_with_a_credential_that_looks_open_to_a_group()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Card, Card);
        night.OpenEnvironmentToGroup();
        var start = SampleFile.Lines("systemd/clova-ocr.service").Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal));
        var script = JobLine.Parse(start).ToScript(
            "$args[0]", ("/srv/scans", night.Scans), ("/srv/cards", night.Output), ("${CREDENTIALS_DIRECTORY}/clova-ocr.env", night.Environment));

        Assert.Equal(0, night.RunLine($"$env:CREDENTIALS_DIRECTORY = [IO.Path]::GetDirectoryName($args[3]); try {{ {script} }} finally {{ $env:CREDENTIALS_DIRECTORY = $null }}"));
        Assert.Single(night.Rows("cards"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(2, night.RunLine(script));
    }

    [Fact]
    public void The_systemd_service_reads_the_credential_that_it_loads_from_the_file_that_the_page_makes()
    {
        var lines = SampleFile.Lines("systemd/clova-ocr.service");
        var loaded = lines.Single(line => line.StartsWith("LoadCredential=", StringComparison.Ordinal)).Split('=', 2)[1].Split(':', 2);
        var start = JobLine.Parse(lines.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)));
        Assert.Equal($"${{CREDENTIALS_DIRECTORY}}/{loaded[0]}", start.Arguments.SkipWhile(word => word != "-EnvironmentFile").ElementAt(1));
        Assert.Contains($"`{loaded[1]}`", Nightly, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systemd_itself_finds_no_fault_with_the_units()
    {
        var program = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "systemd-analyze")).FirstOrDefault(File.Exists);
        if (program is null) Assert.Skip("There is no systemd-analyze on PATH.");
        using var folder = new UnitFolder();
        using var analysis = Process.Start(new ProcessStartInfo(program, ["verify", .. folder.Units]) { RedirectStandardError = true })!;
        var told = await analysis.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await analysis.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (analysis.ExitCode, told));
    }

    [Fact]
    public async Task The_workflow_s_step_reads_a_night_with_secrets_from_the_environment_and_keeps_the_data_on_its_own_runner()
    {
        var job = Yaml("github-actions/nightly-card-ocr.yml")["jobs"]["read"];
        var step = job["steps"].AsList().Single();
        Assert.Equal("self-hosted", job["runs-on"].AsList()[0].ToString());
        Assert.Equal("cards", job["environment"].ToString());
        Assert.DoesNotContain("uses:", SampleFile.Text("github-actions/nightly-card-ocr.yml"), StringComparison.Ordinal);
        Assert.All(((YamlMappingNode)step["env"]).Children, variable => Assert.Equal($"${{{{ secrets.{variable.Key} }}}}", variable.Value.ToString()));

        await using var night = await NightlyRun.StartAsync();
        night.Scan(Card, Card);
        var lines = step["run"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("exit $LASTEXITCODE", lines[1]);
        Assert.Equal(0, night.RunLine(WithSecrets(night, JobLine.Parse(lines[0]).ToScript("$args[0]", ("/srv/scans", night.Scans), ("/srv/cards", night.Output)))));
        Assert.Single(night.Rows("cards"));
    }

    [Fact]
    public async Task The_task_for_windows_gets_a_command_line_that_holds_no_secret_and_reads_a_night()
    {
        await using var night = await NightlyRun.StartAsync();
        night.Scan(Card, Card);

        // The commands of Windows alone are stand-ins.
        const string register = """
            $register = @{ Path = 'D:\My scans\', 'E:\More'; OutputDirectory = 'D:\Cards'; CredentialPath = 'C:\Jobs\clova ocr.xml' }
            """;
        var script = SampleFile.PathOf("windows-task/Register-CardOcrTask.ps1");
        night.RunLine($". '{SampleFile.StandIns}'; {register}; & '{script}' @register -Account (Get-Credential); 0");
        var task = night.GlobalTable("task");
        var argument = (string)task["Argument"]!;
        Assert.Equal((new TimeSpan(1, 30, 0), "cards", "account-password"), (task["At"], task["User"], task["Password"]));
        Assert.DoesNotContain("account-password", argument, StringComparison.Ordinal);
        Assert.Contains("""-Path "D:\My scans\\" "E:\More" -OutputDirectory "D:\Cards" -CredentialPath "C:\Jobs\clova ocr.xml""", argument, StringComparison.Ordinal);
        Assert.True(File.Exists(JobLine.Parse(argument).Words.Single(word => word.EndsWith("Invoke-NightlyCardOcr.ps1", StringComparison.Ordinal))));

        // A credential in Clixml is for Windows only, so the same line runs with an environment file here.
        var line = argument.Replace("-CredentialPath", "-EnvironmentFile", StringComparison.Ordinal).Replace("\"E:\\More\" ", "", StringComparison.Ordinal);
        Assert.Equal(0, night.RunLine(JobLine.Parse(line).ToScript(
            "$args[0]", (@"D:\My scans\\", night.Scans), (@"D:\Cards", night.Output), (@"C:\Jobs\clova ocr.xml", night.Environment))));
        Assert.Single(night.Rows("cards"));
    }

    [Fact]
    public void Whoever_registers_the_task_learns_of_the_right_that_its_account_needs()
    {
        var script = Parser.ParseFile(SampleFile.PathOf("windows-task/Register-CardOcrTask.ps1"), out _, out _);
        const string right = "\"Log on as a batch job\"";
        Assert.Contains(right, script.GetHelpContent().Parameters["ACCOUNT"], StringComparison.Ordinal);
        Assert.Contains(right, Nightly, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pods_of_the_job_read_a_folder_together_as_their_arguments_and_environment_say()
    {
        var spec = Yaml("kubernetes/job.yaml")["spec"];
        var container = spec["template"]["spec"]["containers"].AsList().Single();
        var arguments = container["args"].AsList().Select(argument => argument.ToString()).ToArray();
        await using var night = await NightlyRun.StartAsync();
        var cards = Scenario.Specimens("ac");
        foreach (var card in cards) night.Scan(card, card);

        var pods = int.Parse(spec["completions"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Directory.CreateDirectory(night.Output);
        for (var pod = 0; pod < pods; pod++)
        {
            var line = new JobLine([NightlyRun.Script, .. arguments.Select(argument => argument.Replace("$(JOB_COMPLETION_INDEX)", $"{pod}", StringComparison.Ordinal))]);
            Assert.Equal(0, night.RunLine(WithSecrets(night, line.ToScript("$args[0]", ("/scans", night.Scans), ("/cards", night.Output)))));
        }

        var tables = Directory.GetFiles(night.Output, "cards-*.csv", SearchOption.AllDirectories);
        Assert.Equal(pods, tables.Length);
        Assert.Equal(cards.Length, tables.Sum(table => File.ReadLines(table).Count() - 1));
        Assert.Equal(cards.Length, night.Emulator.Stats.Billed);
        Assert.Equal(pods, Directory.GetFiles(night.Output, "cards.journal", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void The_job_has_as_many_pods_as_shares_and_each_may_do_no_more_than_it_needs()
    {
        var spec = Yaml("kubernetes/job.yaml")["spec"];
        var pod = spec["template"]["spec"];
        var container = pod["containers"].AsList().Single();
        var arguments = container["args"].AsList().Select(argument => argument.ToString()).ToArray();
        string[] shares = [spec["completions"].ToString(), spec["parallelism"].ToString(), arguments[Array.IndexOf(arguments, "-ShardCount") + 1]];
        Assert.Single(shares.Distinct());
        Assert.Equal(("Indexed", "Never"), (spec["completionMode"].ToString(), pod["restartPolicy"].ToString()));
        Assert.Equal("2", spec["backoffLimitPerIndex"].ToString());
        Assert.Equal("true", pod["securityContext"]["runAsNonRoot"].ToString());
        Assert.Equal(("true", "false"), (container["securityContext"]["readOnlyRootFilesystem"].ToString(), container["securityContext"]["allowPrivilegeEscalation"].ToString()));
        Assert.Equal("ALL", container["securityContext"]["capabilities"]["drop"].AsList().Single().ToString());

        // The values come from the Secret, and from nowhere else.
        Assert.All(container["env"].AsList(), variable => Assert.Equal(
            ("clova-ocr", variable["name"].ToString()), (variable["valueFrom"]["secretKeyRef"]["name"].ToString(), variable["valueFrom"]["secretKeyRef"]["key"].ToString())));
        Assert.Equal(
            container["volumeMounts"].AsList().Select(mount => mount["name"].ToString()), pod["volumes"].AsList().Select(volume => volume["name"].ToString()));
    }

    [Fact]
    public void The_container_has_the_module_where_PowerShell_looks_and_the_script_that_it_starts_and_does_not_run_as_root()
    {
        var lines = SampleFile.Text("container/Containerfile").Replace("\\\n", "", StringComparison.Ordinal).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.Equal(["ARG", "BASE"], lines[0]);
        Assert.Equal(["FROM", "${BASE}"], lines[1]);
        var copies = lines.Where(line => line[0] == "COPY").ToArray();
        Assert.Equal("/usr/local/share/powershell/Modules/ClovaOcr", copies[0][2]);
        Assert.True(File.Exists(Path.Combine(Checkout.Root, Path.Combine(copies[1][1].Split('/')))));
        Assert.NotEqual("0", lines.Single(line => line[0] == "USER")[1].Split(':')[0]);
        Assert.Contains($"\"{copies[1][2]}{Path.GetFileName(copies[1][1])}\"]", lines[^1][^1], StringComparison.Ordinal);
    }

    private static string WithSecrets(NightlyRun night, string script) => $$"""
        $env:CLOVA_OCR_INVOKE_URL, $env:CLOVA_OCR_SECRET = '{{night.Emulator.InvokeUrl}}', '{{night.Emulator.Secret}}'
        try { {{script}} } finally { $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $null }
        """;

    private static YamlNode Yaml(string name)
    {
        var stream = new YamlStream();
        using var text = new StringReader(SampleFile.Text(name));
        stream.Load(text);
        return Assert.Single(stream.Documents).RootNode;
    }
}
