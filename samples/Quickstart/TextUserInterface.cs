using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace Quickstart;

/// <summary>The part of the host that prints. Streams other than output carry their PowerShell prefix, as at a prompt.</summary>
internal sealed class TextUserInterface(TextWriter screen) : PSHostUserInterface
{
    private readonly List<ProgressRecord> _progress = [];

    public override PSHostRawUserInterface RawUI { get; } = new TextRawUserInterface();

    public IReadOnlyList<ProgressRecord> Progress => _progress;

    public override void Write(string value) => screen.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => screen.WriteLine(Plain(value));

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => screen.WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => screen.WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => screen.WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Add(record);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NobodyThere();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NobodyThere();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NobodyThere();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        throw NobodyThere();

    public override string ReadLine() => throw NobodyThere();

    public override SecureString ReadLineAsSecureString() => throw NobodyThere();

    /// <summary>The text without the colours that the engine's formatting puts into it.</summary>
    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static NotSupportedException NobodyThere() => new("Nobody sits at this host, so a command must not ask.");

    private sealed class TextRawUserInterface : PSHostRawUserInterface
    {
        public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

        public override Size BufferSize { get; set; } = new(100, 1000);

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; } = 1;

        public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

        public override bool KeyAvailable => false;

        public override Size MaxPhysicalWindowSize => BufferSize;

        public override Size MaxWindowSize => BufferSize;

        public override Coordinates WindowPosition { get; set; }

        public override Size WindowSize { get; set; } = new(100, 50);

        public override string WindowTitle { get; set; } = "";

        /// <summary>Korean letters take two columns.</summary>
        public override int LengthInBufferCells(char source) =>
            source is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uD7A3') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1;

        public override int LengthInBufferCells(string source) => source.Sum(LengthInBufferCells);

        public override int LengthInBufferCells(string source, int offset) => source.Skip(offset).Sum(LengthInBufferCells);

        public override void FlushInputBuffer()
        {
        }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw NobodyThere();

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
        {
        }

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
        {
        }

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
        {
        }
    }
}
