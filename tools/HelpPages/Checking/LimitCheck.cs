using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using HelpPages.Module;

namespace HelpPages.Checking;

/// <summary>The limits and the default in a parameter's words are the module's, and none that the module has is left out.</summary>
internal static class LimitCheck
{
    /// <summary>What is wrong with the figures in a parameter's words.</summary>
    public static IEnumerable<string> Run(ParameterFacts parameter, string words, string culture)
    {
        var says = LimitWords.ByCulture[culture];
        return Ranges(parameter, words, says)
            .Concat(Defaults(parameter, words, says))
            .Select(problem => $"-{parameter.Name}: {problem}");
    }

    private static IEnumerable<string> Ranges(ParameterFacts parameter, string words, LimitWords says)
    {
        var ranges = says.Range.Matches(words);
        foreach (var match in ranges.Where(match => (Number(match, 1), Number(match, 2)) != (parameter.Minimum, parameter.Maximum)))
            yield return $"\"{match.Value}\" is not the module's range, {Shown(parameter.Minimum)} to {Shown(parameter.Maximum)}.";
        foreach (var match in says.First.Matches(words).Where(match => Number(match, 1) != parameter.Minimum))
            yield return $"\"{match.Value}\" is not where the module begins, {Shown(parameter.Minimum)}.";

        // As high as the type goes is no limit that anybody has to know.
        if (ranges.Count == 0 && parameter.Maximum < int.MaxValue)
            yield return Missing(says.RangeExample, parameter.Minimum, parameter.Maximum);
    }

    private static IEnumerable<string> Defaults(ParameterFacts parameter, string words, LimitWords says)
    {
        var numbers = says.Default.Matches(words);
        var wrong = numbers
            .Where(match => !IsDefault(match.Groups[1].Value) || (match.Groups[2].Success && !IsDefault(match.Groups[2].Value)))
            .Concat(says.DefaultValue.Matches(words).Where(match => match.Groups[1].Value != parameter.Default));
        foreach (var match in wrong) yield return $"\"{match.Value}\" is not the module's default, {parameter.Default ?? "none"}.";
        if (numbers.Count == 0 && long.TryParse(parameter.Default, CultureInfo.InvariantCulture, out _))
            yield return Missing(says.DefaultExample, parameter.Default);

        // As PowerShell takes a number, so that 50MB is one.
        bool IsDefault(string text) =>
            LanguagePrimitives.TryConvertTo<long>(text, CultureInfo.InvariantCulture, out var number) && Shown(number) == parameter.Default;
    }

    private static string Missing(string example, params object?[] values) =>
        $"\"{string.Format(CultureInfo.InvariantCulture, example, values)}\" is missing.";

    private static long Number(Match match, int group) =>
        long.Parse(match.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Shown(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
