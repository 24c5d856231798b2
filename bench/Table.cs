using System.IO;

namespace Bench;

/// <summary>Prints rows as they are measured: a ratio, what it may be at the most, and the figures that it was made of.</summary>
internal sealed class Table(TextWriter screen)
{
    public void Section(string title)
    {
        screen.WriteLine();
        Line(title, "ratio", "bound", "held", "figures");
    }

    /// <param name="what">What was measured.</param>
    /// <param name="measure">What came out.</param>
    /// <param name="figures">The figures behind it.</param>
    /// <param name="bound">The most that the issue allows, in the measure's unit; null when it says nothing.</param>
    public void Row(string what, Measure measure, string figures, double? bound = null) => Line(
        "  " + what,
        measure.ToString(),
        bound is { } most ? (measure with { Value = most }).ToString() : "",
        bound is null ? "" : measure.Value <= bound ? "yes" : "NO",
        figures);

    /// <summary>A line that stands for rows that could not be measured.</summary>
    public void Note(string text) => screen.WriteLine("  " + text);

    private void Line(string what, string ratio, string bound, string held, string figures) =>
        screen.WriteLine($"{what,-58}{ratio,10}{bound,10}  {held,-4}  {figures}");
}
