using System;
using System.IO;
using System.Linq;
using System.Reflection;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>
/// Trampolines of a process in a Linux control domain. Where the kernel would make the hypercall, a class of the test's notes it; the
/// memory that arguments are copied to is the real one.
/// </summary>
public sealed class PrivcmdTests
{
    private const string Declarations = """
        using HypercallSdk;
        [Hypercall(40, "demo_op")]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp(3, "DEMO_ask", Struct = "demo_ask")] XenResult Ask(ulong question, out ulong answer);
            [HypercallOp(4, "DEMO_tell", Struct = "demo_tell")] XenResult Tell(ulong what, ulong more);
            [HypercallOp(5, "DEMO_swap")] XenResult Swap(ref ulong value, ulong plain);
            /// <summary>Counts.</summary>
            [HypercallOp(6, "DEMO_count")] XenQuantity Count();
            /// <remarks>It has some.</remarks>
            [HypercallOp(7, "DEMO_measure")] long Measure();
        }
        """;

    private const string Kernel = """
        namespace HypercallSdk;
        public static unsafe class Privcmd
        {
            public static string Called = "";
            public static ulong Seen;
            public static nuint Address;
            public static nint Call(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4)
            {
                (Called, Address) = ($"{number}: {a0} {a2} {a3} {a4}", a1);
                if (a1 != 0)
                {
                    Seen = *(ulong*)a1;
                    *(ulong*)a1 = 66;
                    *((ulong*)a1 + 1) = 77;
                }

                return a1 % 1024 == 0 ? 5 : -22;
            }
        }
        public static class Probe
        {
            public static string Ask() => $"{DemoOp.Ask(0x11, out ulong answer).Value} {answer}, {Privcmd.Called}, {Privcmd.Seen}";
            public static string Tell() => $"{DemoOp.Tell(0x22, 0x33).Value}, {Privcmd.Called}, {Privcmd.Seen}";
            public static string Swap() { ulong value = 0x44; return $"{DemoOp.Swap(ref value, 8).Value} {value}, {Privcmd.Called}, {Privcmd.Seen}"; }
            public static string Count() => $"{DemoOp.Count().Value}, {Privcmd.Called}";
        }
        """;

    /// <summary>There are 64 places: one that a call did not give back would be missed by the 65th, which would wait for ever.</summary>
    [Theory]
    [InlineData("Ask", "5 77, 40: 3 0 0 0, 17")]
    [InlineData("Tell", "5, 40: 4 0 0 0, 34")]
    [InlineData("Swap", "5 66, 40: 5 8 0 0, 68")]
    [InlineData("Count", "5, 40: 6 0 0 0")]
    public void What_goes_by_its_address_is_copied_there_and_back_and_its_place_is_given_back(string method, string expected)
    {
        MethodInfo probe = Load("HypercallSdk.Probe", Kernel).GetMethod(method)!;

        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(expected, probe.Invoke(null, null)));
    }

    [Fact]
    public void Where_there_is_no_device_the_answer_is_Linuxs_error()
    {
        Type probe = Load("Probe", """
            public static unsafe class Probe
            {
                public static int Open() => HypercallSdk.Privcmd.Open();
                public static long Ask() => DemoOp.Ask(1, out _).Value;
                public static bool Allocate()
                {
                    bool isThere = HypercallSdk.HypercallBuffer.TryAllocate(5000, out var buffer);
                    using (buffer) { return isThere && buffer.Size == 5000 && buffer.Pointer[4999] == 0; }
                }
            }
            """);

        Assert.False(File.Exists("/dev/xen/privcmd"));
        Assert.Equal(2, probe.GetMethod("Open")!.Invoke(null, null));
        Assert.Equal(-2L, probe.GetMethod("Ask")!.Invoke(null, null));
        Assert.Equal(true, probe.GetMethod("Allocate")!.Invoke(null, null));
    }

    [Fact]
    public void What_may_not_fit_into_an_int_says_so_and_nothing_else_does()
    {
        string text = Generate().Text("IDemoOp.g.cs");

        string[] parts = text.Split("Linux hands the low 32 bits on");
        Assert.Equal(3, parts.Length);
        Assert.EndsWith("/// <summary>Counts.</summary>\n    /// <remarks>", parts[0], StringComparison.Ordinal);
        Assert.EndsWith("/// <remarks>It has some. ", parts[1], StringComparison.Ordinal);
    }

    private static Generation Generate(params string[] sources) => Generation.Run(
        Guest.With([Declarations, .. sources]).AddSyntaxTrees(Guest.Linux.Where(tree => sources.All(source => source != Kernel) || !tree.FilePath.Contains("Privcmd", StringComparison.Ordinal))),
        BuildProperties.Of("x86_64", "privcmd"));

    private static Type Load(string type, params string[] sources)
    {
        Generation generation = Generate(sources);
        using MemoryStream image = new();
        Assert.Empty(generation.Output.Emit(image).Diagnostics.Where(static item => item.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(image.ToArray()).GetType(type)!;
    }
}
