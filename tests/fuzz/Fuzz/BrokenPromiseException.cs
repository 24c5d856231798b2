using System;

namespace ClovaOcr.Fuzz;

/// <summary>Something that a target promises does not hold for an input: a finding.</summary>
/// <param name="promise">What does not hold, as a sentence.</param>
/// <param name="cause">What showed it.</param>
public sealed class BrokenPromiseException(string promise, Exception? cause = null) : Exception(promise, cause);
