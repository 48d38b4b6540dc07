using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Finds the methods of a type that call a private one.</summary>
internal static class Callers
{
    /// <summary>A method's body, and the bodies of all that call it if nobody else can; null when some of these cannot be looked at.</summary>
    public static IReadOnlyList<IOperation>? With(IOperation body, ISymbol owner)
    {
        List<IOperation> all = [body];
        Queue<ISymbol> waiting = new([owner]);
        while (waiting.Count > 0)
        {
            ISymbol method = waiting.Dequeue();
            if (method is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
            {
                continue;
            }

            foreach (IdentifierNameSyntax name in NamesOf(method))
            {
                if (name.SyntaxTree != body.Syntax.SyntaxTree || CallerAt(name, body.SemanticModel!) is not { } caller)
                {
                    return null;
                }

                if (all.All(known => known.Syntax != caller.Body.Syntax))
                {
                    all.Add(caller.Body);
                    waiting.Enqueue(caller.Method);
                }
            }
        }

        return all;
    }

    private static IEnumerable<IdentifierNameSyntax> NamesOf(ISymbol method) => method.ContainingType.DeclaringSyntaxReferences
        .SelectMany(static place => place.GetSyntax().DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == method.Name);

    private static (IOperation Body, ISymbol Method)? CallerAt(SyntaxNode name, SemanticModel model) =>
        name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } declaration
        && model.GetOperation(declaration) is { } body && model.GetDeclaredSymbol(declaration) is { } method
            ? (body, method)
            : null;
}
