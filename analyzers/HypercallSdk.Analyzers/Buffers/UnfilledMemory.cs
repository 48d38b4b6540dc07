using System.Linq;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Recognises memory that holds what was there before: C# zeroes all but this.</summary>
internal static class UnfilledMemory
{
    /// <summary>
    /// The local that an argument is the address of, or that points to the memory; null when the memory is zero to begin with, or comes
    /// from elsewhere.
    /// </summary>
    public static ILocalSymbol? Of(IOperation argument, ISymbol owner) => Outputs.Unconverted(argument) switch
    {
        IAddressOfOperation { Reference: ILocalReferenceOperation record } when IsLeftAsItWas(record.Local, argument, owner) => record.Local,
        ILocalReferenceOperation pointer when LocalUse.OnlyValueOf(pointer) is { } value && IsLeftAsItWas(Outputs.Unconverted(value), owner) => pointer.Local,
        _ => null,
    };

    /// <summary>Whether a local struct has no value to begin with.</summary>
    /// <param name="local">The local.</param>
    /// <param name="inside">An operation of the method.</param>
    /// <param name="owner">The method.</param>
    public static bool IsLeftAsItWas(ILocalSymbol local, IOperation inside, ISymbol owner)
    {
        IOperation root = LocalUse.Root(inside);
        return root.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => IsSkipping(call, local))
            || (IsUnzeroed(owner) && root.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Any(declarator =>
                SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && declarator.GetVariableInitializer() is null));
    }

    private static bool IsLeftAsItWas(IOperation value, ISymbol owner) => value switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: "NativeMemory", Name: "Alloc" or "AlignedAlloc" } } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Marshal", Name: "AllocHGlobal" or "AllocCoTaskMem" } } => true,
        { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null } } => IsUnzeroed(owner),
        _ => false,
    };

    private static bool IsSkipping(IInvocationOperation call, ILocalSymbol local) =>
        call.TargetMethod is { Name: "SkipInit", ContainingType.Name: "Unsafe" }
        && call.Arguments.FirstOrDefault() is { } argument && SymbolEqualityComparer.Default.Equals(Outputs.LocalOf(argument.Value), local);

    /// <summary>Whether the method, or something around it, asks for locals that are not zeroed.</summary>
    private static bool IsUnzeroed(ISymbol owner)
    {
        for (ISymbol? symbol = owner; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (HasMark(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && HasMark(property)))
            {
                return true;
            }
        }

        return owner.ContainingModule is { } module && HasMark(module);
    }

    private static bool HasMark(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SkipLocalsInitAttribute");
}
