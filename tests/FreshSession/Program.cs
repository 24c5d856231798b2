using System;
using Quickstart;

namespace ClovaOcr.FreshSession;

/// <summary>
/// A process in which nothing has run but a session's start, the module's import included, and the scripts of the command line. Shows
/// what comes of each as the prompt does.
/// </summary>
internal static class Program
{
    public static int Main(string[] scripts)
    {
        using var session = new ModuleSession(Console.Out);
        foreach (var script in scripts) session.Show(script);
        return 0;
    }
}
