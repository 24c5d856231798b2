namespace Bench.Cases;

/// <summary>What an import took.</summary>
/// <param name="Milliseconds">From Import-Module to its end.</param>
/// <param name="CpuMilliseconds">The CPU time of it, which a busy machine changes less.</param>
/// <param name="Assemblies">Those of the module's own that are loaded now.</param>
internal sealed record ImportFigures(double Milliseconds, double CpuMilliseconds, int Assemblies);
