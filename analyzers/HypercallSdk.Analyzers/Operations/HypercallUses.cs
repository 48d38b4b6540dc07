using System.Linq;
using System.Runtime.CompilerServices;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Analyzers.Operations;

/// <summary>Tells whether a project has to do with hypercalls, before anything of it is looked at closely.</summary>
internal static class HypercallUses
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Known = new();

    /// <summary>
    /// Whether a compilation may declare a hypercall, or refers to an assembly that may. One that has the support source and no more
    /// cannot.
    /// </summary>
    public static bool ArePossible(Compilation compilation) =>
        Known.GetValue(compilation, static asked => new StrongBox<bool>(Find(asked))).Value;

    private static bool Find(Compilation compilation) => compilation.GetTypesByMetadataName(AttributeNames.HypercallOp) is { IsEmpty: false } attributes
        && (attributes.Any(attribute => !SymbolEqualityComparer.Default.Equals(attribute.ContainingAssembly, compilation.Assembly))
            || compilation.SyntaxTrees.Any(static tree => tree.GetRoot().DescendantNodes(static node => !IsInside(node)).Any(IsCandidate)));

    /// <summary>An alias may stand for the attribute's name, so that any name counts.</summary>
    private static bool IsCandidate(SyntaxNode node) => node is InterfaceDeclarationSyntax { AttributeLists.Count: > 0 };

    private static bool IsInside(SyntaxNode node) => node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
}
