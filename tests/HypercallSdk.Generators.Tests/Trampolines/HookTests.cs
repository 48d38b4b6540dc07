using System;
using System.Linq;
using HypercallSdk.Xen;
using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>What reaches the hypervisor and what comes back, through the trampolines as a build made them.</summary>
public sealed unsafe class HookTests
{
    [Fact]
    public void Without_a_simulator_every_hypercall_answers_ENOSYS() => Assert.Equal(XenErrno.ENOSYS, SchedOp.Yield().Errno);

    [Fact]
    public void Add_to_physmap_passes_its_fields_where_C_has_them()
    {
        using Recorder xen = new() { ArgumentSize = 24 };
        DirtyStack.Make();

        MemoryOp.AddToPhysmap(DomId.Self, 0x1234, MapSpace.GrantTable, 0x1122334455667788, new Gfn(0x38000));

        Assert.Equal((12UL, 7UL), (xen.Number, xen.Registers[0]));
        Assert.Equal([0UL, 0, 0, 0, 0, 0], xen.Registers[2..]);
        Assert.Equal(Bytes("F07F 3412 01000000 8877665544332211 0080030000000000"), xen.Argument);
    }

    [Fact]
    public void Remove_from_physmap_passes_zeros_where_C_has_padding()
    {
        using Recorder xen = new() { ArgumentSize = 16 };
        DirtyStack.Make();

        MemoryOp.RemoveFromPhysmap(new DomId(0x1234), new Gfn(0xFFFF_FFFF_FFFF_FFFF));

        Assert.Equal((12UL, 15UL), (xen.Number, xen.Registers[0]));
        Assert.Equal(Bytes("3412 000000000000 FFFFFFFFFFFFFFFF"), xen.Argument);
    }

    [Fact]
    public void Reservations_pass_a_pointer_and_zeros_behind_the_last_field()
    {
        using Recorder xen = new() { ArgumentSize = 32 };
        Gfn frame = new(0x40000);
        DirtyStack.Make();

        MemoryOp.PopulatePhysmap(&frame, 1, 9, 0xDEAD, new DomId(0xBEEF));

        Assert.Equal((12UL, 6UL), (xen.Number, xen.Registers[0]));
        Assert.Equal([.. BitConverter.GetBytes((ulong)&frame), .. Bytes("0100000000000000 09000000 ADDE0000 EFBE 000000000000")], xen.Argument);
    }

    [Fact]
    public void Decrease_reservation_differs_in_its_command_only()
    {
        using Recorder xen = new() { ArgumentSize = 32 };

        MemoryOp.DecreaseReservation(null, 0, 0, 0, DomId.Self);

        Assert.Equal((12UL, 1UL), (xen.Number, xen.Registers[0]));
    }

    [Fact]
    public void A_batch_of_mappings_has_its_space_in_16_bits_and_its_union_member_in_place()
    {
        using Recorder xen = new() { ArgumentSize = 32 };
        DirtyStack.Make();

        MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, 3, new DomId(0x0102), (XenULong*)0x1111, (Gfn*)0x2222, (int*)0x3333);

