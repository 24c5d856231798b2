using System;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>
/// Lets a moment be given as an age: a TimeSpan is that long ago. Refuses what PowerShell would turn into a moment of the year 1, such as
/// a number that is meant as days: nothing would be dropped, and nobody told.
/// </summary>
internal sealed class AgeTransformationAttribute : ArgumentTransformationAttribute
{
    // No journal has answers of before the service was there.
    private const int FirstYear = 2000;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var now = DateTime.Now;
        if (given is TimeSpan age && age < now - new DateTime(FirstYear, 1, 1) && age > now - DateTime.MaxValue) return now - age;
        return given is DateTime or DateTimeOffset or string
            && LanguagePrimitives.TryConvertTo<DateTime>(given, out var moment)
            && moment.Year is >= FirstYear and < 9999
            ? moment
            : throw new ArgumentTransformationMetadataException(
                "Give a moment since the year 2000, such as (Get-Date).AddDays(-90), or an age, such as (New-TimeSpan -Days 90).");
    }
}
