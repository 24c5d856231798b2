using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.PowerShell.Tests.Framework;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>
/// The very files that are installed, held against the .NET Framework 4.7.2, on which Windows PowerShell 5.1 runs: nothing that they use is
/// missing there. It says nothing of what is found at run time, by name (docs/windows-powershell.md).
/// </summary>
public sealed class FrameworkSpecs : IDisposable
{
    private readonly FrameworkShelf _shelf = new(Path.Combine(Checkout.Root, "lib"));

    [Fact]
    public void Each_assembly_that_is_referred_to_is_in_the_framework_or_beside_the_module_with_the_same_key_and_no_older()
    {
        var missing =
            from file in _shelf.Own
            let metadata = _shelf.Read(file)
            from handle in metadata.AssemblyReferences
            let wanted = metadata.GetAssemblyReference(handle).GetAssemblyName()
            where wanted.Name != "System.Management.Automation" && _shelf.FileFor(file, wanted) is null
            select $"{Path.GetFileName(file)} asks for {wanted}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_type_method_and_field_that_is_used_is_there()
    {
        var lookup = new MemberLookup(_shelf);
        var missing = new List<string>();
        var lookedUp = 0;
        foreach (var file in _shelf.Own)
        {
            var (of, count) = lookup.Check(file);
            missing.AddRange(of);
            lookedUp += count;
        }

        Assert.Empty(missing);
        Assert.True(lookedUp > 5000, $"Only {lookedUp} uses were looked up.");
    }

    /// <summary>So that the two above are known to find something.</summary>
    [Fact]
    public void A_program_for_a_later_NET_does_not_pass() =>
        Assert.NotEmpty(new MemberLookup(_shelf).Check(typeof(FrameworkSpecs).Assembly.Location).Missing);

    public void Dispose() => _shelf.Dispose();
}
