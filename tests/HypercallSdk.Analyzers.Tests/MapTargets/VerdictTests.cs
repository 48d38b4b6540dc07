using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>What each rule says, word for word, and where each region begins and ends.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("new Gfn(0x40000)", "HCS2002",
        "Frame 0x40000 (address 0x40000000) is the guest's own RAM: /memory@40000000 (0x40000000-0x43ffffff, board.dtb). "
        + "Xen answers 0, replaces the page and leaks it.")]
    [InlineData("new Gfn(0x43f00)", "HCS2002",
        "Frame 0x43f00 (address 0x43f00000) is reserved memory: /reserved-memory/framebuffer (0x43f00000-0x43ffffff, board.dtb). "
        + "Xen answers 0, replaces the page and leaks it.")]
    [InlineData("new Gfn(0x39001)", "HCS2003",
        "Frame 0x39001 (address 0x39001000) belongs to what no device tree describes: Xen's magic pages (console, xenstore, "
        + "memory access, virtual UART) (0x39000000-0x39ffffff, Xen's Arm guest layout). "
        + "Xen answers 0 and the page that was there is gone.")]
    [InlineData("new Gfn(0x22000)", "HCS2004",
        "Frame 0x22000 (address 0x22000000) holds a device's registers: /sbsa-uart@22000000 (0x22000000-0x22000fff, board.dtb). "
        + "Xen answers 0, and accesses to the device reach the mapped page instead.")]
    [InlineData("new Gfn(0x10000000)", "HCS2001",
        "Frame 0x10000000 (address 0x10000000000) lies beyond the guest's 40-bit addresses, which end at 0xffffffffff. "
        + "Xen answers -EINVAL, or 0 for a page that aborts every access.")]
    [InlineData("Gfn.Invalid", "HCS2001",
        "Frame 0xffffffffffffffff (INVALID_GFN, no frame) lies beyond the guest's 40-bit addresses, which end at 0xffffffffff. "
        + "Xen answers -EINVAL, or 0 for a page that aborts every access.")]
    [InlineData("new Gfn(0xb000)", "HCS2000",
        "Frame 0xb000 (address 0xb000000) is in no region that is known to be free. Xen answers 0 whatever lives there; "
        + "free is /hypervisor (0x38000000-0x38ffffff, board.dtb), /hypervisor (0x44000000-0xffffffff, board.dtb), "
        + "/hypervisor (0x200000000-0xffffffffff, board.dtb).")]
    public Task Each_rule_names_the_frame_the_region_and_what_xen_does(string argument, string id, string message) =>
        Verify("memory.Map", argument, id, message, GuestSource.Map);

    [Theory]
    [InlineData("new GuestPhysicalAddress(0x40000123)", "HCS2002",
        "Address 0x40000123 (frame 0x40000) is the guest's own RAM: /memory@40000000 (0x40000000-0x43ffffff, board.dtb). "
        + "Xen answers 0, replaces the page and leaks it.")]
    [InlineData("new Gfn(0x10000000038000).Address", "HCS2001",
        "Address 0x10000000038000000 (frame 0x10000000038000) lies beyond the guest's 40-bit addresses, which end at "
        + "0xffffffffff. Xen answers -EINVAL, or 0 for a page that aborts every access.")]
    public Task An_address_is_named_before_its_frame(string argument, string id, string message) =>
        Verify("memory.MapAt", argument, id, message, GuestSource.Map);

    [Theory]
    [InlineData(null, "give the project a HypercallMemoryMap to judge it by")]
    [InlineData("ram 0x40000000 0x4000000 /memory@40000000", "the memory map has no /hypervisor region")]
    public Task Without_free_regions_the_advice_is_to_get_some(string? map, string advice) => Verify(
        "memory.Map", "new Gfn(0x38000)", "HCS2000",
        "Frame 0x38000 (address 0x38000000) is in no region that is known to be free. Xen answers 0 whatever lives there; "
        + advice + ".",
        map);

    [Theory]
    [InlineData(0x3FFFF, "HCS2000")]
    [InlineData(0x40000, "HCS2002")]
    [InlineData(0x43EFF, "HCS2002")]
    [InlineData(0x43FFF, "HCS2002")]
    [InlineData(0x38FFF, null)]
    [InlineData(0x37FFF, "HCS2000")]
    [InlineData(0x39000, "HCS2003")]
    [InlineData(0x39FFF, "HCS2003")]
    [InlineData(0x3A000, "HCS2000")]
    [InlineData(0x3000, "HCS2000")]
    [InlineData(0x3001, "HCS2004")]
    [InlineData(0x3002, "HCS2004")] // in no map, but in Xen's layout
    [InlineData(0xA002, "HCS2000")]
    [InlineData(0xA003, "HCS2004")] // the device begins in the middle of its page
    [InlineData(0xA004, "HCS2000")]
    [InlineData(0x100000, "HCS2004")] // the same
    [InlineData(0xFFFFFFF, null)]
    [InlineData(0x10000000, "HCS2001")]
    [InlineData(0x10000000040000, "HCS2001")] // 1 << 64 plus RAM: the address must not be cut to the RAM's
    [InlineData(0x7FFFFFFFFFFFFFFF, "HCS2001")]
    public Task A_region_begins_and_ends_where_the_map_says(long frame, string? id)
    {
        string argument = $"new Gfn(0x{frame:x})";
        return MapTargetCheck.Statements($"memory.Map({(id is null ? argument : $"{{|{id}:{argument}|}}")});");
    }

    [Theory]
    [InlineData("new Gfn(0x40000)", "HCS2002",
        "Frame 0x40000 (address 0x40000000) is the guest's own RAM: /memory@40000000 (0x40000000-0x43ffffff, board.dtb). "
        + "Xen answers 0 and frees the page with what it held.")]
    [InlineData("new Gfn(0x10000000)", "HCS2001",
        "Frame 0x10000000 (address 0x10000000000) lies beyond the guest's 40-bit addresses, which end at 0xffffffffff. "
        + "Xen answers -ENOENT or -EINVAL.")]
    [InlineData("MemoryBanks.Of(default).Get(0).FirstFrame", "HCS2006",
        "This is the guest's own memory, and nothing gave it back: Xen answers 0 and frees the page with what it held. "
        + "XENMEM_decrease_reservation on it first makes it a place to map at.")]
    public Task On_x86_xen_answers_otherwise(string argument, string id, string message) =>
        Verify("memory.Map", argument, id, message, GuestSource.Map, "pvh");

    private static Task Verify(string method, string argument, string id, string message, string? map, string guest = "arm-domU")
    {
        GuestTest<MapTargetAnalyzer> test = new()
        {
            Guest = GuestSource.Method($"{method}({{|#0:{argument}|}});"),
            Map = map,
        };
        DiagnosticSeverity severity = id == "HCS2000" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message));
        return test.With("HypercallGuest", guest).Run();
    }
}
