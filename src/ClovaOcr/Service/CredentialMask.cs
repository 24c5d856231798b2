using System.Linq;

namespace ClovaOcr.Service;

/// <summary>
/// Takes credentials out of what a server sends back: it has them from the call, and a message, a debugging page or a trace may repeat them.
/// </summary>
internal sealed class CredentialMask(params string[] credentials)
{
    // The console's keys have 64 characters; a shorter one is found by chance in other texts.
    private const int Shortest = 8;

    private readonly string[] _credentials = [.. credentials.Where(text => text.Length >= Shortest).OrderByDescending(text => text.Length)];

    /// <summary>The text with <c>***</c> for each credential.</summary>
    public string Apply(string text) => _credentials.Aggregate(text, (masked, credential) => masked.Replace(credential, "***"));
}
