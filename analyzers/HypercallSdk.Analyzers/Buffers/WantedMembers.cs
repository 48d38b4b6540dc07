using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>What the hypervisor reads of what an argument points to.</summary>
internal static class WantedMembers
{
    /// <summary>The field before a field of which C knows nothing.</summary>
    private const string Padding = "_padding";

    /// <summary>It reads a list, not the members of a record.</summary>
    public static readonly ImmutableArray<string> Elements = ImmutableArray.Create("[]");

    /// <summary>The members that it reads; <see cref="Elements"/> for a list; none when it reads nothing, or it is not known what.</summary>
    public static ImmutableArray<string> Of(OperationCall call, IArgumentOperation argument)
    {
        if (argument.Parameter?.Type is not IPointerTypeSymbol { PointedAtType: INamedTypeSymbol { IsValueType: true } type })
        {
            return ImmutableArray<string>.Empty;
        }

        IParameterSymbol? declared = call.Declared(argument);
        return declared is null ? OfArgumentStruct(call, type)
            : declared.Find(AttributeNames.Const) is null ? ImmutableArray<string>.Empty
            : IsRecord(type) ? OfRecord(type)
            : Elements;
    }

    /// <summary>What is emitted for an operation: the members that are not for the hypervisor to write.</summary>
    private static ImmutableArray<string> OfArgumentStruct(OperationCall call, INamedTypeSymbol type) =>
        call.Declaration.Parameters
            .Where(parameter => parameter.Find(AttributeNames.MustBeZero) is not null
                || (parameter.RefKind != RefKind.Out && type.GetMembers(parameter.Name).Length > 0))
            .Select(static parameter => parameter.Name)
            .ToImmutableArray();

    private static ImmutableArray<string> OfRecord(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => !field.IsStatic && !field.IsImplicitlyDeclared && !field.Name.StartsWith(Padding, System.StringComparison.Ordinal))
            .Select(static field => field.Name)
            .Concat(MustBeZero(type))
            .Distinct()
            .ToImmutableArray();

    /// <summary>What the declaration says to be zero, where the record is declared in the project: what is emitted for it has no name.</summary>
    private static IEnumerable<string> MustBeZero(INamedTypeSymbol type) => type.GetMembers("Fields").OfType<IMethodSymbol>()
        .SelectMany(static fields => fields.Parameters)
        .Where(static field => field.Find(AttributeNames.MustBeZero) is not null)
        .Select(static field => field.Name);

    private static bool IsRecord(INamedTypeSymbol type) => type.Find(AttributeNames.HypercallStruct) is not null;
}
