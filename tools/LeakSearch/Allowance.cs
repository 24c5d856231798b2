using ClovaOcr.Tests;

namespace LeakSearch;

/// <summary>What some files may hold, and why.</summary>
internal sealed record Allowance(TellTale What, string Reason);