        Assert.Equal((12UL, 23UL), (xen.Number, xen.Registers[0]));
        Assert.Equal(Bytes("F07F 0400 0300 0201 1111000000000000 2222000000000000 3333000000000000"), xen.Argument);
    }

    [Fact]
    public void The_proposed_query_passes_the_capacity_and_gives_back_the_count()
    {
        using Recorder xen = new() { ArgumentSize = 16, Written = [(4, Bytes("02000000"))] };
        uint regions = 32;
        DirtyStack.Make();

        MemoryOp.GetUnallocatedSpace(DomId.Self, ref regions, (UnallocatedRegion*)0x7777);

        Assert.Equal((12UL, 29UL), (xen.Number, xen.Registers[0]));
        Assert.Equal(Bytes("F07F 0000 20000000 7777000000000000"), xen.Argument);
        Assert.Equal(2u, regions);
    }

    [Fact]
    public void Map_grant_ref_passes_one_struct_and_gives_its_outcome_back()
    {
        using Recorder xen = new() { ArgumentSize = 32, Written = [(18, Bytes("FDFF")), (20, Bytes("07000000")), (24, Bytes("8877665544332211"))] };
        DirtyStack.Make();

        GrantTableOp.MapGrantRef(
            new GuestPhysicalAddress(0x38001000), (GrantMapFlags)2, new GrantRef(8), new DomId(1),
            out GrantStatus status, out GrantHandle handle, out ulong bus);

        Assert.Equal((20UL, 0UL, 1UL), (xen.Number, xen.Registers[0], xen.Registers[2]));
        AssertPassed("0010003800000000 02000000 08000000 0100 FFFF ........ ................", xen);
        Assert.Equal((GrantStatus.BadGrantRef, 7u, 0x1122334455667788UL), (status, handle.Value, bus));
    }

    [Fact]
    public void A_status_that_the_hypervisor_never_wrote_is_no_success()
    {
        using Recorder xen = new() { ArgumentSize = 24, Result = -14 };
        DirtyStack.Make();

        XenResult result = GrantTableOp.UnmapGrantRef(default, 0, new GrantHandle(7), out GrantStatus status);

        Assert.Equal(Bytes("0000000000000000 0000000000000000 07000000 FFFF 0000"), xen.Argument);
        Assert.Equal((XenErrno.EFAULT, GrantStatus.GeneralError), (result.Errno, status));
    }

    [Fact]
    public void Setup_table_and_query_size_and_get_version_pass_zeros_in_their_gaps()
    {
        using Recorder xen = new() { ArgumentSize = 24 };
        DirtyStack.Make();
        GrantTableOp.SetupTable(DomId.Self, 4, out GrantStatus _, (Gfn*)0x1234);
        Assert.Equal((20UL, 2UL, 1UL), (xen.Number, xen.Registers[0], xen.Registers[2]));
        Assert.Equal(Bytes("F07F 0000 04000000 FFFF 000000000000 3412000000000000"), xen.Argument);

        using Recorder size = new() { ArgumentSize = 16, Written = [(4, Bytes("01000000 40000000 0000"))] };
        DirtyStack.Make();
        GrantTableOp.QuerySize(DomId.Self, out uint frames, out uint most, out GrantStatus status);
        AssertPassed("F07F 0000 ........ ........ FFFF 0000", size);
        Assert.Equal((1u, 64u, GrantStatus.Okay), (frames, most, status));

        using Recorder version = new() { ArgumentSize = 8, Written = [(4, Bytes("01000000"))] };
        DirtyStack.Make();
        GrantTableOp.GetVersion(DomId.Self, out uint entries);
        Assert.Equal((10UL, 1u), (version.Registers[0], entries));
        AssertPassed("F07F 0000 ........", version);
    }

    [Fact]
    public void A_whole_array_is_passed_as_it_is_with_its_count()
    {
        using Recorder xen = new();
        GrantTableOp.GnttabUnmapGrantRef* operations = stackalloc GrantTableOp.GnttabUnmapGrantRef[3];

        GrantTableOp.UnmapGrantRef(operations, 3);

        Assert.Equal([1, (ulong)operations, 3, 0, 0, 0, 0, 0], xen.Registers);
    }

    [Fact]
    public void Arguments_without_a_struct_travel_in_registers()
    {
        using Recorder xen = new();

        ConsoleIo.Write(0xFFFF_FFFF, (byte*)0x8000_0000_0000_0000);
        Assert.Equal(18UL, xen.Number);
        Assert.Equal([0, 0xFFFF_FFFF, 0x8000_0000_0000_0000, 0, 0, 0, 0, 0], xen.Registers);

        XenVersion.Extraversion((ExtraVersion*)0x1000);
        Assert.Equal(17UL, xen.Number);
        Assert.Equal([1, 0x1000, 0, 0, 0, 0, 0, 0], xen.Registers);

        XenVersion.Version();
        Assert.Equal([0UL, 0, 0, 0, 0, 0, 0, 0], xen.Registers);

        SchedOp.Yield();
        Assert.Equal(29UL, xen.Number);
    }

    [Fact]
    public void Small_structs_pass_too()
    {
        using Recorder shutdown = new() { ArgumentSize = 4 };
        SchedOp.Shutdown(ShutdownReason.Crash);
        Assert.Equal((29UL, 2UL), (shutdown.Number, shutdown.Registers[0]));
        Assert.Equal(Bytes("03000000"), shutdown.Argument);

        using Recorder features = new() { ArgumentSize = 8, Written = [(4, Bytes("EFBEADDE"))] };
        XenVersion.GetFeatures(1, out uint submap);
        Assert.Equal((17UL, 6UL), (features.Number, features.Registers[0]));
        AssertPassed("01000000 ........", features);
        Assert.Equal(0xDEADBEEF, submap);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(-38)]
    [InlineData(0x8000_0000)]
    [InlineData(0x1_0000_0000)]
    public void No_result_is_cut(long register)
    {
        using Recorder xen = new() { Result = register };

        Assert.Equal(register, SchedOp.Yield().Value);
        Assert.Equal(register, MemoryOp.PopulatePhysmap(null, 0, 0, 0, DomId.Self).Value);
        Assert.Equal(register, XenVersion.Version().Value);
        Assert.Equal(register, XenVersion.GetFeatures(0, out uint _).Value);
        Assert.Equal(register, GrantTableOp.GetVersion(DomId.Self, out uint _).Value);
    }

    [Fact]
    public void The_instance_for_mocks_calls_the_same_trampolines()
    {
        using Recorder xen = new() { ArgumentSize = 8, Result = 3, Written = [(4, Bytes("01000000"))] };
        IGrantTableOp direct = default(GrantTableOp.Direct);

        XenResult result = direct.GetVersion(new DomId(5), pad: 0, out uint version);

        Assert.Equal((20UL, 10UL, 3L, 1u), (xen.Number, xen.Registers[0], result.Value, version));
        AssertPassed("0500 0000 ........", xen);
    }

    /// <summary>Compares an argument; a byte that only the hypervisor writes is <c>..</c>, and is whatever the stack held.</summary>
    private static void AssertPassed(string expected, Recorder xen)
    {
        string digits = expected.Replace(" ", string.Empty, StringComparison.Ordinal);
        string actual = Convert.ToHexString(xen.Argument);
        Assert.Equal(digits, string.Concat(actual.Select((digit, index) => index < digits.Length && digits[index] == '.' ? '.' : digit)));
    }

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", string.Empty, StringComparison.Ordinal));
}
