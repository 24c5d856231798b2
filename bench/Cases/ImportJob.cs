namespace Bench.Cases;

/// <summary>A module to import.</summary>
/// <param name="Manifest">The path of its manifest.</param>
/// <param name="Assemblies">The folder of its assemblies.</param>
internal sealed record ImportJob(string Manifest, string Assemblies);
