using System.IO;
using System.Reflection;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What the module answers in Windows PowerShell 5.1 when an assembly is not found, and whom.</summary>
public sealed class OwnAssembliesSpecs
{
    private static readonly string Lib = Path.Combine(Checkout.Root, "lib");
    private static readonly string Json = Path.Combine(Lib, "System.Text.Json.dll");
    private static readonly string Memory = Path.Combine(Lib, "System.Memory.dll");

    private readonly OwnAssemblies _own = new(Lib);

    [Fact]
    public void An_assembly_of_the_module_gets_a_dependency_in_a_later_version_than_it_was_built_against() =>
        Assert.Equal(Memory, _own.FileFor(Json, "System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51"));

    [Fact]
    public void It_gets_the_very_version_too_and_one_without_a_key()
    {
        Assert.Equal(Memory, _own.FileFor(Json, AssemblyName.GetAssemblyName(Memory).FullName));
        var library = Path.Combine(Lib, "ClovaOcr.dll");
        Assert.Equal(library, _own.FileFor(Path.Combine(Lib, "ClovaOcr.PowerShell.dll"), AssemblyName.GetAssemblyName(library).FullName));
    }

    [Theory]
    [InlineData("System.Memory, Version=9.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a")]
    [InlineData("System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=null")]
    [InlineData("ClovaOcr, Version=0.0.1.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("System.Memory.resources, Version=4.0.1.2, Culture=ko-KR, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed")]
    [InlineData("../ClovaOcr, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null")]
    public void A_later_version_another_key_and_a_name_that_is_not_there_are_not_answered(string wanted) =>
        Assert.Null(_own.FileFor(Json, wanted));

    [Theory]
    [InlineData("")]
    [InlineData("System.Text.Json.dll")]
    [InlineData("/modules/Other/System.Text.Json.dll")]
    [InlineData("/modules/ClovaOcr/lib/more/System.Text.Json.dll")]
    public void Another_module_is_not_answered(string asking) =>
        Assert.Null(_own.FileFor(asking, "System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51"));

    [Fact]
    public void Two_versions_of_the_module_side_by_side_keep_each_their_own()
    {
        var folder = Directory.CreateTempSubdirectory("clovaocr-");
        try
        {
            var later = Directory.CreateDirectory(Path.Combine(folder.FullName, "0.2.0", "lib")).FullName;
            var (json, memory) = (Path.Combine(later, Path.GetFileName(Json)), Path.Combine(later, Path.GetFileName(Memory)));
            File.Copy(Json, json);
            File.Copy(Memory, memory);
            const string Wanted = "System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";
            Assert.Equal((null, memory), (_own.FileFor(json, Wanted), new OwnAssemblies(later).FileFor(json, Wanted)));
            Assert.Equal((Memory, null), (_own.FileFor(Json, Wanted), new OwnAssemblies(later).FileFor(Json, Wanted)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Who_does_not_say_who_he_is_gets_what_has_a_key_only()
    {
        Assert.Equal(Memory, _own.FileFor(null, "System.Memory, Version=4.0.1.2, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51"));
        Assert.Null(_own.FileFor(null, AssemblyName.GetAssemblyName(Path.Combine(Lib, "ClovaOcr.dll")).FullName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_that_an_update_took_away_or_is_writing_harms_nobody_who_asks(bool isThere)
    {
        var folder = Directory.CreateTempSubdirectory("clovaocr-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "System.Memory.dll"), "half of it");
            if (!isThere) folder.Delete(recursive: true);
            Assert.Null(new OwnAssemblies(folder.FullName).FileFor(null, AssemblyName.GetAssemblyName(Memory).FullName));
        }
        finally
        {
            if (isThere) folder.Delete(recursive: true);
        }
    }
}
