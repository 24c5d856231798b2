using System.Collections.Generic;

namespace Bench.Cases;

/// <summary>How long pipelines took to end, each of them with all calls in flight.</summary>
/// <param name="Stopped">By StopProcessing, which Ctrl+C leads to.</param>
/// <param name="Disposed">By disposing, which <c>Select-Object -First</c> leads to.</param>
internal sealed record StopFigures(IReadOnlyList<Ending> Stopped, IReadOnlyList<Ending> Disposed);

/// <summary>The end of one pipeline.</summary>
/// <param name="Milliseconds">From the wish to end it to its end.</param>
/// <param name="CallsAfter">Calls that came to the service from then on.</param>
/// <param name="LeftUnderWay">Calls that were under way long after.</param>
internal sealed record Ending(double Milliseconds, int CallsAfter, int LeftUnderWay);
