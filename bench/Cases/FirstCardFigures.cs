using System.Collections.Generic;

namespace Bench.Cases;

/// <summary>What each card took, from the command to its object.</summary>
/// <param name="Milliseconds">The first, the second and so on.</param>
internal sealed record FirstCardFigures(IReadOnlyList<double> Milliseconds);
