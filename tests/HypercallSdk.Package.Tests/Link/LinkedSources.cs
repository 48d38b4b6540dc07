namespace HypercallSdk.Package.Tests.Link;

/// <summary>What the projects of a guest say that is linked.</summary>
internal static class LinkedSources
{
    /// <summary>A library that makes one of Xen's hypercalls, 17.</summary>
    public const string Library = """
        namespace Drivers;

        public static class Hypervisor
        {
            public static uint Major => HypercallSdk.Xen.XenVersion.Version().Major;
        }
        """;

    /// <summary>The guest itself, which makes a hypercall of its own with five arguments, and the library's.</summary>
    public static string Guest(uint number) => $$"""
        using System.Runtime.InteropServices;
        using HypercallSdk;

        namespace Kernel;

        [Hypercall({{number}}, "toy_op")]
        internal partial interface IToyOp
        {
            [HypercallOp(1, "TOY_ring")]
            XenResult Ring(uint a, uint b, uint c, uint d);
        }

        internal static class Program
        {
            [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
            public static int KernelMain() => (int)ToyOp.Ring(1, 2, 3, 4).Value + (int)Drivers.Hypervisor.Major;

            private static int Main() => System.Environment.ProcessorCount < 0 ? (int)ToyOp.Ring(1, 2, 3, 4).Value + (int)Drivers.Hypervisor.Major : 7;
        }
        """;

    /// <summary>What Xen fills, as a guest on x86 brings it along.</summary>
    public const string HypercallPage = """
        	.text
        	.balign 4096
        	.globl hypercall_page
        hypercall_page:
        	.skip 4096
        	.section .note.GNU-stack, "", %progbits

        """;
}
