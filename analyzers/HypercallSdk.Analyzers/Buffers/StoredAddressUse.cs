using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Finds the operation that another method of the type gives an address out of a field.</summary>
internal static class StoredAddressUse
{
    /// <summary>The operation's C name; null when there is none, or the field has another value by the end of the method that set it.</summary>
    public static string? Of(StoredAddress stored, SemanticModel? model, OperationDeclarations declarations)
    {
        SyntaxNode? own = MemberAround(stored.Assignment.Syntax);
        IOperation[] all = [.. ReferencesTo(stored.Field, model)];
        bool isReset = all.Any(reference => MemberAround(reference.Syntax) == own && reference.Syntax.SpanStart > stored.Assignment.Syntax.SpanStart
            && reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference);
        return isReset ? null : all.Where(reference => MemberAround(reference.Syntax) != own)
            .Select(reference => GivenTo(reference, declarations))
            .FirstOrDefault(static name => name is not null);
    }

    private static MemberDeclarationSyntax? MemberAround(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static IEnumerable<IOperation> ReferencesTo(IFieldSymbol field, SemanticModel? model) => field.ContainingType.DeclaringSyntaxReferences
        .Where(place => place.SyntaxTree == model?.SyntaxTree)
        .SelectMany(static place => place.GetSyntax().DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == field.Name)
        .Select(name => model?.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name))
        .OfType<IFieldReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Field, field));

    /// <summary>The operation that a field's value is an argument of, or stands in the record that is one.</summary>
    private static string? GivenTo(IOperation reference, OperationDeclarations declarations)
    {
        IOperation value = reference;
        while (value.Parent is IConversionOperation or IBinaryOperation { Type: IPointerTypeSymbol })
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation invocation } => declarations.Of(invocation)?.Name,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment when assignment.Value == value && MemberWrites.RootOf(member) is { } record =>
                LocalUse.Root(reference).Descendants().OfType<IInvocationOperation>()
                    .Where(invocation => invocation.Arguments.Any(argument => Outputs.Unconverted(argument.Value) is IAddressOfOperation { Reference: ILocalReferenceOperation local }
                        && SymbolEqualityComparer.Default.Equals(local.Local, record)))
                    .Select(invocation => declarations.Of(invocation)?.Name)
                    .FirstOrDefault(static name => name is not null),
            _ => null,
        };
    }
}
