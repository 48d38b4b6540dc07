using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>Each mistake is reported once, as what it is and at the token to mend; the rest of the interface is emitted.</summary>
public sealed class DeclarationRuleTests
{
    private const string Neighbour = "[HypercallOp(99, \"DEMO_neighbour\")] XenResult Neighbour(uint value);";

    /// <summary>Mistakes in a member, which cost that member only.</summary>
    public static TheoryData<int, string> MemberMistakes => new()
    {
        { 3, "[HypercallOp(1, ⟦\"DEMO read\"⟧)] XenResult Read(uint a);" },
        { 3, "[HypercallOp(1, ⟦\"\"⟧)] XenResult Read(uint a);" },
        { 3, "[HypercallOp(name: ⟦\"1st\"⟧, number: 1)] XenResult Read(uint a);" },
        { 3, "[HypercallOp(1, \"DEMO_read\", Struct = ⟦\"struct demo\"⟧)] XenResult Read(uint a);" },
        { 3, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([CName(\"u..a\")] uint ⟦a⟧);" },
        { 3, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint ⟦größe⟧);" },
        { 4, "XenResult ⟦Read⟧(uint a);" },
        { 4, "uint ⟦Count⟧ { get; }" },
        { 4, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦Read⟧<T>(uint a);" },
        { 4, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦Read⟧(uint a) => default;" },
        { 4, "[HypercallOp(1, \"DEMO_read\")] internal XenResult ⟦Read⟧(uint a);" },
        { 4, "[HypercallOp(1, \"DEMO_read\")] static XenResult ⟦Read⟧(uint a) => default;" },
        { 5, "[HypercallOp(1, \"DEMO_read\")] XenResult Read(⟦string⟧ a);" },
        { 5, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(⟦System.Span<byte>⟧ a);" },
        { 5, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(⟦Packed⟧ a);" },
        { 5, "[HypercallOp(1, \"DEMO_read\")] XenResult Read(⟦Pair⟧ a);" },
        { 6, "[HypercallOp(1, \"DEMO_read\")] ⟦int⟧ Read(uint a);" },
        { 6, "[HypercallOp(1, \"DEMO_read\")] ⟦Pair⟧ Read(uint a);" },
        { 6, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(AbiInteger.S32)] ⟦Pair⟧ Read(uint a);" },
        { 6, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(AbiInteger.U8)] ⟦bool⟧ Read(uint a);" },
        { 6, "[HypercallOp(1, \"DEMO_read\")] ⟦ref long⟧ Read(uint a);" },
        { 7, "[HypercallOp(1, \"DEMO_a\")] XenResult A(uint a); [HypercallOp(⟦1⟧, \"DEMO_b\")] XenResult B(uint a);" },
        { 7, "[HypercallOp(1, \"DEMO_a\"), Availability(Since = \"4.4\")] XenResult A(uint a); [HypercallOp(⟦1⟧, \"DEMO_b\"), Availability(Until = \"4.4\")] XenResult B(uint a);" },
        { 7, "[HypercallOp(1, \"DEMO_a\"), Proposed] XenResult A(uint a); [HypercallOp(⟦1⟧, \"DEMO_b\"), Availability(Since = \"4.4\")] XenResult B(uint a);" },
        { 7, "[HypercallOp(1, \"DEMO_a\"), Availability(Until = \"4.5\")] XenResult A(uint a); [HypercallOp(2, \"DEMO_b\"), FormerNumber(⟦1⟧, \"4.5\")] XenResult B(uint a);" },
        { 7, "[HypercallOp(2, \"DEMO_a\"), FormerNumber(1, \"4.5\")] XenResult A(uint a); [HypercallOp(⟦1⟧, \"DEMO_b\"), Availability(Since = \"4.5\")] XenResult B(uint a);" },
        { 7, "[HypercallOp(1, \"DEMO_a\"), Availability(Since = \"4.6\", SinceOnArm = \"4.5\")] XenResult A(uint a); [HypercallOp(⟦1⟧, \"DEMO_b\"), Availability(Until = \"4.5\")] XenResult B(uint a);" },
        { 3, "[HypercallOp(1, \"DEMO_read\", StructName = ⟦\"Demo\"⟧)] XenResult Read(uint a);" },
        { 3, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\", StructName = ⟦\"class\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(2, \"4.4\"), FormerNumber(⟦3⟧, \"4.5\")] XenResult Read(uint a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦Trap⟧(uint a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦Direct⟧(uint a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦DemoOp⟧(uint a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\", Struct = \"read\")] XenResult ⟦Read⟧(uint a);" },
        { 8, "[HypercallOp(1, \"DEMO_a\")] XenResult A(uint a); [HypercallOp(2, \"DEMO_b\")] XenResult ⟦A⟧(ulong a);" },
        { 8, "[HypercallOp(1, \"DEMO_a\", Struct = \"demo\")] XenResult A(uint a); [HypercallOp(2, \"DEMO_b\", Struct = \"demo\")] XenResult ⟦B⟧(ulong a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint ⟦_padding4⟧);" },
        { 8, "[HypercallOp(1, \"DEMO_read\")] XenResult Read(uint ⟦Trap⟧);" },
        { 8, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint ⟦Demo⟧);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(⟦\"buffer\"⟧)] uint a);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(⟦nameof(b)⟧)] uint a, uint b);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(⟦nameof(b)⟧)] uint* a, uint* b);" },
        { 10, "[HypercallOp(1, \"DEMO_read\")] XenResult ⟦Read⟧(uint a, uint b, uint c, uint d, uint e);" },
        { 11, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([StoredAs(⟦(AbiInteger)3⟧)] uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([StoredAs(⟦AbiInteger.U16⟧)] Gfn a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([StoredAs(⟦AbiInteger.U16⟧)] uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(⟦AbiInteger.U64⟧)] int Read(uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(⟦AbiInteger.S16⟧)] byte Read(uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(⟦AbiInteger.S64⟧)] nint Read(uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(⟦AbiInteger.S32⟧)] void Read(uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] [return: StoredAs(⟦(AbiInteger)(-3)⟧)] long Read(uint a);" },
        { 12, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\", Size = ⟦23⟧)] XenResult Read(ulong a, ulong b, ulong c);" },
        { 5, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(⟦char⟧ a);" },
        { 5, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(⟦Narrow⟧ a);" },
        { 8, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint ⟦SizeInBytes⟧);" },
        { 8, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint ⟦SizeIs4⟧);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([BytesOf(⟦\"b\"⟧)] uint a);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(b), ⟦\"c\"⟧)] uint a, uint* b);" },
        { 9, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(b)), ⟦BytesOf(nameof(b))⟧] uint a, uint* b);" },
        { 11, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([⟦Handle64⟧] uint a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([⟦NativePointer⟧] uint* a);" },
        { 11, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([Handle64, ⟦NativePointer⟧] uint* a);" },
        { 13, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([⟦Length(4)⟧] uint a);" },
        { 13, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [⟦FlexibleArray⟧] uint b);" },
        { 13, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([⟦Length(4)⟧] uint a);" },
        { 13, "[HypercallOp(1, \"DEMO_read\")] XenResult Read(ref bool ⟦a⟧);" },
        { 13, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [MustBeZero] out uint ⟦b⟧);" },
        { 14, "[HypercallOp(1, \"DEMO_read\", Struct = ⟦\"demo\"⟧)] XenResult Read();" },
        { 18, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint kind, [Tag(⟦\"other\"⟧)] Either u);" },
        { 19, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [Offset(⟦2⟧)] ushort b);" },
        { 19, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [Offset(⟦6⟧)] uint b);" },
        { 19, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([Offset(⟦0⟧)] uint b);" },
        { 20, "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([Bits(⟦33⟧)] uint a);" },
        { 20, "[HypercallOp(1, \"DEMO_read\")] XenResult Read([Bits(⟦3⟧)] uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"Xen 4.4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"4.4.1\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"4.04\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(SinceOnArm = ⟦\"4.x\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Until = ⟦\"4.99999999999\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Since = ⟦\"4.9\"⟧, Until = \"4.4\")] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Until = \"4.4\", Since = \"4.2\", SinceOnArm = ⟦\"4.5\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Abis = ⟦(HypercallAbis)16⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Guests = ⟦(HypercallGuests)(-1)⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Abis = HypercallAbis.Arm, Guests = ⟦HypercallGuests.ArmDomU | HypercallGuests.Pvh⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Abis = HypercallAbis.X86_32, Guests = ⟦HypercallGuests.ArmDom0⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Availability(Abis = HypercallAbis.X86, SinceOnArm = ⟦\"4.4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Proposed, Availability(Since = ⟦\"4.4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Proposed, Availability(Until = ⟦\"4.4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(⟦1⟧, \"4.5\")] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(2, ⟦\"4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(until: ⟦\"\"⟧, number: 2)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(2, ⟦\"4.3\"⟧), Availability(Since = \"4.4\")] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(2, ⟦\"4.5\"⟧), Availability(Until = \"4.5\")] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), FormerNumber(2, \"4.5\", UpdatedSince = ⟦\"4.4\"⟧)] XenResult Read(uint a);" },
        { 17, "[HypercallOp(1, \"DEMO_read\"), Proposed, FormerNumber(⟦2⟧, \"4.5\")] XenResult Read(uint a);" },
        { 17, "[HypercallOp(\"DEMO_read\"), FormerNumber(⟦2⟧, \"4.5\")] XenResult Read(uint a);" },
    };

    /// <summary>Mistakes of an interface, which cost all of it, and of what is no interface of a hypercall.</summary>
    public static TheoryData<int, string> TypeMistakes => new()
    {
        { 1, "[Hypercall(1, \"demo_op\")] public interface ⟦IDemo⟧ { }" },
        { 2, "[Hypercall(1, \"demo_op\")] public partial interface ⟦IDemo⟧<T> { }" },
        { 2, "public class Outer { [Hypercall(1, \"demo_op\")] public partial interface ⟦IDemo⟧ { } }" },
        { 2, "public interface IBase { } [Hypercall(1, \"demo_op\")] public partial interface ⟦IDemo⟧ : IBase { }" },
        { 2, "[Hypercall(1, \"demo_op\")] file partial interface ⟦IDemo⟧ { }" },
        { 3, "[Hypercall(1, ⟦\"demo-op\"⟧)] public partial interface IDemo { }" },
        { 3, "[HypercallStruct(⟦\"struct demo\"⟧)] public struct Demo { public uint A; }" },
        { 3, "[HypercallStruct(\"demo\")] public struct Demo { [CName(\"\")] public uint ⟦A⟧; }" },
        { 4, "public interface IDemo { [HypercallOp(1, \"DEMO_read\")] XenResult ⟦Read⟧(uint a); }" },
        { 4, "public class Demo { [HypercallOp(1, \"DEMO_read\")] public void ⟦Read⟧() { } }" },
        { 5, "[HypercallStruct(\"demo\")] public struct Demo { public uint A; public ⟦string⟧ B; }" },
        { 5, "[HypercallStruct(\"demo\")] public struct ⟦Demo⟧<T> { public uint A; }" },
        { 5, "[HypercallStruct(\"demo\"), System.Runtime.InteropServices.StructLayout((System.Runtime.InteropServices.LayoutKind)0, Pack = 1)] public struct ⟦Demo⟧ { public uint A; }" },
        { 8, "public class Demo { } [Hypercall(1, \"demo_op\")] public partial interface ⟦IDemo⟧ { }" },
        { 8, "namespace Demo { } [Hypercall(1, \"demo_op\")] public partial interface ⟦IDemo⟧ { }" },
        { 8, "[Hypercall(\"demo\")] public partial interface IDemo { [HypercallOp(0x84000008, \"OFF\")] void Off(); [HypercallOp(1, \"READ\")] void ⟦Trap84000008⟧(); }" },
        { 8, "[Hypercall(\"demo\")] public partial interface IDemo { [HypercallOp(0xA, \"OFF\")] void ⟦TrapA⟧(); }" },
        { 8, "[Hypercall(\"demo\")] public partial interface IDemo { [HypercallOp(1, \"READ\")] void Read(uint ⟦TrapA⟧); [HypercallOp(10, \"OFF\")] void Off(); }" },
        { 8, "[Hypercall(\"demo\")] public partial interface IDemo { [HypercallOp(1, \"READ\", Struct = \"trap1\")] void ⟦Read⟧(uint a); }" },
        { 10, "[Hypercall(\"demo\")] public partial interface IDemo { [HypercallOp(1, \"READ\")] void ⟦Read⟧(uint a, uint b, uint c, uint d, uint e, uint f); }" },
        { 10, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\")] public partial interface IDemo { [HypercallOp(1, \"READ\")] void ⟦Read⟧(uint a); }" },
        { 10, "[Hypercall(1, \"demo\"), HypercallConduit(Number = \"x0\", Arguments = \"x1 x2\")] public partial interface IDemo { [HypercallOp(1, \"READ\")] void ⟦Read⟧(uint a, uint b); }" },
        { 10, "[Hypercall(1, \"demo\"), HypercallConduit(Number = \"x0\", Arguments = \"x1\")] public partial interface IDemo { [HypercallOp(1, \"READ\", Struct = \"demo\")] void ⟦Read⟧(uint a); }" },
        { 10, "[HypercallStruct(\"env\")] public partial struct Env { static partial void Fields([CommandField] uint cmd, uint value); } [Hypercall(1, \"demo\", Envelope = nameof(Env), Command = 25), HypercallConduit(Number = \"x0\", Arguments = \"x1\")] public unsafe partial interface IDemo { [HypercallOp(1, \"READ\")] XenResult ⟦Read⟧(uint value); }" },
        { 10, "[Hypercall(1, \"demo\", Batched = true), HypercallConduit(Number = \"x0\", Arguments = \"x1 x2\")] public unsafe partial interface IDemo { [HypercallOp(1, \"READ\", Struct = \"s\")] void ⟦Read⟧(uint a); }" },
        { 12, "[HypercallStruct(\"demo\", Size = ⟦12⟧)] public struct Demo { public uint A; public ulong B; }" },
        { 1, "[HypercallStruct(\"demo\")] public struct ⟦Demo⟧ { static partial void Fields(uint a); }".Replace("static partial void Fields(uint a);", "public static void Fields(uint a) { }") },
        { 1, "public struct Outer { [HypercallStruct] public partial struct ⟦Demo⟧ { static partial void Fields(uint a); } }" },
        { 3, Record("[Anonymous] uint ⟦a⟧") },
        { 3, Record("[CName(\"a.b\")] uint ⟦a⟧") },
        { 5, Record("⟦string⟧ a") },
        { 5, "[HypercallStruct] public partial struct ⟦Demo⟧ { static partial void Fields(uint a); public uint b; }" },
        { 5, "[HypercallStruct] public partial struct ⟦Demo⟧<T> { static partial void Fields(uint a); }" },
        { 5, "[HypercallStruct] public readonly partial struct ⟦Demo⟧ { static partial void Fields(uint a); }" },
        { 5, "[HypercallStruct] public partial struct Demo { static partial void Fields(uint a, ⟦Demo⟧ b); }" },
        { 8, Record("uint ⟦Demo⟧") },
        { 8, Record("uint ⟦_padding0⟧") },
        { 8, "[HypercallStruct] public partial struct Demo { static partial void Fields(uint ⟦Count⟧); public void Count() { } }" },
        { 13, Record("ref uint ⟦a⟧") },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"r0\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"w0\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"x00\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"x18\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = ⟦\"x31\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), ⟦HypercallConduit⟧] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), ⟦HypercallConduit(Arguments = \"x0\")⟧] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x1 sp\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x1 x29\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x1, x2\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x1 x2 x1\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x0 x1\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Arguments = ⟦\"x1 x2 x3 x4 x5 x6 x7 x8\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x8\", Arguments = ⟦\"x0 x1 x2 x3 x4 x5 x6 x7 x9\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Result = ⟦\"x30\"⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Immediate = ⟦0x10000⟧)] public partial interface IDemo { }" },
        { 23, "[Hypercall(\"demo\"), HypercallConduit(Number = \"x0\", Instruction = ⟦\"svc\"⟧)] public partial interface IDemo { }" },
        { 23, "[⟦HypercallConduit(Number = \"x0\")⟧] public partial interface IDemo { }" },
        { 14, "[HypercallStruct(\"demo\")] public struct ⟦Demo⟧ { public const int None = 0; }" },
        { 14, "[HypercallUnion] public partial struct ⟦Demo⟧ { }" },
        { 14, "[HypercallStruct] public partial struct Demo { static partial void ⟦Fields⟧(uint a); static partial void Fields(uint a) { } }" },
        { 18, Tagged("uint kind, [Tag(⟦\"none\"⟧)] Body u", "[Case(1)] uint a") },
        { 18, Tagged("Gfn kind, [Tag(⟦nameof(kind)⟧)] Body u", "[Case(1)] uint a") },
        { 18, Tagged("uint kind, [Tag(⟦nameof(kind)⟧)] uint u", "[Case(1)] uint a") },
        { 18, Tagged("uint kind, [Tag(⟦nameof(kind)⟧)] Body u", "uint a") },
        { 18, Tagged("uint kind, [Tag(⟦nameof(kind)⟧)] Body u", "[Case(1)] uint a, [Case(1)] ushort b") },
        { 18, Tagged("byte kind, [Tag(⟦nameof(kind)⟧)] Body u", "[Case(256)] uint a") },
        { 18, Tagged("Kind kind, [Tag(⟦nameof(kind)⟧)] Body u", "[Case(0)] uint a") },
        { 18, Tagged("uint kind, [Tag(⟦nameof(kind)⟧)] Body u", "[Case(1)] Hidden a); private enum Hidden { } static partial void Unused(") },
        { 19, Record("uint a, [Offset(⟦2⟧)] ushort b") },
        { 19, Record("[Aligned(⟦3⟧)] uint a") },
        { 19, Record("uint a, [Offset(⟦8⟧), Bits(3)] uint b") },
        { 20, Record("[Bits(⟦65⟧)] ulong a") },
        { 20, Record("[Bits(⟦33⟧)] nuint a") },
        { 20, Record("[Bits(⟦0⟧)] uint a") },
        { 20, Record("[Bits(⟦2⟧)] bool a") },
        { 20, Record("[Bits(⟦2⟧), Length(2)] uint a") },
        { 21, Record("[Length(⟦-1⟧)] uint a") },
        { 21, Record("[Length(4, ⟦0x1000000⟧)] uint a") },
        { 21, Record("[⟦FlexibleArray⟧] uint a, uint b") },
        { 21, "[HypercallStruct] public partial struct ⟦Demo⟧ { static partial void Fields([Length(0x1000000)] byte a, byte b); }" },
        { 21, "[HypercallUnion] public partial struct Demo { static partial void Fields([⟦FlexibleArray⟧] uint a); }" },
        { 16, Enveloped("[CommandField] byte op", "Envelope = nameof(Head)", "[HypercallOp(⟦256⟧, \"A\")] XenResult A();") },
        { 16, Enveloped("[CommandField] sbyte op", "Envelope = nameof(Head)", "[HypercallOp(⟦128⟧, \"A\")] XenResult A();") },
        { 22, Enveloped("[CommandField] uint cmd", "Envelope = ⟦\"Missing\"⟧") },
        { 22, Enveloped("uint cmd", "Envelope = ⟦nameof(Head)⟧") },
        { 22, Enveloped("[CommandField] uint cmd, Hidden h); private enum Hidden { } static partial void Unused(", "Envelope = ⟦nameof(Head)⟧") },
        { 22, Enveloped("[CommandField] Gfn cmd", "Envelope = ⟦nameof(Head)⟧") },
        { 22, Enveloped("[CommandField] uint cmd, [VersionField] uint version", "Envelope = ⟦nameof(Head)⟧") },
        { 22, Enveloped("[CommandField] uint cmd, [PayloadField] uint u", "Envelope = ⟦nameof(Head)⟧") },
        { 22, Enveloped("[CommandField] uint cmd", "Envelope = ⟦nameof(Head)⟧, Batched = true") },
        { 22, Enveloped("[CommandField] uint cmd", "Command = ⟦3⟧") },
        { 22, Enveloped("[CommandField] uint cmd", "Envelope = nameof(Head)", "[HypercallOp(1, \"A\", Struct = \"s\")] XenResult A(uint ⟦x⟧);") },
        { 22, Enveloped("[CommandField] uint cmd, ushort domain", "Envelope = nameof(Head)", "[HypercallOp(1, \"A\")] XenResult A(⟦uint⟧ domain);") },
        { 22, Enveloped("[CommandField] uint cmd, [PayloadField] Room u", "Envelope = nameof(Head)", "[HypercallOp(1, \"A\", Struct = ⟦\"s\"⟧)] XenResult A(ulong x);") },
        { 14, Enveloped("[CommandField] uint cmd, [PayloadField] Room u", "Envelope = nameof(Head)", "[HypercallOp(1, \"A\")] XenResult ⟦A⟧(uint x);") },
        { 14, "[Hypercall(1, \"demo_op\", Batched = true)] public partial interface IDemo { [HypercallOp(1, \"DEMO_read\")] XenResult ⟦Read⟧(uint a); }" },
        { 16, "[Hypercall(1, \"demo_op\", CommandBits = ⟦33⟧)] public partial interface IDemo { }" },
        { 16, "[Hypercall(1, \"demo_op\", CommandBits = 6)] public partial interface IDemo { [HypercallOp(⟦64⟧, \"DEMO_read\")] XenResult Read(uint a); }" },
        { 16, "[Hypercall(1, \"demo_op\", CommandBits = 6)] public partial interface IDemo { [HypercallOp(63, \"DEMO_read\"), FormerNumber(⟦64⟧, \"4.5\")] XenResult Read(uint a); }" },
        { 17, "[Hypercall(1, \"demo_op\"), Availability(Since = ⟦\"4.5\"⟧, Until = \"4.4\")] public partial interface IDemo { }" },
        { 17, "[Hypercall(1, \"demo_op\"), Availability(Until = \"4.4\")] public partial interface IDemo { [HypercallOp(1, \"DEMO_read\"), ⟦Availability(Since = \"4.5\")⟧] XenResult Read(uint a); }" },
        { 17, "[Hypercall(1, \"demo_op\"), Availability(Abis = HypercallAbis.Arm)] public partial interface IDemo { [HypercallOp(1, \"DEMO_read\"), ⟦Availability(Guests = HypercallGuests.Pvh)⟧] XenResult Read(uint a); }" },
        { 17, "[Hypercall(1, \"demo_op\")] public partial interface IDemo { [HypercallOp(1, \"DEMO_read\")] XenResult Read([Availability(Since = ⟦\"x\"⟧)] uint a); }" },
        { 17, "public enum Space { None, [Availability(Since = ⟦\"4.5\"⟧, Until = \"4.4\")] Device }" },
        { 17, "[Availability(Since = ⟦\"4\"⟧)] public struct Demo { }" },
        { 17, "public class Demo { [Availability(Abis = ⟦(HypercallAbis)32⟧)] public const int Device = 5; [Availability(Since = \"4.4\")] public void Do() { } }" },
        { 17, "public class Demo { [Availability(Since = ⟦\"4\"⟧)] public void Do() { } }" },
    };

    [Theory]
    [MemberData(nameof(MemberMistakes))]
    public async Task A_mistaken_member_is_reported_and_only_it_is_left_out(int number, string marked)
    {
        const string Types = """
            public struct Pair { public uint A; public uint B; }
            [HypercallUnion] public partial struct Either { static partial void Fields([Case(0)] uint a); }
            [CName("xen_pfn_t")] public struct Narrow { public ushort Value; }
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 8)]
            public struct Packed { public uint Value; }
            """;

        CSharpCompilation guest = await AssertReportedAlone(number, Guest.Interface(marked + "\n" + Neighbour, Types));

        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        string text = generation.Text("Demo.IDemoOp.g.cs");
        Assert.Contains(" Neighbour(uint value)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("struct Direct", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" Read", text, StringComparison.Ordinal);
        Assert.DoesNotContain(generation.Complaints, static complaint => complaint.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(TypeMistakes))]
    public async Task A_mistaken_type_is_reported_and_nothing_broken_is_emitted(int number, string marked)
    {
        CSharpCompilation guest = await AssertReportedAlone(number, "using HypercallSdk;\n" + marked);

        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        Assert.Null(generation.Result.Exception);
        Assert.DoesNotContain(generation.Complaints, static complaint => complaint.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Interfaces_that_yield_one_class_are_both_reported_and_neither_is_emitted()
    {
        const string Source = """
            [HypercallSdk.Hypercall(1, "a_op")] public partial interface Demo { }
            [HypercallSdk.Hypercall(2, "b_op")] public partial interface IDemoCalls { }
            """;

        IReadOnlyList<Diagnostic> diagnostics = await Rules.Judge(Guest.With(Source), BuildProperties.Hook);

        Assert.Equal(["HCS0008 Demo", "HCS0008 IDemoCalls"], diagnostics.Select(static item => $"{item.Id} {Rules.Underlined(item)}"));
        Assert.Empty(Generation.Run(Guest.With(Source), BuildProperties.Hook).Files);
    }

    [Fact]
    public void Every_kind_of_problem_has_a_case_here()
    {
        IEnumerable<int> covered = ((IEnumerable<object[]>)MemberMistakes).Concat(TypeMistakes).Select(static row => (int)row[0]).Distinct().Order();

        Assert.Equal(Enum.GetValues<ProblemKind>().Select(static kind => (int)kind), covered);
    }

    [Fact]
    public async Task Xens_own_declarations_are_without_a_mistake() =>
        Assert.Empty(await Rules.Judge(Guest.Xen, BuildProperties.Hook));

    [Fact]
    public async Task What_was_emitted_is_not_taken_for_a_clash() =>
        Assert.Empty(await Rules.Judge((CSharpCompilation)Generation.OfXen("hook").Output, BuildProperties.Hook));

    [Theory]
    [InlineData("[Hypercall] public partial interface IDemo { }")]
    [InlineData("[Hypercall(1)] public partial interface IDemo { [HypercallOp] void Read(); }")]
    [InlineData("[Hypercall(-1, null)] public partial interface IDemo { [HypercallOp(\"1\", 2)] void Read(); }")]
    [InlineData("[Hypercall(1, \"a\"), Hypercall(1, \"a\")] public partial interface IDemo { }")]
    [InlineData("[Hypercall(1, \"a\")] public partial class Demo { [HypercallOp(1, \"A\")] void Read(Missing* a, Missing b); }")]
    [InlineData("[Hypercall(1, \"a\")] public partial interface IDemo { [HypercallOp(1, \"A\")] Missing Read(Missing* a, Missing b); }")]
    [InlineData("[HypercallStruct] public struct Demo { Missing a; fixed int b[-1]; fixed ulong c[0x7fffffff]; Demo d; }")]
    [InlineData("[Hypercall(1, \"a\")] public unsafe partial interface IDemo { [HypercallOp(1, \"A\", Struct = \"s\")] void Read(Cycle a); } public struct Cycle { Cycle a; Cycle b; Cycle c; }")]
    [InlineData("[Hypercall(1, \"a\")] partial interface")]
    [InlineData("[Hypercall(\"a\"), HypercallConduit(Number = 1, Arguments = null, Immediate = -1, Result = \"x0\" + 1)] partial interface IDemo { [HypercallOp(1, \"A\")] void Read(Missing a); }")]
    [InlineData("[Hypercall(\"a\"), HypercallConduit(Missing = \"x0\")] partial interface IDemo { [HypercallOp(1, \"A\")] [return: StoredAs] int Read(); }")]
    [InlineData("[Hypercall(\"a\")] partial interface IDemo { [HypercallOp(1, \"A\")] [return: StoredAs(AbiInteger.S32)] Missing Read(); }")]
    [InlineData("[Hypercall(1, \"a\")] partial interface IDemo { [HypercallOp(1, \"A\")] void (uint); [HypercallOp(2, \"A\")] void Read(uint, uint); }")]
    public async Task Source_that_does_not_compile_is_the_compilers_to_judge_and_harms_nothing(string source)
    {
        CSharpCompilation guest = Guest.With("using HypercallSdk;\n" + source);

        IReadOnlyList<Diagnostic> diagnostics = await Rules.Judge(guest, BuildProperties.Hook);

        Assert.DoesNotContain(diagnostics, static item => item.Id == "AD0001");
        Assert.Null(Generation.Run(guest, BuildProperties.Hook).Result.Exception);
        Assert.Contains(guest.GetDiagnostics(), static item => item.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task A_guests_own_copy_of_the_attributes_may_be_anything()
    {
        const string Source = """
            namespace HypercallSdk
            {
                public sealed class HypercallAttribute : System.Attribute { public HypercallAttribute(string[] a, int[] b) { } }
                public sealed class HypercallOpAttribute : System.Attribute { public HypercallOpAttribute(object a, object b) { } public string[] Struct; }
                public sealed class HypercallConduitAttribute : System.Attribute { public string[] Number; public object Arguments; public object Immediate; }
                public sealed class StoredAsAttribute : System.Attribute { public StoredAsAttribute(params string[] a) { } }
            }
            [HypercallSdk.Hypercall(new[] { "a" }, new int[0])]
            [HypercallSdk.HypercallConduit(Number = new[] { "x0" }, Arguments = new[] { 1 }, Immediate = "1")]
            public partial interface IDemo
            {
                [HypercallSdk.HypercallOp(new[] { 1 }, null, Struct = new[] { "" })] [return: HypercallSdk.StoredAs("a", "b")] void Read();
            }
            """;
        CSharpCompilation guest = CSharpCompilation.Create("Guest", [Guest.Tree(Source)], References.Net10);

        Assert.DoesNotContain(await Rules.Judge(guest, BuildProperties.Hook), static item => item.Id == "AD0001");
        Assert.Null(Generation.Run(guest, BuildProperties.Hook).Result.Exception);
    }

    private static string Record(string fields) =>
        $"[HypercallStruct(\"demo\")] public unsafe partial struct Demo {{ static partial void Fields({fields}); }}";

    private static string Tagged(string fields, string members) => $$"""
        public enum Kind : uint { A, B }
        [HypercallStruct] public unsafe partial struct Demo
        {
            static partial void Fields({{fields}});
            [HypercallUnion] public partial struct Body { static partial void Fields({{members}}); }
        }
        """;

    private static string Enveloped(string fields, string hypercall, string operation = "[HypercallOp(1, \"A\")] XenResult A();") => $$"""
        [HypercallUnion] public partial struct Room { static partial void Fields(uint pad); }
        [HypercallStruct] public partial struct Head { static partial void Fields({{fields}}); }
        [Hypercall(36, "demo_op", {{hypercall}})] public partial interface IDemo { {{operation}} }
        """;

    private static async Task<CSharpCompilation> AssertReportedAlone(int number, string marked)
    {
        (string source, int start, int end) = Marked.Parse(marked);
        CSharpCompilation guest = Guest.With(source);
        Assert.DoesNotContain(guest.GetDiagnostics(), static item => item.Severity == DiagnosticSeverity.Error);

        Diagnostic diagnostic = Assert.Single(await Rules.Judge(guest, BuildProperties.Hook));

        Assert.Equal($"HCS{number:D4}", diagnostic.Id);
        Assert.Equal(source[start..end], Rules.Underlined(diagnostic));
        Assert.Equal(start, diagnostic.Location.SourceSpan.Start);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Matches("^'.*' .+[;,] .+$", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        return guest;
    }
}
