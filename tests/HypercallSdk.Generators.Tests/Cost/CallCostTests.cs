using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using HypercallSdk.Generators.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Generators.Tests.Cost;

/// <summary>What a call must not cost: memory of the garbage collector, a second copy of what it is given, zeros that nobody asks for.</summary>
public sealed class CallCostTests
{
    /// <summary>All that guest source and emitted code call outside of the guest, and none of it allocates.</summary>
    private static readonly string[] Outside =
    [
        "System.Attribute..ctor",
        "System.ReadOnlySpan`1.GetPinnableReference", "System.ReadOnlySpan`1.get_Length",
        "System.Span`1.GetPinnableReference", "System.Span`1.get_Length",
        "System.String.GetPinnableReference", "System.String.get_Length",
    ];

    private const string Declarations = """
        using HypercallSdk;

        namespace Demo;

        public struct Wide { public ulong A; public ulong B; public ulong C; }

        [Hypercall(40, "demo_op")]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp(1, "DEMO_given", Struct = "xen_demo_given")] XenResult Given(uint before, in Wide wide);

            [HypercallOp(2, "DEMO_changed", Struct = "xen_demo_changed")] XenResult Changed(uint before, ref Wide wide);

            [HypercallOp(3, "DEMO_answered", Struct = "xen_demo_answered")] XenResult Answered(uint before, out Wide wide);

            [HypercallOp(4, "DEMO_value", Struct = "xen_demo_value")] XenResult Value(uint before, Wide wide);
        }
        """;

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void Nothing_in_a_guest_allocates(string conduit)
    {
        IEnumerable<string> allocations =
            from method in CompiledGuest.OfXen(conduit).Methods
            from instruction in MethodCode.Of(method)
            where Allocates(instruction)
            select $"{CompiledGuest.NameOf(method)}: {instruction.Code} {instruction.Member}";

        Assert.Empty(allocations);
    }

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void Nothing_that_a_guest_calls_elsewhere_does(string conduit)
    {
        CompiledGuest guest = CompiledGuest.OfXen(conduit);
        IEnumerable<string> calls =
            from method in guest.Methods
            from instruction in MethodCode.Of(method)
            where instruction.Member is MethodBase called && called.Module != method.Module
            select $"{instruction.Member!.DeclaringType!.Namespace}.{instruction.Member.DeclaringType.Name}.{instruction.Member.Name}";

        Assert.Equal(Outside, calls.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void No_operation_zeroes_its_variables(string conduit)
    {
        MethodBase[] operations = [.. CompiledGuest.OfXen(conduit).Methods.Where(IsOfHypercall)];

        Assert.Contains(operations, static method => method.Name == "AddToPhysmap");
        Assert.Empty(operations.Where(IsZeroed).Select(CompiledGuest.NameOf));
    }

    [Theory]
    [InlineData("Given", 1, 0)]
    [InlineData("Changed", 1, 1)]
    [InlineData("Answered", 0, 1)]
    [InlineData("Value", 0, 0)]
    public void A_callers_struct_is_copied_once_each_way(string operation, int reads, int writes)
    {
        MethodBase method = CompiledGuest.With(Declarations, BuildProperties.Hvc).Methods
            .Single(method => CompiledGuest.NameOf(method) == "Demo.DemoOp." + operation);
        IReadOnlyList<Instruction> code = MethodCode.Of(method);

        Assert.Equal((reads, writes), (Count(code, OpCodes.Ldobj), Count(code, OpCodes.Stobj)));
        Assert.Equal((0, 0), (Count(code, OpCodes.Cpobj), Count(code, OpCodes.Initobj)));
        Assert.DoesNotContain(method.GetMethodBody()!.LocalVariables, static local => local.LocalType.Name == "Wide");
    }

    /// <summary>Whether a method is of a class that was emitted for an interface.</summary>
    private static bool IsOfHypercall(MethodBase method) =>
        method.DeclaringType is { Namespace: "HypercallSdk.Xen" } type
        && type.Assembly.GetType($"{type.Namespace}.I{type.Name}") is { IsInterface: true };

    /// <summary>By the compiler, at the start, or where the code says so.</summary>
    private static bool IsZeroed(MethodBase method) =>
        (method.GetMethodBody() is { InitLocals: true } body && body.LocalVariables.Count > 0)
        || MethodCode.Of(method).Any(static instruction => instruction.Code == OpCodes.Initobj);

    private static int Count(IEnumerable<Instruction> code, OpCode operation) =>
        code.Count(instruction => instruction.Code == operation && instruction.Member is Type { Name: "Wide" });

    private static bool Allocates(Instruction instruction) =>
        instruction.Code == OpCodes.Newarr || instruction.Code == OpCodes.Box
        || (instruction.Code == OpCodes.Newobj && !instruction.Member!.DeclaringType!.IsValueType);
}
