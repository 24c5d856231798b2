using System;
using System.Security;

namespace ClovaOcr.Journal;

/// <summary>How a journal is rewritten.</summary>
public sealed record JournalUpdateOptions
{
    /// <summary>Answers from before this moment are dropped; null keeps those of any age.</summary>
    public DateTimeOffset? OlderThan { get; init; }

    /// <summary>The secret that opens the journal afterwards; null for the same as before.</summary>
    public SecureString? NewSecret { get; init; }

    /// <summary>Whether to count only, and to write nothing.</summary>
    public bool IsDryRun { get; init; }
}
