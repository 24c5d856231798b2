namespace ClovaOcr.Tests;

/// <summary>Secrets that a search finds wherever they went: every secret of a test has the mark in it, also one that a test makes up for itself.</summary>
internal static class TellTaleSecret
{
    public const string Mark = "tell-tale";

    public const string Secret = Mark + "-secret-Zm9yIHRlc3Rz";

    public const string InvokeKey = Mark + "-invoke-key-0123456789abcdef0123456789abcdef01234567";
}
