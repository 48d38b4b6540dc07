using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>Numbers of different kinds do not stand in for each other: the compiler itself refuses.</summary>
public sealed class TypeSafetyTests
{
    [Theory]
    [InlineData("memory.Map(new GuestPhysicalAddress(0x38000000));", "CS1503")]
    [InlineData("memory.MapAt(new Gfn(0x38000));", "CS1503")]
    [InlineData("memory.Map(0x38000);", "CS1503")]
    [InlineData("memory.Map(0x38000UL);", "CS1503")]
    [InlineData("memory.MapAt(0x38000000);", "CS1503")]
    [InlineData("memory.Map(new Pfn(0x38000));", "CS1503")]
    [InlineData("memory.Map(new Mfn(0x38000));", "CS1503")]
    [InlineData("Gfn frame = 0x38000;", "CS0029")]
    [InlineData("ulong value = new Gfn(0x38000);", "CS0029")]
    [InlineData("Gfn frame = (Gfn)0x38000;", "CS0030")]
    [InlineData("GuestPhysicalAddress address = (GuestPhysicalAddress)new Gfn(0x38000);", "CS0030")]
    [InlineData("_ = new Gfn(1) + new Gfn(2);", "CS0019")]
    [InlineData("_ = new Gfn(1) == new Pfn(1);", "CS0019")]
    public void A_number_of_another_kind_does_not_compile(string statement, string error) =>
        Assert.Equal([error], Errors(statement));

    [Theory]
    [InlineData("memory.Map(new Gfn(0x38000));")]
    [InlineData("memory.Map(new GuestPhysicalAddress(0x38000000).Frame);")]
    [InlineData("memory.MapAt(new Gfn(0x38000).Address);")]
    [InlineData("_ = new Gfn(1) + 1 == new Gfn(2);")]
    public void A_number_of_its_own_kind_compiles(string statement) => Assert.Empty(Errors(statement));

    private static IEnumerable<string> Errors(string statement) => GuestCompilation.Of(GuestSource.Method(statement))
        .GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(static diagnostic => diagnostic.Id);
}
