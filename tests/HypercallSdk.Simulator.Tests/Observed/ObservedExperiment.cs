using System.Collections.Generic;
using HypercallSdk.Simulator.Tests.Support;
using static HypercallSdk.Simulator.Tests.Observed.ObservedStep;

namespace HypercallSdk.Simulator.Tests.Observed;

/// <summary>
/// What a guest on Debian's Xen 4.17.7 under QEMU did, in this order, and what it was answered. Reads above 40 bits of
/// address are left out: the simulator does not show them.
/// </summary>
public static class ObservedExperiment
{
    private const ulong NoFrame = ulong.MaxValue;

    public static IEnumerable<ObservedStep> Steps(GuestLayout at) =>
        [.. GrantTable(at), .. MappedTwice(at), .. Indices(at), .. Frames(at), .. OwnRam(at), .. Domains(at), .. Spaces(at)];

    private static ObservedStep[] GrantTable(GuestLayout at) =>
    [
        QuerySize(TestGuest.Self, 0, 1, 64),
        QuerySize(at.OwnDomid, 0, 1, 64),
        QuerySize(at.OtherDomid, -2, 57005, 57005),
        QuerySize(7, -2, 57005, 57005),
        QuerySize(0x7FF4, -2, 57005, 57005),
        SetupTable(1, NoFrame),
        Aborts("before mapping", at.Grant),
        Add("grant frame 0 where /hypervisor says", 1, 0, at.Grant, 0),
        Reads("after mapping", at.Grant, 0),
        SetupTable(1, at.Grant),
        QuerySize(TestGuest.Self, 0, 1, 64),
    ];

    private static ObservedStep[] MappedTwice(GuestLayout at) =>
    [
        Add("the same frame at the same place", 1, 0, at.Grant, -16),
        Add("the same frame elsewhere", 1, 0, at.Grant + 1, -16),
        Remove("frame 0", at.Grant, 0),
        Aborts("after removing", at.Grant),
        SetupTable(1, NoFrame),
        Add("frame 0 elsewhere, now that it is free", 1, 0, at.Grant + 1, 0),
        Remove("frame 0", at.Grant + 1, 0),
        Add("and back", 1, 0, at.Grant, 0),
    ];

    private static ObservedStep[] Indices(GuestLayout at) =>
    [
        Add("frame 3 grows the table", 1, 3, at.Grant + 2, 0),
        QuerySize(TestGuest.Self, 0, 4, 64),
        SetupTable(4, at.Grant),
        Add("the last frame", 1, 63, at.Grant + 3, 0),
        QuerySize(TestGuest.Self, 0, 64, 64),
        Add("one past the last", 1, 64, at.Grant + 4, -22),
        Add("31 bits", 1, 0x7FFFFFFF, at.Grant + 4, -22),
        Add("33 bits are cut to 32", 1, 0x100000005, at.Grant + 4, 0),
        Reads("that is frame 5", at.Grant + 4, 0),
        Add("frame 5 again", 1, 5, at.Grant + 5, -16),
        Add("a status frame of version 2", 1, 0x80000000, at.Grant + 6, -22),
    ];

    private static ObservedStep[] Frames(GuestLayout at) =>
    [
        Add("an extended region", 1, 10, at.Extended, 0),
        Reads("the extended region", at.Extended, 0),
        Add("just past the grant region", 1, 11, at.BeyondGrant, 0),
        Add("the interrupt controller", 1, 12, at.GicDistributor, 0),
        Add("the UART", 1, 13, at.Uart, 0),
        Add("gfn 0", 1, 14, 0, 0),
        Reads("gfn 0", 0, 0),
        Remove("gfn 0", 0, 0),
        Aborts("gfn 0", 0),
        Add("low and unused", 1, 15, 0xB000, 0),
        Reads("low and unused", 0xB000, 0),
        Add("39 bits", 1, 16, 0x8000000, 0),
        Add("the top of 40 bits", 1, 17, 0xFFFFFFF, 0),
        Add("past 40 bits", 1, 18, 0x10000000, 0),
        Add("the top of 44 bits", 1, 19, 0xFFFFFFFF, 0),
        Add("past 44 bits", 1, 20, 0x100000000, 0),
        Add("the top of 48 bits", 1, 21, 0xFFFFFFFFF, 0),
        Add("past 48 bits", 1, 22, 0x1000000000, -22),
        Add("the frame that was refused is free still", 1, 22, at.Grant + 7, 0),
        Add("gfn 2^40", 1, 23, 1UL << 40, -22),
        Add("gfn 2^44", 1, 24, 1UL << 44, -22),
        Add("gfn 2^51", 1, 26, 1UL << 51, -22),
        Add("gfn 2^52 is not gfn 0", 1, 27, 1UL << 52, -22),
        Add("gfn 2^63", 1, 28, 1UL << 63, -22),
        Add("gfn -2", 1, 29, ulong.MaxValue - 1, -22),
        Add("INVALID_GFN", 1, 30, ulong.MaxValue, -22),
        Add("the frame that was refused is free still", 1, 30, at.Grant + 9, 0),
        Remove("gfn 2^52 is not gfn 0", 1UL << 52, -2),
        Remove("gfn 0", 0, -2),
        Aborts("gfn 0", 0),
        QuerySize(TestGuest.Self, 0, 64, 64),
    ];

    private static ObservedStep[] OwnRam(GuestLayout at) =>
    [
        Add("over own RAM", 1, 31, at.OwnPage + 1, 0),
        Reads("the RAM is gone", at.OwnPage + 1, 0),
        Remove("what is there now", at.OwnPage + 1, 0),
        Aborts("a hole in RAM", at.OwnPage + 1),
        Add("into that hole", 1, 31, at.OwnPage + 1, 0),
        Reads("a grant frame", at.OwnPage + 1, 0),
        Remove("a hole", at.Grant + 0x30, -2),
        Remove("gfn 2^36", 1UL << 36, -2),
    ];

    private static ObservedStep[] Domains(GuestLayout at) =>
    [
        Add("the own number", 1, 32, at.Grant + 10, 0, at.OwnDomid),
        Add("another domain", 1, 33, at.Grant + 11, -3, at.OtherDomid),
        Add("a domain that does not exist", 1, 34, at.Grant + 12, -3, 7),
        Add("DOMID_INVALID", 1, 35, at.Grant + 12, -3, 0x7FF4),
        Add("DOMID_IO", 1, 36, at.Grant + 12, -3, 0x7FF1),
        Add("DOMID_XEN", 1, 37, at.Grant + 12, -3, 0x7FF2),
    ];

    private static ObservedStep[] Spaces(GuestLayout at) =>
    [
        Add("shared info", 0, 0, at.Grant + 13, 0),
        Reads("shared info", at.Grant + 13, 0),
        Add("shared info, page 1", 0, 1, at.Grant + 14, -22),
        Add("shared info elsewhere", 0, 0, at.Grant + 14, -16),
        Reads("shared info", at.Grant + 13, 0),
        Aborts("and not elsewhere", at.Grant + 14),
        Add("gmfn", 2, at.OwnPage, at.Grant + 15, -38),
        Add("an empty gmfn_range", 3, at.OwnPage, at.Grant + 15, 0),
        Add("gmfn_foreign", 4, at.OwnPage, at.Grant + 15, -38),
        Add("dev_mmio", 5, 0x9000, at.Grant + 15, at.OwnDomid == 0 ? 0 : -13),
        Add("space 6", 6, 0, at.Grant + 15, -38),
        Add("space 99", 99, 0, at.Grant + 15, -38),
        Add("space 0x10001", 0x10001, 38, at.Grant + 15, -38),
    ];
}
