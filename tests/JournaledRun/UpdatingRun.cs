using System;
using System.Security;
using ClovaOcr.Journal;
using ClovaOcr.Platform;

namespace ClovaOcr.JournaledRun;

/// <summary>Writes a journal anew without any of its answers.</summary>
internal static class UpdatingRun
{
    public static int Run(string journal, SecureString secret, Disk disk)
    {
        CardJournal.Update(journal, secret, new JournalUpdateOptions { OlderThan = DateTimeOffset.MaxValue }, disk);
        return 0;
    }
}
