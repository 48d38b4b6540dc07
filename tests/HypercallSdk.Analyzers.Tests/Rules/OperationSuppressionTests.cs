using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>The ordinary ways of silencing work for every rule about operations and their results.</summary>
public sealed class OperationSuppressionTests
{
    private const string Remove = "MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)";

    /// <summary>Each rule, and statements that it reports once.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "HCS3001", "return XenVersion.Extraversion2(null).IsSuccess;" },
        { "HCS3002", "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.Gmfn, 0, gfn).IsSuccess;" },
        { "HCS3003", "uint count = 1; return MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, null).IsSuccess;" },
        { "HCS3004", "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 1, gfn).IsSuccess;" },
        { "HCS3005", "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GmfnForeign, 1, gfn).IsSuccess;" },
        { "HCS3006", "uint count = 1; return MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, null).Errno == XenErrno.ENOSYS;" },
        { "HCS4001", Remove + ";" },
        { "HCS4002", "return MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self).Value < 0;" },
        { "HCS4003", "return (int)" + Remove + ".Value == 0;" },
        { "HCS4004", "XenResult asked = GrantTableOp.GetVersion(DomId.Self, out uint version); number = version; return asked.IsSuccess;" },
        { "HCS4005", "return GrantTableOp.UnmapGrantRef(gfn.Address, 0, default, out _).IsSuccess;" },
        { "HCS4006", "return " + Remove + ".Value == (long)XenErrno.ENOENT;" },
        { "HCS4007", "GrantStatus status; do { if (GrantTableOp.UnmapGrantRef(gfn.Address, 0, default, out status).IsFailure) { return false; } } while (status == GrantStatus.Again);" },
        { "HCS4008", "uint count = 1; Gfn frame = gfn; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, &frame).IsSuccess;" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_reports_and_a_pragma_silences_it(string id, string statements)
    {
        Assert.Equal([id], (await XenGuest.Diagnostics(Source(string.Empty, statements, string.Empty))).Select(static item => item.Id));
        Assert.Empty(await XenGuest.Diagnostics(Source($"#pragma warning disable {id}", statements, $"#pragma warning restore {id}")));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_attribute_silences_a_rule(string id, string statements)
    {
        string category = id[3] == '3' ? "HypercallSdk.Availability" : "HypercallSdk.Results";
        string attribute = $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"{category}\", \"{id}\", Justification = \"test\")]";

        Assert.Empty(await XenGuest.Diagnostics(Source(attribute, statements, string.Empty)));
    }

    [Fact]
    public void Every_rule_about_operations_has_a_case() => Assert.Equal(
        Resource.Names("rules/HCS3").Concat(Resource.Names("rules/HCS4")).Select(static name => name["rules/".Length..^".md".Length]),
        Cases.Select(static row => (string)row[0]));

    private static string Source(string before, string statements, string after) => $$"""
        using HypercallSdk;
        using HypercallSdk.Xen;
        public static unsafe class Guest
        {
        {{before}}
        public static bool Run(ulong number, Gfn gfn, Gfn* gfns) { {{statements}} return true; }
        {{after}}
        }
        """;
}
