using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using Quickstart;

namespace ReadingScore.Masking;

/// <summary>A copy that was written.</summary>
/// <param name="Source">The picture.</param>
/// <param name="Copy">The copy.</param>
/// <param name="QrCode">What came of the search for a code.</param>
internal sealed record WrittenCopy(string Source, string Copy, string QrCode);

/// <summary>What the module's two commands made of a row of pictures.</summary>
/// <param name="Statuses">How many cards there are of each Status.</param>
/// <param name="Copies">The copies that were written.</param>
/// <param name="Errors">The ErrorId and the picture of each error.</param>
internal sealed record MaskingRun(
    IReadOnlyDictionary<string, int> Statuses, IReadOnlyList<WrittenCopy> Copies, IReadOnlyList<(string Id, string Picture)> Errors)
{
    /// <summary>Runs <c>Invoke-AlienCardOcr | ConvertTo-MaskedImage</c> against an emulator, in a PowerShell in this process.</summary>
    public static async Task<MaskingRun> OverAsync(IEnumerable<string> pictures, string destination, int atOnce, EmulatorOptions options)
    {
        await using var emulator = await CardOcrEmulator.StartAsync(options);
        using var session = new ModuleSession(TextWriter.Null);
        session.Invoke("Connect-ClovaOcr -InvokeUrl $args[0] -Secret $args[1]", emulator.InvokeUrl, emulator.Secret);
        using var shell = session.Create(
            """
            Invoke-AlienCardOcr -LiteralPath $args[0] -ThrottleLimit $args[2] -TimeoutSec 300 -OutVariable cards |
                ConvertTo-MaskedImage -DestinationPath $args[1] -QrCode Auto -Force
            """,
            pictures.ToArray(),
            destination,
            atOnce);
        var copies = shell.Invoke().Select(proof => new WrittenCopy(Text(proof, "SourcePath"), Text(proof, "Path"), Text(proof, "QrCode"))).ToArray();
        return new MaskingRun(
            session.Invoke("@($cards)").GroupBy(card => Text(card, "Status")).OrderBy(status => status.Key).ToDictionary(status => status.Key, status => status.Count()),
            copies,
            [.. shell.Streams.Error.Select(error => (error.FullyQualifiedErrorId.Split(',')[0], Path.GetFileName($"{error.TargetObject}")))]);
    }

    private static string Text(PSObject result, string property) => result.Properties[property].Value.ToString()!;
}
