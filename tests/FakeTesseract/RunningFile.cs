using System;
using System.IO;

namespace ClovaOcr.FakeTesseract;

/// <summary>A file that is locked as long as a process runs, however it ends.</summary>
internal static class RunningFile
{
    public static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, $"running-{Environment.ProcessId}");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // A test looks at it between its making and its locking.
            }
        }
    }
}
