using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>All that printing, exporting or walking through an object can show of it, as text.</summary>
internal static class ObjectDump
{
    private const int Depth = 10;

    // An exception leads through its method to every assembly there is.
    private const int ErrorDepth = 2;

    /// <summary>The dumps of an object: as text, each member with its value, as Clixml; of an error also its exceptions and where it came from.</summary>
    public static IEnumerable<string> Of(PSObject? value)
    {
        if (value is null) yield break;
        yield return value.ToString();
        var record = value.BaseObject as ErrorRecord ?? (value.BaseObject as IContainsErrorRecord)?.ErrorRecord;
        if (record is not null)
        {
            foreach (var text in OfError(record)) yield return text;
        }

        if (!IsOurs(value)) yield break;
        foreach (var property in value.Properties) yield return $"{property.Name}: {ValueOf(property)}";
        yield return PSSerializer.Serialize(value, Depth);
    }

    private static IEnumerable<string> OfError(ErrorRecord record)
    {
        for (var exception = record.Exception; exception is not null; exception = exception.InnerException)
        {
            yield return exception.ToString();
            foreach (DictionaryEntry entry in exception.Data) yield return $"{entry.Key}: {entry.Value}";
            foreach (var property in exception.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                yield return $"{property.Name}: {property.GetValue(exception)}";
        }

        yield return record.ToString();
        yield return $"{record.CategoryInfo} {record.CategoryInfo.TargetName} {record.FullyQualifiedErrorId} {record.ErrorDetails} {record.ScriptStackTrace}";
        if (record.InvocationInfo is { } invocation)
        {
            yield return $"{invocation.Line} {invocation.PositionMessage}";
            foreach (var (name, value) in invocation.BoundParameters) yield return $"{name}: {TextOf(value)}";
            foreach (var value in invocation.UnboundArguments) yield return TextOf(value);
        }

        yield return PSSerializer.Serialize(record, ErrorDepth);
    }

    /// <summary>Only what the module makes: the engine's own objects lead to everything there is.</summary>
    private static bool IsOurs(PSObject value) =>
        value.BaseObject is PSCustomObject or string || value.TypeNames.Any(name => name.Contains("ClovaOcr", StringComparison.Ordinal));

    private static string ValueOf(PSPropertyInfo property)
    {
        try
        {
            return TextOf(property.Value);
        }
        catch (GetValueException exception)
        {
            return exception.Message;
        }
    }

    private static string TextOf(object? value) => value switch
    {
        PSObject wrapped when wrapped.BaseObject is not PSCustomObject => TextOf(wrapped.BaseObject),
        IDictionary table => string.Join(", ", table.Keys.Cast<object>().Select(key => $"{key}={TextOf(table[key])}")),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>().Take(1000).Select(TextOf)),
        _ => value?.ToString() ?? "",
    };
}
