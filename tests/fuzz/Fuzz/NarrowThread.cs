using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace ClovaOcr.Fuzz;

/// <summary>
/// A thread with as little room for nested calls as a system gives one where it gives least, so that a depth that is too much there is too
/// much everywhere.
/// </summary>
public static class NarrowThread
{
    private const int Size = 1 << 20;

    /// <summary>Does the work there, and throws what it throws.</summary>
    public static void Run(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Work, Size);
        thread.Start();
        thread.Join();
        failure?.Throw();

        void Work()
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
