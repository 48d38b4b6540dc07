using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The numbers and the availability of declared operations against the history of Xen's headers.</summary>
public sealed class XenOperationTests
{
    private static readonly IReadOnlyDictionary<string, XenOperation> Known = XenOperation.ByName();

    [Fact]
    public void Every_declared_operation_exists_where_Xen_has_it() =>
        Assert.Empty(DifferencesOf(DeclaredAbi.Of(GuestSources.Xen())));

    [Theory]
    [InlineData("IMemoryOp.cs", "Availability(Since = \"4.2\")", "Availability(Since = \"4.3\")", "XENMEM_remove_from_physmap: since 4.3, Xen since 4.2")]
    [InlineData("IMemoryOp.cs", ", Availability(Since = \"4.2\")", "", "XENMEM_remove_from_physmap: since , Xen since 4.2")]
    [InlineData("IMemoryOp.cs", "Since = \"4.2\"", "Since = \"4.2\", Until = \"4.20\"", "XENMEM_remove_from_physmap: until 4.20, Xen until ")]
    [InlineData("IMemoryOp.cs", "Since = \"4.2\"", "Since = \"4.2\", Abis = HypercallAbis.X86", "XENMEM_remove_from_physmap: not on Arm, but Xen's is")]
    [InlineData("IMemoryOp.cs", "HypercallOp(15, ", "HypercallOp(16, ", "XENMEM_remove_from_physmap: number 16, Xen's 15")]
    [InlineData("ISchedOp.cs", "SCHEDOP_yield", "SCHEDOP_yeild", "SCHEDOP_yeild: Xen has none of this name")]
    public void A_mistake_is_seen(string file, string old, string mistaken, string difference) =>
        Assert.Equal([difference], DifferencesOf(DeclaredAbi.Of(GuestSources.Xen(new SourceEdit(file, old, mistaken)))));

    private static IEnumerable<string> DifferencesOf(DeclaredAbi declared)
    {
        Assert.Empty(declared.Problems);
        return declared.Hypercalls.SelectMany(static hypercall => hypercall.Operations
            .Where(static operation => !operation.IsProposed)
            .SelectMany(operation => DifferencesOf(operation, hypercall.Number)));
    }

    private static IEnumerable<string> DifferencesOf(OperationDeclaration operation, uint? hypercall)
    {
        if (!Known.TryGetValue(operation.CName, out XenOperation? known) || known.Hypercall != hypercall)
        {
            yield return $"{operation.CName}: Xen has none of this name";
            yield break;
        }

        if (operation.Number != known.Number)
        {
            yield return $"{operation.CName}: number {operation.Number}, Xen's {known.Number}";
        }

        if (operation.Availability.Since?.ToString() != known.Since)
        {
            yield return $"{operation.CName}: since {operation.Availability.Since}, Xen since {known.Since}";
        }

        if (operation.Availability.Until?.ToString() != known.Until)
        {
            yield return $"{operation.CName}: until {operation.Availability.Until}, Xen until {known.Until}";
        }

        bool isOnArm = (operation.Availability.Abis & AbiSet.Arm) != 0;
        if (known.IsOnArm is { } expected && isOnArm != expected)
        {
            yield return $"{operation.CName}: {(isOnArm ? "on Arm, but Xen's is not" : "not on Arm, but Xen's is")}";
        }
    }
}
