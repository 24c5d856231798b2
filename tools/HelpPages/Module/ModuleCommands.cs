using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace HelpPages.Module;

/// <summary>Asks PowerShell's engine what the module's commands are.</summary>
internal static class ModuleCommands
{
    /// <summary>The commands of an assembly, by name.</summary>
    public static IReadOnlyList<CommandFacts> Read(string assembly)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", assembly).AddParameter("PassThru")
            .AddParameter("ErrorAction", ActionPreference.Stop);
        var module = (PSModuleInfo)shell.Invoke().Single().BaseObject;
        return [.. module.ExportedCmdlets.Values.OrderBy(command => command.Name, StringComparer.Ordinal).Select(FactsOf)];
    }

    private static CommandFacts FactsOf(CmdletInfo command)
    {
        var instance = Activator.CreateInstance(command.ImplementingType)!;
        var sets = command.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .Select(set => new ParameterSetFacts(set.Name, [.. InSyntaxOrder(set).Select(parameter => FactsOf(parameter, command, instance))]))
            .ToList();
        var parameters = sets.SelectMany(set => set.Parameters).GroupBy(parameter => parameter.Name).Select(Merge).ToList();
        var inputs = command.ParameterSets.SelectMany(set => set.Parameters)
            .Where(parameter => parameter.ValueFromPipeline)
            .Select(parameter => parameter.ParameterType)
            .Select(type => type.IsArray ? type.GetElementType()! : type)
            .Distinct()
            .ToList();
        return new(
            command.Name,
            parameters,
            sets,
            [.. command.OutputType.Where(output => output.Type != typeof(void)).Select(output => output.Name)],
            [.. inputs.Where(type => !IsAny(type)).Select(type => type.FullName!)],
            inputs.Any(IsAny));
    }

    private static bool IsAny(Type type) => type == typeof(object) || type == typeof(PSObject);

    /// <summary>Positional parameters first, then those that must be given, as PowerShell prints a syntax line.</summary>
    private static IOrderedEnumerable<CommandParameterInfo> InSyntaxOrder(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
        .ThenByDescending(parameter => parameter.IsMandatory)
        .ThenBy(parameter => Cmdlet.OptionalCommonParameters.Contains(parameter.Name));

    private static ParameterFacts FactsOf(CommandParameterInfo parameter, CmdletInfo command, object instance)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var range = parameter.Attributes.OfType<ValidateRangeAttribute>().SingleOrDefault();
        return new ParameterFacts
        {
            Name = parameter.Name,
            TypeName = type.Name,
            IsSwitch = type == typeof(SwitchParameter),
            IsArray = type.IsArray,
            IsRequired = parameter.IsMandatory,
            Position = parameter.Position < 0 ? null : parameter.Position,
            TakesPipeline = parameter.ValueFromPipeline,
            TakesPipelineByName = parameter.ValueFromPipelineByPropertyName,
            TakesWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Aliases = [.. parameter.Aliases],
            Values = type.IsEnum
                ? Enum.GetNames(type)
                : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(values => values.ValidValues)],
            Minimum = range is null ? null : Convert.ToInt64(range.MinRange, CultureInfo.InvariantCulture),
            Maximum = range is null ? null : Convert.ToInt64(range.MaxRange, CultureInfo.InvariantCulture),
            Default = type == typeof(SwitchParameter) ? bool.FalseString
                : parameter.IsMandatory ? null
                : DefaultOf(command.ImplementingType.GetProperty(parameter.Name)?.GetValue(instance)),
        };
    }

    private static string? DefaultOf(object? value) => value switch
    {
        null => null,
        string text => text.Length > 0 ? text : null,
        ICollection { Count: 0 } => null,
        ICollection several => string.Join(", ", several.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A parameter over all its sets: required when it is in each of them.</summary>
    private static ParameterFacts Merge(IEnumerable<ParameterFacts> inSets)
    {
        var all = inSets.ToList();
        return all[0] with
        {
            IsRequired = all.TrueForAll(parameter => parameter.IsRequired),
            Position = all.Min(parameter => parameter.Position),
            TakesPipeline = all.Exists(parameter => parameter.TakesPipeline),
            TakesPipelineByName = all.Exists(parameter => parameter.TakesPipelineByName),
        };
    }
}
