using System.Collections.Generic;

namespace HelpPages.Text;

/// <summary>A piece of a page without its markdown.</summary>
internal abstract record TextBlock;

/// <summary>A paragraph; a line end in it is meant.</summary>
internal sealed record Prose(string Text) : TextBlock
{
    /// <summary>Whether no line end is meant in it.</summary>
    public bool IsOneLine => !Text.Contains('\n');
}

/// <summary>Fenced code.</summary>
/// <param name="Language">The word after the fence.</param>
/// <param name="Text">The lines, without a line end behind the last.</param>
/// <param name="Line">The line of its fence, from 1.</param>
internal sealed record Code(string Language, string Text, int Line) : TextBlock;

/// <summary>A list.</summary>
internal sealed record Items(IReadOnlyList<Item> All) : TextBlock;

/// <summary>A table; the first row is its head, which may be empty.</summary>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<string>> Rows) : TextBlock;

/// <summary>An entry of a list.</summary>
/// <param name="Mark">What stands before it, such as <c>-</c> or <c>2.</c>.</param>
/// <param name="Blocks">What it says.</param>
internal sealed record Item(string Mark, IReadOnlyList<TextBlock> Blocks);
