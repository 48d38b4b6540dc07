using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using HypercallSdk.Corlib.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace HypercallSdk.Corlib.Tests;

/// <summary>Guest source and what is emitted for it are one assembly with each of the corlibs.</summary>
public sealed class EmissionTests
{
    /// <summary>
    /// Every shape that emission has: registers, a struct with padding, results, a batch, a stored type, an out enum; conduits
    /// whose stubs are called as they are, with the number before the arguments, and with a gap between them.
    /// </summary>
    private const string OwnDeclarations = """
        using HypercallSdk;

        namespace Demo;

        public enum Mode : ushort { Off, On }

        [Hypercall(40, "demo_op", Batched = true)]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp(1, "DEMO_set", Struct = "xen_demo_set")]
            XenResult Set(byte kind, ulong value, Mode mode, Gfn frame, ref uint count, out short status, out GuestPhysicalAddress where);

            [HypercallOp(2, "DEMO_list", Struct = "xen_demo_list")]
            XenResult List([CountOf(nameof(frames))] uint count, Gfn* frames);
        }

        [Hypercall(70000, "plain_op")]
        public unsafe partial interface IPlainOp
        {
            [HypercallOp(0, "PLAIN_nothing")] void Nothing();

            [HypercallOp(1, "PLAIN_value")] long Value(int signed, Mode mode, Gfn frame, byte* text);

            [HypercallOp(2, "PLAIN_quantity")] XenQuantity Quantity();
        }

        [Hypercall("psci"), HypercallConduit(Immediate = 0, Number = "x0", Arguments = "x1 x2 x3")]
        public partial interface IPsci
        {
            [HypercallOp(0x84000000, "PSCI_VERSION")] [return: StoredAs(AbiInteger.U32)] uint Version();

            [HypercallOp(0xC4000003, "CPU_ON")] [return: StoredAs(AbiInteger.S32)] int CpuOn(ulong cpu, ulong entry, ulong context);
        }

        [Hypercall(3, "gapped"), HypercallConduit(Immediate = 1, Number = "x9", Arguments = "x10 x0 x4", Result = "x1", Instruction = "smc")]
        public partial interface IGapped
        {
            [HypercallOp(1, "GAPPED_few")] nuint Few();

            [HypercallOp(2, "GAPPED_all")] ulong All(uint a, Gfn b);
        }

        [Hypercall("straight"), HypercallConduit(Immediate = 2, Number = "x8", Arguments = "x0 x1")]
        public partial interface IStraight
        {
            [HypercallOp(5, "STRAIGHT_op")] nint Op(uint a);
        }

        public static unsafe class Caller
        {
            public static long Call(byte* text)
            {
                uint count = 1;
                PlainOp.Nothing();
                XenResult set = DemoOp.Set(1, 2, Mode.On, new Gfn(3), ref count, out short status, out GuestPhysicalAddress where);
                ulong gapped = (ulong)Gapped.Few() + Gapped.All(1, new Gfn(2)) + PlainOp.Quantity().Value + (ulong)Straight.Op(1);
                return set.Value + status + PlainOp.Value(-1, Mode.Off, new Gfn(1), text) + Psci.Version() + Psci.CpuOn(1, 2, 3) + (long)gapped;
            }
        }
        """;

    private static readonly string[] Conduits = ["hvc", "hook"];

    public static TheoryData<string, string, bool> Guests
    {
        get
        {
            TheoryData<string, string, bool> guests = [];
            foreach (string corlib in Corlibs.Names)
            {
                foreach (string conduit in Conduits)
                {
                    guests.Add(corlib, conduit, true);
                    guests.Add(corlib, conduit, false);
                }
            }

            return guests;
        }
    }

    public static TheoryData<string> Names => [.. Corlibs.Names];

