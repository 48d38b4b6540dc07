using System;
using HypercallSdk.Simulator.Tests.Support;

namespace HypercallSdk.Simulator.Tests.Observed;

/// <summary>One step of an experiment, and what real Xen answered.</summary>
public sealed record ObservedStep(string What, Func<TestGuest, string> Do, string Answer)
{
    public static ObservedStep Add(string what, uint space, ulong idx, ulong gfn, int answer, ushort domid = TestGuest.Self) =>
        new(what, _ => $"{TestGuest.AddToPhysmap(space, idx, gfn, domid)}", $"{answer}");

    public static ObservedStep Remove(string what, ulong gfn, int answer) =>
        new(what, _ => $"{TestGuest.RemoveFromPhysmap(gfn)}", $"{answer}");

    public static ObservedStep Reads(string what, ulong gfn, ulong value) =>
        new(what, guest => Show(guest.Read(gfn << 12)), $"0x{value:x}");

    public static ObservedStep Aborts(string what, ulong gfn) =>
        new(what, guest => Show(guest.Read(gfn << 12)), "abort");

    public static ObservedStep QuerySize(ushort dom, int status, uint frames, uint max) =>
        new($"query_size of 0x{dom:x}", _ => Show(TestGuest.QuerySize(dom)), $"0 status={status} nr={frames} max={max}");

    public static ObservedStep SetupTable(uint frames, ulong firstFrame) =>
        new($"setup_table of {frames}", _ => Show(TestGuest.SetupTable(frames)), $"0 status=0 frame0=0x{firstFrame:x}");

    private static string Show(ulong? value) => value is null ? "abort" : $"0x{value:x}";

    private static string Show((nint Answer, QuerySizeStruct Result) query) =>
        $"{query.Answer} status={query.Result.Status} nr={query.Result.NrFrames} max={query.Result.MaxNrFrames}";

    private static string Show((nint Answer, short Status, ulong[] Frames) setup) =>
        $"{setup.Answer} status={setup.Status} frame0=0x{setup.Frames[0]:x}";
}
