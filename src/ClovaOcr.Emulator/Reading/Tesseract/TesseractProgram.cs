using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>The program <c>tesseract</c> of this machine.</summary>
/// <param name="Path">The file.</param>
/// <param name="Version">As it says of itself.</param>
internal sealed partial record TesseractProgram(string Path, string Version)
{
    // The first that can be told by options alone to print TSV; the networks that read lines came with 4.0.
    private static readonly Version Oldest = new(4, 1);

    private static readonly string[] Languages = ["eng", "kor"];

    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(10), MaximumOutput: 64 * 1024);

    /// <summary>Looks for it and asks it for its version and languages.</summary>
    /// <exception cref="TesseractMissingException">There is none that can be used.</exception>
    public static async Task<TesseractProgram> FindAsync(
        ProgramFolders folders, TimeProvider time, CancellationToken cancellation = default)
    {
        if (folders.Find("tesseract") is not { } path) throw new TesseractMissingException($"tesseract was not found on {folders.Name}");
        try
        {
            var version = VersionLine().Match(await AskAsync(path, "--version", time, cancellation));
            if (!version.Success) throw new TesseractMissingException($"{path} does not say which version of tesseract it is");
            var program = new TesseractProgram(path, version.Groups["all"].Value);
            if (new Version($"{version.Groups["first"]}.{version.Groups["second"]}") < Oldest)
                throw new TesseractMissingException($"{program} is too old: it must be {Oldest} or later");
            var languages = (await AskAsync(path, "--list-langs", time, cancellation)).Split('\n').Select(line => line.Trim());
            var missing = Languages.Except(languages).ToArray();
            return missing.Length == 0
                ? program
                : throw new TesseractMissingException($"{program} lacks the data of {string.Join(" and ", missing)}");
        }
        catch (CardReaderException exception)
        {
            throw new TesseractMissingException($"{path} cannot be used: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    public override string ToString() => $"Tesseract {Version} ({Path})";

    // Which of the two streams it answers on differs by version.
    private static async Task<string> AskAsync(string path, string question, TimeProvider time, CancellationToken cancellation)
    {
        var answer = await new ProgramRun(path, [question], Limits, time).RunAsync((_, _) => Task.CompletedTask, cancellation);
        return Encoding.UTF8.GetString(answer.Output) + "\n" + Encoding.UTF8.GetString(answer.Errors);
    }

    [GeneratedRegex(@"^\s*tesseract v?(?<all>(?<first>[0-9]{1,4})\.(?<second>[0-9]{1,4})[0-9A-Za-z.+-]{0,40})")]
    private static partial Regex VersionLine();
}