    [Theory]
    [MemberData(nameof(Guests))]
    public void The_guest_with_all_that_is_emitted_compiles(string corlib, string conduit, bool isSupportPublic)
    {
        CSharpCompilation guest = Guest.On(corlib, isSupportPublic);

        Compilation output = Guest.Generate(guest, conduit);

        Assert.True(output.SyntaxTrees.Count() > guest.SyntaxTrees.Length + 5);
        Assert.Empty(Corlibs.ErrorsOf(output));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void So_does_a_guest_with_declarations_of_its_own(string corlib, string conduit, bool isSupportPublic)
    {
        string declarations = isSupportPublic ? OwnDeclarations : OwnDeclarations.Replace("public", "internal", StringComparison.Ordinal)
            .Replace("internal static long Call", "public static long Call", StringComparison.Ordinal);

        Compilation output = Guest.Generate(Guest.On(corlib, isSupportPublic, declarations), conduit);

        Assert.Contains("class DemoOp", Guest.TextOf(output, "Demo.IDemoOp.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class PlainOp", Guest.TextOf(output, "Demo.IPlainOp.g.cs"), StringComparison.Ordinal);
        Assert.Empty(Corlibs.ErrorsOf(output));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_corlib_keeps_a_declaration_from_is_said_at_the_declaration_and_not_of_emitted_code(string corlib)
    {
        CSharpCompilation guest = Guest.On(corlib, isSupportPublic: true, OwnDeclarations.Replace("Gfn frame,", "in Gfn frame,", StringComparison.Ordinal));

        IReadOnlyList<Diagnostic> errors = Corlibs.ErrorsOf(Guest.Generate(guest, "hvc"));

        Assert.Equal(["CS0518", "CS0518"], errors.Select(static error => error.Id)); // InAttribute, which interfaces need for "in"
        Assert.All(errors, error => Assert.Equal(
            "in Gfn frame", error.Location.SourceTree!.GetRoot().FindToken(error.Location.SourceSpan.Start).Parent!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_trap_is_an_import_of_its_stub_from_the_image_itself(string corlib)
    {
        Compilation output = Guest.Generate(Guest.On(corlib, isSupportPublic: true, OwnDeclarations), "hvc");

        string[] stubs =
        [
            .. NumbersIn(output).Append(40u).Append(70000u).Distinct().Select(static number => $"* hypercall_hvc_{number}"),
            "* hypercall_hvc_imm0",
            "* hypercall_hvc_imm2_x8_is_5",
            "* hypercall_smc_imm1_x9_is_3_x10_from_x1_result_x1",
        ];
        Assert.Equal(stubs.Order(), ImportsOf(output).Distinct().Order());
    }

    /// <summary>The hypercalls of Xen's own declarations, by their numbers.</summary>
    private static IEnumerable<uint> NumbersIn(Compilation guest) =>
        from tree in guest.SyntaxTrees
        from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Hypercall"
            && attribute.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() == "HypercallSdk.Xen"
        let number = guest.GetSemanticModel(tree).GetConstantValue(attribute.ArgumentList!.Arguments[0].Expression).Value
        where number is int or uint
        select Convert.ToUInt32(number, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("MoosLike", "MethodImplOptions.InternalCall), global::System.Runtime.RuntimeImport(\"hypercall_hvc_12\")]")]
    [InlineData("ZerolibLike", "MethodImplOptions.InternalCall), global::System.Runtime.RuntimeImport(\"hypercall_hvc_12\")]")]
    [InlineData("ZerosharpLike", "DllImport(\"*\")]")]
    [InlineData("ZerosharpEfiLike", "DllImport(\"*\", EntryPoint = \"hypercall_hvc_12\"), global::System.Runtime.InteropServices.SuppressGCTransition]")]
    public void A_trap_is_imported_as_well_as_the_corlib_can(string corlib, string import)
    {
        Compilation output = Guest.Generate(Guest.On(corlib, isSupportPublic: true), "hvc");

        Assert.Contains(import, Guest.TextOf(output, "HypercallSdk.Xen.IMemoryOp.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MoosLike", false, true)]
    [InlineData("ZerolibLike", false, false)]
    [InlineData("ZerosharpLike", false, false)]
    [InlineData("ZerosharpEfiLike", true, false)]
    public void Attributes_of_imports_are_emitted_only_where_there_are_none(string corlib, bool isEmitted, bool isRuntimeImportEmitted)
    {
        Compilation output = Guest.Generate(Guest.On(corlib, isSupportPublic: true), "hvc");

        string text = Guest.TextOf(output, "Hypercall.Conduit.g.cs");
        Assert.Equal(isEmitted, text.Contains("class DllImportAttribute", StringComparison.Ordinal));
        Assert.Equal(isEmitted, text.Contains("class SuppressGCTransitionAttribute", StringComparison.Ordinal));
        Assert.Equal(isRuntimeImportEmitted, text.Contains("class RuntimeImportAttribute", StringComparison.Ordinal));
    }

    /// <summary>The library and the symbol of every import: from the assembly's own table, or from the attribute in its place.</summary>
    private static IReadOnlyList<string> ImportsOf(Compilation output)
    {
        using MemoryStream image = new();
        Assert.True(output.Emit(image).Success);
        image.Position = 0;
        using PEReader reader = new(image);
        MetadataReader metadata = reader.GetMetadataReader();
        MethodDefinition[] methods = [.. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)];
        IEnumerable<string> imports = methods
            .Select(static method => method.GetImport())
            .Where(static import => !import.Module.IsNil)
            .Select(import => $"{metadata.GetString(metadata.GetModuleReference(import.Module).Name)} {metadata.GetString(import.Name)}");
        return [.. imports, .. methods
            .Where(static method => method.ImplAttributes.HasFlag(MethodImplAttributes.InternalCall))
            .Select(method => "* " + SymbolOf(metadata, Assert.Single(method.GetCustomAttributes())))];
    }

    private static string? SymbolOf(MetadataReader metadata, CustomAttributeHandle runtimeImport)
    {
        BlobReader value = metadata.GetBlobReader(metadata.GetCustomAttribute(runtimeImport).Value);
        value.ReadUInt16(); // what every attribute's value begins with
        return value.ReadSerializedString();
    }
}
