namespace Bench.Cases;

/// <summary>What masking a picture once took, from the file to the copy's file.</summary>
/// <param name="Milliseconds">Without the proof, where there is one to do without.</param>
/// <param name="ProofMilliseconds">What the proof took; zero where there is none, or where it cannot be told.</param>
/// <param name="PeakMemory">The most bytes that the process has had in memory so far.</param>
/// <param name="Refusal">Why there is no copy; null when there is.</param>
internal sealed record MaskFigures(double Milliseconds, double ProofMilliseconds, long PeakMemory, string? Refusal);
