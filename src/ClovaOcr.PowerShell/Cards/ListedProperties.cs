using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>
/// What PowerShell lists of a row behind an object of another type, where it takes no view: what the row's own list has, and so not the
/// paths as they are, in which a registration number is not masked. A file of types would say the same, and make every import slower.
/// </summary>
internal static class ListedProperties
{
    private static readonly string[] Paths = [nameof(AlienCard.Path), nameof(MaskedImage.SourcePath)];

    private static readonly ConcurrentDictionary<Type, PSMemberSet> Sets = new();

    /// <summary>Makes them known to PowerShell.</summary>
    public static PSObject AddTo(object row)
    {
        var shown = PSObject.AsPSObject(row);
        if (shown.Members["PSStandardMembers"] is null) shown.Members.Add(Sets.GetOrAdd(row.GetType(), SetOf));
        return shown;
    }

    private static PSMemberSet SetOf(Type type)
    {
        var visible = type.GetProperties().Where(property => !property.IsDefined(typeof(HiddenAttribute), inherit: false)).Select(property => property.Name);
        var listed = new PSPropertySet("DefaultDisplayPropertySet", visible.Except(Paths).Prepend(nameof(AlienCard.File)));
        return new PSMemberSet("PSStandardMembers", [listed]);
    }
}
