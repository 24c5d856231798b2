// Types that the compiler looks for by name where the language goes beyond netstandard2.0. Each is written here and not generated, because
// a generator may write them in another order each time, and then no build gives the same bytes as the one before.

namespace System
{
    /// <summary>A place counted from the beginning or, as in <c>list[^1]</c>, from the end.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        /// <summary>The place from the beginning of something of this length.</summary>
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }

    /// <summary>A part, as in <c>span[1..^1]</c>.</summary>
    internal readonly struct Range(Index start, Index end)
    {
        public Index Start { get; } = start;

        public Index End { get; } = end;

        public static Range All => new(0, new Index(0, fromEnd: true));

        public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

        public static Range EndAt(Index end) => new(0, end);
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>A constructor that sets all required members.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    /// <summary>The mark of <c>init</c>.</summary>
    internal static class IsExternalInit;

    /// <summary>The mark of <c>required</c>.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>What a compiler has to know to use a member.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}
