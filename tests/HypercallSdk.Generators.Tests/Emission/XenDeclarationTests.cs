using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace HypercallSdk.Generators.Tests.Emission;

/// <summary>What is emitted for Xen's own declarations compiles, on the oldest C# and without a warning.</summary>
public sealed class XenDeclarationTests
{
    private static readonly Compilation WithoutDeclarations = Guest.With("namespace Demo; internal interface IDemo { void Do(); }");

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void Every_interface_and_every_record_yields_one_file_beside_the_conduits_own(string conduit)
    {
        Generation generation = Generation.OfXen(conduit);

        IEnumerable<string> expected = DeclaredIn(Guest.Xen).Append("Hypercall.Conduit.g.cs");
        Assert.Equal(expected.Order(StringComparer.Ordinal), generation.Files.Order(StringComparer.Ordinal));
        Assert.Null(generation.Result.Exception);
    }

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void The_guest_with_emitted_code_compiles_as_csharp_11_without_a_warning(string conduit)
    {
        Generation generation = Generation.OfXen(conduit);

        Assert.Empty(generation.Complaints);
    }

    [Theory]
    [InlineData("hvc")]
    [InlineData("hook")]
    public void It_compiles_in_a_project_with_checked_arithmetic(string conduit)
    {
        Compilation guest = Guest.Xen.WithOptions(Guest.Xen.Options.WithOverflowChecks(true));

        Assert.Empty(Generation.Run(guest, BuildProperties.Of("arm64", conduit)).Complaints);
    }

    [Fact]
    public void A_compilation_without_declarations_gets_no_hook() =>
        Assert.Empty(Generation.Run(WithoutDeclarations, BuildProperties.Hook).Files);

    [Fact]
    public void A_compilation_without_declarations_gets_stubs_that_are_none()
    {
        // An earlier compilation's file would stay otherwise, and its stubs would be linked.
        Generation generation = Generation.Run(WithoutDeclarations, BuildProperties.Hvc);
        string text = generation.Text(Assert.Single(generation.Files));
        Assert.EndsWith(
            "#if HYPERCALL_ASSEMBLY // never defined: this is no C#\n\t.section .note.GNU-stack, \"\", %progbits\n#endif\n",
            text,
            StringComparison.Ordinal);
        Assert.Empty(generation.Complaints);
    }

    [Theory]
    [InlineData("arm64", "telepathy")]
    [InlineData("vax", "hvc")]
    [InlineData(null, "hvc")]
    [InlineData("arm64", null)]
    public void A_project_without_a_known_abi_and_conduit_gets_no_file(string? abi, string? conduit) =>
        Assert.Empty(Generation.Run(Guest.Xen, BuildProperties.Of(abi, conduit)).Files);

    /// <summary>The files of what is annotated: interfaces, and structs with fields to emit.</summary>
    private static IEnumerable<string> DeclaredIn(Compilation guest) =>
        from tree in guest.SyntaxTrees
        from type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        let attributes = type.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => attribute.Name.ToString())
        where attributes.Contains("Hypercall")
            || (attributes.Any(static name => name is "HypercallStruct" or "HypercallUnion")
                && type.Members.OfType<MethodDeclarationSyntax>().Any(static method => method.Identifier.Text == "Fields"))
        select $"HypercallSdk.Xen.{string.Join('.', type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(static part => part.Identifier.Text))}.g.cs";
}
