using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// Finds what <c>static readonly</c> fields and static get-only properties of this compilation are. Arrays in them are
/// left out: anyone may change the elements.
/// </summary>
internal sealed class StaticInitializers
{
    private readonly Compilation _compilation;

    /// <param name="compilation">The compilation in which the members are declared.</param>
    public StaticInitializers(Compilation compilation)
    {
        _compilation = compilation;
    }

    /// <summary>The value of the member.</summary>
    /// <returns>The value; none when the member can have another one.</returns>
    public IOperation? Find(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: true, Type: not IArrayTypeSymbol } field =>
            Initial(field, Declaration<VariableDeclaratorSyntax>(field)?.Initializer),
        IPropertySymbol { IsStatic: true, IsVirtual: false, SetMethod: null, GetMethod: IMethodSymbol get } property =>
            Returned(get) ?? Initial(property),
        _ => null,
    };

    private IOperation? Initial(IPropertySymbol property) => property.Type is IArrayTypeSymbol
        ? null
        : Initial(property, Declaration<PropertyDeclarationSyntax>(property)?.Initializer);

    private IOperation? Initial(ISymbol member, EqualsValueClauseSyntax? clause) =>
        !IsSetByStaticConstructor(member) && Operation(clause) is ISymbolInitializerOperation initializer
            ? initializer.Value
            : null;

    /// <summary>What the getter returns, when returning it is all that the getter does.</summary>
    private IOperation? Returned(IMethodSymbol getter)
    {
        IBlockOperation? body = Operation(Declaration<SyntaxNode>(getter)) switch
        {
            IBlockOperation block => block,
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            _ => null,
        };
        return body is { Operations: [IReturnOperation { ReturnedValue: IOperation value }] } ? value : null;
    }

    private static bool IsSetByStaticConstructor(ISymbol member) =>
        member.ContainingType.StaticConstructors.Any(constructor => Mentions(constructor, member.Name));

    private static bool Mentions(IMethodSymbol constructor, string name) => constructor.DeclaringSyntaxReferences
        .SelectMany(static reference => reference.GetSyntax().DescendantTokens())
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static T? Declaration<T>(ISymbol symbol)
        where T : SyntaxNode
    {
        ImmutableArray<SyntaxReference> declarations = symbol.DeclaringSyntaxReferences;
        return declarations.Length == 1 ? declarations[0].GetSyntax() as T : null;
    }

    private IOperation? Operation(SyntaxNode? syntax)
    {
        if (syntax is null || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        // A frame is often named in one file and used in another. This model is asked for only when that is so, once a
        // member: the cost that RS1030 warns of does not add up.
#pragma warning disable RS1030
        return _compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
    }
}
