using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bench.Processes;

namespace Bench.Peers;

/// <summary>
/// The cards by <c>curl --parallel</c>: one process, a config file with a call for each card in the vendor page's form, each answer into a
/// file of its own.
/// </summary>
internal static class Curl
{
    /// <returns>Null when there is no curl.</returns>
    public static async Task<PeerFigures?> ReadAsync(EmulatorProcess emulator, CardFolder folder, CardRange cards, int parallel)
    {
        var answers = Directory.CreateDirectory(folder.Beside("curl")).FullName;
        var config = folder.Beside("curl.config");
        await File.WriteAllTextAsync(config, Config(emulator, folder.FullPath, cards, parallel, answers));
        var start = new ProcessStartInfo("curl", ["--config", config]) { RedirectStandardOutput = true };
        var cpu = EndedChildren.CpuTime();
        var clock = Stopwatch.StartNew();
        try
        {
            using var curl = Process.Start(start)!;
            var statuses = await curl.StandardOutput.ReadToEndAsync();
            await curl.WaitForExitAsync();
            var seconds = clock.Elapsed.TotalSeconds;
            var answered = statuses.Split('\n').Count(status => status == "200");
            return new PeerFigures(cards.Count, answered, seconds, (EndedChildren.CpuTime() - cpu)?.TotalSeconds);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(answers, recursive: true);
            File.Delete(config);
        }
    }

    private static string Config(EmulatorProcess emulator, string folder, CardRange cards, int parallel, string answers) =>
        $"parallel\nparallel-immediate\nparallel-max = {parallel}\nsilent\nno-progress-meter\n"
        + string.Join("next\n", CardFolder.Paths(folder, cards).Select(path => Call(emulator, path, answers)));

    private static string Call(EmulatorProcess emulator, string path, string answers)
    {
        var message = JsonSerializer.Serialize(new
        {
            version = "V2",
            requestId = Guid.NewGuid(),
            timestamp = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            images = new[] { new { format = "jpg", name = "card" } },
        });
        return $$"""
            url = "{{emulator.InvokeUrl}}/document/id-card"
            noproxy = "*"
            header = "X-OCR-SECRET: {{emulator.Secret}}"
            form-string = "message={{message.Replace("\"", "\\\"", StringComparison.Ordinal)}}"
            form = "file=@{{path}}"
            output = "{{Path.Combine(answers, Path.GetFileNameWithoutExtension(path))}}.json"
            write-out = "%{http_code}\n"

            """;
    }
}
