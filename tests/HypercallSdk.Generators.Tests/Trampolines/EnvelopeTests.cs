using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>What the hypervisor finds in an envelope: bytes as a C compiler would have put them there.</summary>
public sealed class EnvelopeTests
{
    private const string Source = """
        using HypercallSdk;
        public readonly struct Dom { public readonly ushort Value; public Dom(ushort value) { Value = value; } }
        [HypercallStruct("xen_domctl", Size = 144)]
        public partial struct XenDomctl
        {
            static partial void Fields(
                [CommandField] uint cmd, [VersionField] uint interface_version, Dom domain, [MustBeZero, Length(3)] ushort _pad,
                [PayloadField] Payload u);
            [HypercallUnion] public partial struct Payload { static partial void Fields([Aligned(8), Length(128)] byte pad); }
        }
        [Hypercall(36, "domctl", Envelope = nameof(XenDomctl)), InterfaceVersion(0x15)]
        public partial interface IDomctl
        {
            [HypercallOp(3, "XEN_DOMCTL_pausedomain")] XenResult Pause(Dom domain);
            [HypercallOp(15, "XEN_DOMCTL_max_vcpus", Struct = "xen_domctl_max_vcpus", Size = 4)] XenResult MaxVcpus(Dom domain, uint max);
            [HypercallOp(1, "XEN_DOMCTL_createdomain", Struct = "xen_domctl_createdomain")] XenResult Create(ref Dom domain, byte kind, out ulong handle);
        }
        [HypercallStruct("xen_hvm_altp2m_op")]
        public partial struct Altp2m
        {
            static partial void Fields([VersionField] uint version, [CommandField] ushort cmd, Dom domain, [MustBeZero] uint pad, [PayloadField] Payload u);
            [HypercallUnion] public partial struct Payload { static partial void Fields([Length(64)] byte pad, [Aligned(8)] ulong align); }
        }
        [Hypercall(34, "hvm_op", Envelope = nameof(Altp2m), Command = 25), InterfaceVersion(1)]
        public partial interface IAltp2mOp
        {
            [HypercallOp(5, "HVMOP_altp2m_destroy_p2m", Struct = "xen_hvm_altp2m_view")] XenResult Destroy(Dom domain, ushort view, ushort pad);
        }
        public static class Calls
        {
            public static long Pause() => Domctl.Pause(new Dom(7)).Value;
            public static long MaxVcpus() => Domctl.MaxVcpus(new Dom(7), 4).Value;
            public static string Create()
            {
                Dom domain = new Dom(9);
                Domctl.Create(ref domain, 2, out ulong handle);
                return $"{domain.Value:X} {handle:X}";
            }
            public static long Destroy() => Altp2mOp.Destroy(new Dom(7), 3, 0).Value;
        }
        """;

    [Theory]
    [InlineData("arm64")]
    [InlineData("arm32")]
    [InlineData("x86_64")]
    [InlineData("x86_32")]
    public void The_number_the_version_and_the_operations_own_fields_are_where_C_has_them(string abi)
    {
        HookedGuest guest = new(Source, isChecked: true, abi);

        guest.Watch(register: 0, size: 20);
        guest.Call(0, "Calls", "MaxVcpus");
        Assert.StartsWith("24: ", guest.Called, System.StringComparison.Ordinal);
        Assert.Equal("0F000000" + "15000000" + "0700" + "000000000000" + "04000000", guest.Memory);
        guest.Set("Domctl", "InterfaceVersion", 0x17u);
        guest.Watch(register: 0, size: 16);
        guest.Call(0, "Calls", "Pause");
        Assert.Equal("03000000" + "17000000" + "0700" + "000000000000", guest.Memory);
    }

    [Fact]
    public void What_the_hypervisor_writes_comes_back_from_the_envelope_and_from_the_operations_own_struct()
    {
        HookedGuest guest = new(Source, isChecked: false);

        guest.Watch(register: 0, size: 32, reply: "01000000" + "15000000" + "0A00" + "000000000000" + "0200000000000000" + "8877665544332211");

        Assert.Equal("A 1122334455667788", guest.Call(0, "Calls", "Create"));

        // The handle behind it is Xen's to write: what stands there beforehand is whatever the stack held.
        Assert.StartsWith("01000000" + "15000000" + "0900" + "000000000000" + "0200000000000000", guest.Memory, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_envelope_that_is_itself_an_operations_argument_follows_the_command()
    {
        HookedGuest guest = new(Source, isChecked: false);

        guest.Watch(register: 1, size: 20);
        guest.Call(0, "Calls", "Destroy");

        Assert.StartsWith("22: 19 ", guest.Called, System.StringComparison.Ordinal);
        Assert.Equal("01000000" + "0500" + "0700" + "00000000" + "00000000" + "03000000", guest.Memory);
    }
}
