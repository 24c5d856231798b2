using System;
using System.Linq;

namespace ClovaOcr.Fuzz;

/// <summary>What a target holds a part to.</summary>
internal static class Promise
{
    /// <exception cref="BrokenPromiseException">It does not hold.</exception>
    public static void Holds(bool isSo, string promise)
    {
        if (!isSo) throw new BrokenPromiseException(promise);
    }

    /// <summary>What the work makes; null when it was refused for one of the documented reasons.</summary>
    /// <exception cref="BrokenPromiseException">It was refused for another.</exception>
    public static T? MadeOrRefused<T>(Func<T> work, params ClovaOcrErrorKind[] reasons)
        where T : class?
    {
        try
        {
            return work();
        }
        catch (ClovaOcrException refusal)
        {
            return reasons.Contains(refusal.Kind) ? null : throw new BrokenPromiseException($"No refusal of the kind {refusal.Kind}.", refusal);
        }
    }

    /// <summary>The refusal of work that must be refused.</summary>
    /// <exception cref="BrokenPromiseException">It was done.</exception>
    public static ClovaOcrException RefusalOf<T>(Func<T> work)
    {
        try
        {
            work();
        }
        catch (ClovaOcrException refusal)
        {
            return refusal;
        }

        throw new BrokenPromiseException("What must be refused is not done.");
    }

    /// <summary>What the work makes, which must take no more memory than it may.</summary>
    /// <param name="most">Bytes: all that the thread may take, whether or not it gives it back meanwhile.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="BrokenPromiseException">It took more.</exception>
    public static T Within<T>(long most, Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = work();
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        return taken <= most ? made : throw new BrokenPromiseException($"No more than {most:N0} bytes are taken ({taken:N0}).");
    }
}
