using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>Tests that measure the whole process, and so run while no other does.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
