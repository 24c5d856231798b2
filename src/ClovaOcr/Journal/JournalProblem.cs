using System;

namespace ClovaOcr.Journal;

/// <summary>The exceptions of this part, each with what was found and what to do about it.</summary>
internal static class JournalProblem
{
    public static ClovaOcrException EmptySecret() => new(
        ClovaOcrErrorKind.InvalidSecret,
        "The secret is empty, so a journal cannot be encrypted with it. Give the secret of the connection.");

    /// <param name="found">What is in the way, as a whole sentence with its remedy.</param>
    /// <param name="cause">The system's own exception.</param>
    public static ClovaOcrException Unreadable(string found, Exception? cause = null) =>
        new(ClovaOcrErrorKind.JournalUnreadable, found, cause);

    public static ClovaOcrException CannotBeRead(Exception cause) => Unreadable(
        "The journal cannot be read. Check that it is a file, your rights to it, and the disk.", cause);

    public static ClovaOcrException NotThere() => Unreadable("There is no such journal. Check its path.");

    public static ClovaOcrException NoJournal() => Unreadable(
        "The file is not a journal, or its beginning is damaged beyond use. It was left as it is; give another path for the journal.");

    public static ClovaOcrException NewerVersion() => Unreadable(
        "The journal was written by a newer version of this module. Update the module, or give another path for the journal.");

    public static ClovaOcrException Locked() => new(
        ClovaOcrErrorKind.JournalLocked,
        "Another run writes to the journal, and only one can. Wait until it has ended, or give each run a journal of its own.");

    public static ClovaOcrException WrongSecret() => new(
        ClovaOcrErrorKind.JournalWrongSecret,
        "The journal was written with another secret. Connect with that one, or give another path for the journal. If the service's secret "
        + "was changed, Update-AlienCardJournal -NewSecret brings the journal from the old one to the new.");

    public static ClovaOcrException DamagedHeader(long offset, long length) => new(
        ClovaOcrErrorKind.JournalDamaged,
        FormattableString.Invariant($"The journal is damaged at byte {offset}, {length} bytes long: one of the two copies of its header. ")
        + "No answer is lost. Check the disk; Update-AlienCardJournal writes the journal anew.");

    public static ClovaOcrException Damaged(long offset, long length) => new(
        ClovaOcrErrorKind.JournalDamaged,
        FormattableString.Invariant($"The journal is damaged at byte {offset}, {length} bytes long. The answers in there cannot be read ")
        + "and would be paid for again; all others are intact. Check the disk. Restore a copy, or drop the damaged part with "
        + "Update-AlienCardJournal.");

    public static ClovaOcrException DamagedSince(long offset) => new(
        ClovaOcrErrorKind.JournalDamaged,
        FormattableString.Invariant($"The journal was damaged at byte {offset} after it was opened, so the answer there cannot be read. ")
        + "Check the disk, and that no other program changes the journal; then run the command again.");

    public static ClovaOcrException Torn(long offset, long length, bool wasCut) => new(
        ClovaOcrErrorKind.JournalTorn,
        FormattableString.Invariant($"The journal's last record, at byte {offset}, is not whole ({length} bytes): the run that wrote it ")
        + (wasCut ? "ended in the middle. It was cut off. " : "ended in the middle, or is still writing. ")
        + "Nothing but the answer that was being written is lost.");

    /// <param name="found">What is in the way, as a whole sentence with its remedy.</param>
    /// <param name="cause">The system's own exception.</param>
    public static ClovaOcrException Unwritable(string found, Exception? cause = null) =>
        new(ClovaOcrErrorKind.JournalUnwritable, found, cause) { StopsBatch = true };

    public static ClovaOcrException CannotBeWritten(Exception cause) => Unwritable(
        "The journal cannot be written. Check that it is a file in a folder that is there, your rights to both, and the disk's free space.",
        cause);

    public static ClovaOcrException NoFile() => Unwritable(
        "The journal's path is that of a device or a pipe, which keeps nothing. Give the path of a file.");

    public static ClovaOcrException NotRewritten(Exception cause) => Unwritable(
        "The journal could not be written anew and is as it was. Check your rights to its folder and the disk's free space, which must "
        + "hold it a second time. A link can be followed in PowerShell 7 only.",
        cause);

    public static ClovaOcrException NotConfirmed(Exception cause) => Unwritable(
        "The journal was written anew, but the disk did not confirm it: after a power cut the old one may be back. Check the disk and run "
        + "the command again.",
        cause);

    public static ClovaOcrException NotFlushed(Exception cause) => Unwritable(
        "The disk did not take the journal's last answers. They were taken back, and nothing more is written in this run. "
        + "Check the disk and run the command again.",
        cause);
}
