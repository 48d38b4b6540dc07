using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using HypercallSdk.Analyzers.Tests.Lifecycles;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>The ordinary ways of silencing work for every rule about units and about calls.</summary>
public sealed class OperationSuppressionTests
{
    private const string Remove = "MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)";

    private const string Ask = "return MemoryOp.ReservedDeviceMemoryMap(default, ref count, &one, default).IsSuccess;";

    /// <summary>The rule that is about processes alone.</summary>
    private const string OfProcesses = "HCS6005";

    /// <summary>Each rule, and statements that it reports once.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "HCS1001", "return MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(gfn.Address.Value)).IsSuccess;" },
        { "HCS1002", "return new GuestPhysicalAddress(gfn.Value).Value == number;" },
        { "HCS1003", "return (uint)gfn.Address.Value == 1;" },
        { "HCS1004", "return new Gfn((uint)number << 12) == gfn;" },
        { "HCS1005", "return new GuestPhysicalAddress(gfn.Value << 16) == gfn.Address;" },
        { "HCS1006", "return gfn.Address.Value + 1 == number;" },
        { "HCS1007", "return new Gfn(new Mfn(number).Value) == gfn;" },
        { "HCS1008", "return new Gfn(gfn.Value >> 12) == gfn;" },
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
        { "HCS4009", "number = MemoryOp.MaximumRamPage().Value + 1;" },
        { "HCS4010", "return " + Remove + ".Errno == XenErrno.ENOSYS;" },
        { "HCS5001", "return " + Calls.MapGrant.Replace("out GrantHandle handle", "out _", StringComparison.Ordinal) + ".IsSuccess && status == GrantStatus.Okay;" },
        { "HCS5002", Calls.Map + "if (number == 0) { return false; } " + Calls.Unmap },
        { "HCS5003", Calls.Map + "_ = handle.Value; return " + Remove + ".IsSuccess;" },
        { "HCS5004", Calls.Add + Calls.Remove + Calls.Remove },
        { "HCS5005", "return GrantTableOp.UnmapGrantRef(default, 0, default, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;" },
        { "HCS5006", "_ = " + Remove + "; return MemoryOp.PopulatePhysmap(&gfn, 1, 0, default, DomId.Self).IsAll(1);" },
        { "HCS5007", "for (ulong total = 0; ;) { if (MemoryOp.DecreaseReservation(gfns, 1, 0, default, DomId.Self).IsAll(1)) { total++; } }" },
        { "HCS5008", "for (uint index = 0; index < 4; index++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, index, gfn + index).IsFailure) { return false; } }" },
        { "HCS5009", Calls.Add + "Gfn other = gfns[1]; return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, other).IsSuccess;" },
        { "HCS6001", "byte* text; fixed (byte* first = new byte[1024]) { text = first; } return XenVersion.Capabilities((CapabilitiesInfo*)text).IsSuccess;" },
        { "HCS6002", "VcpuRunstateInfo info; VcpuRegisterRunstateMemoryArea area = default; area.addr.h = &info; return VcpuOp.RegisterRunstateMemoryArea(0, &area).IsSuccess;" },
        { "HCS6003", "VcpuRegisterVcpuInfo where = default; where.offset = 4056; return VcpuOp.RegisterVcpuInfo(0, &where).IsSuccess;" },
        { "HCS6004", "VcpuRegisterVcpuInfo* info = (VcpuRegisterVcpuInfo*)System.Runtime.InteropServices.Marshal.AllocHGlobal(16); info->mfn = default; return VcpuOp.RegisterVcpuInfo(0, info).IsSuccess;" },
        { OfProcesses, "CapabilitiesInfo info; return XenVersion.Capabilities(&info).IsSuccess;" },
        { "HCS6006", "uint count = 1; ReservedDeviceMemory one = default; " + Ask.Replace("return", "if (!", StringComparison.Ordinal).Replace(";", ") { return false; } ", StringComparison.Ordinal) + Ask },
        { "HCS6007", "fixed (byte* first = new byte[1024]) { s_text = first; } return true; } static byte* s_text; static bool Use() { return XenVersion.Capabilities((CapabilitiesInfo*)s_text).IsSuccess;" },
        { "HCS6008", "System.Runtime.CompilerServices.Unsafe.SkipInit(out Pair one); one.a = 1; *(Pair*)gfns = one; return true; } struct Pair { public byte a; public ulong b; } static bool Use() {" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_reports_and_a_pragma_silences_it(string id, string statements)
    {
        Assert.Equal([id], (await XenGuest.Diagnostics(Source(string.Empty, statements, string.Empty), ProjectOf(id))).Select(static item => item.Id));
        Assert.Empty(await XenGuest.Diagnostics(Source($"#pragma warning disable {id}", statements, $"#pragma warning restore {id}"), ProjectOf(id)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_attribute_silences_a_rule(string id, string statements)
    {
        string category = id[3] switch
        {
            '1' => "HypercallSdk.Units",
            '3' => "HypercallSdk.Availability",
            '4' => "HypercallSdk.Results",
            '5' => "HypercallSdk.Lifecycles",
            _ => "HypercallSdk.Buffers",
        };
        string attribute = $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"{category}\", \"{id}\", Justification = \"test\")]";

        Assert.Empty(await XenGuest.Diagnostics(Source(attribute, statements, string.Empty), ProjectOf(id)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_configured_severity_counts(string id, string statements)
    {
        async Task<IEnumerable<DiagnosticSeverity>> Severities(ReportDiagnostic wanted) =>
            (await XenGuest.Diagnostics(
                Source(string.Empty, statements, string.Empty), ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(id, wanted), ProjectOf(id)))
            .Select(static item => item.Severity);

        Assert.Equal([DiagnosticSeverity.Error], await Severities(ReportDiagnostic.Error));
        Assert.Empty(await Severities(ReportDiagnostic.Suppress));
    }

    [Fact]
    public void Every_rule_about_operations_has_a_case() => Assert.Equal(
        Resource.Names("rules/HCS1").Concat(Resource.Names("rules/HCS3")).Concat(Resource.Names("rules/HCS4"))
            .Concat(Resource.Names("rules/HCS5")).Concat(Resource.Names("rules/HCS6")).Select(static name => name["rules/".Length..^".md".Length]),
        Cases.Select(static row => (string)row[0]));

    private static (string Name, string Value)[] ProjectOf(string id) =>
        id == OfProcesses ? [("HypercallConduit", "privcmd"), ("HypercallGuest", "linux-dom0")] : [];

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
