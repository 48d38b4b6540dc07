using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>Tries a change before it is offered: with the reader that found the mistake, and with the compiler.</summary>
internal static class MendCheck
{
    /// <summary>Whether a change takes a mistake out of the type that it was found in, and the type compiles no worse.</summary>
    /// <param name="before">The document with the mistake.</param>
    /// <param name="diagnostic">The mistake.</param>
    /// <param name="after">The document with the change.</param>
    /// <param name="cancellation">Stops the trial.</param>
    public static async Task<bool> Mends(Document before, Diagnostic diagnostic, Document after, CancellationToken cancellation)
    {
        SyntaxNode? root = await before.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        BaseTypeDeclarationSyntax? type = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        if (root is null || type is null)
        {
            return false;
        }

        int position = TypesOf(root).TakeWhile(other => other != type).Count(); // no fix adds a type or takes one away
        TypeState was = await Judge(before, position, diagnostic.Id, cancellation).ConfigureAwait(false);
        TypeState isNow = await Judge(after, position, diagnostic.Id, cancellation).ConfigureAwait(false);
        return isNow.Mistakes < was.Mistakes && isNow.Errors <= was.Errors;
    }

    private static async Task<TypeState> Judge(Document document, int position, string id, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        BaseTypeDeclarationSyntax type = TypesOf(root!).ElementAt(position);
        if (model?.GetDeclaredSymbol(type, cancellation) is not INamedTypeSymbol symbol)
        {
            return new TypeState(int.MaxValue, int.MaxValue);
        }

        BuildOptions options = BuildOptions.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        int mistakes = 0;
        DeclarationProblems.Find(
            symbol, options.Abi ?? AbiKind.Arm64, options.Conduit, problem => mistakes += DeclarationRules.IdOf(problem.Kind) == id ? 1 : 0, cancellation);
        return new TypeState(
            mistakes,
            model.GetDiagnostics(type.FullSpan, cancellation).Count(static item => item.Severity == DiagnosticSeverity.Error));
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> TypesOf(SyntaxNode root) =>
        root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    /// <summary>What is wrong with a type: mistakes of the one kind, and errors of the compiler's.</summary>
    private readonly record struct TypeState(int Mistakes, int Errors);
}
