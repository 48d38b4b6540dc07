using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Operations;

/// <summary>
/// Finds the declaration of a called operation: what is emitted for it has its name, its parameters' names and few of its
/// attributes. It is asked concurrently, and remembers for as long as its compilation is analyzed.
/// </summary>
internal sealed class OperationDeclarations
{
    /// <summary>The emitted struct that implements a hypercall's interface.</summary>
    private const string Direct = "Direct";

    private readonly ConcurrentDictionary<ISymbol, IMethodSymbol?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the compilation can have an operation at all.</summary>
    public static bool ArePresent(Compilation compilation) => HypercallUses.ArePossible(compilation);

    /// <summary>The operations that a compilation declares, or its references do.</summary>
    public static IReadOnlyList<IMethodSymbol> AllOf(Compilation compilation)
    {
        List<IMethodSymbol> found = [];
        Queue<INamespaceOrTypeSymbol> waiting = new(compilation.References
            .Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(static assembly => assembly.GetTypeByMetadataName(AttributeNames.HypercallOp) is not null
                || assembly.Modules.Any(static module => module.ReferencedAssemblySymbols.Any(static other => other.GetTypeByMetadataName(AttributeNames.HypercallOp) is not null)))
            .Append(compilation.Assembly)
            .Select(static assembly => assembly.GlobalNamespace));
        while (waiting.Count > 0)
        {
            foreach (INamespaceOrTypeSymbol member in waiting.Dequeue().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                waiting.Enqueue(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Interface })
                {
                    found.AddRange(member.GetMembers().OfType<IMethodSymbol>().Where(IsOperation));
                }
            }
        }

        return found;
    }

    /// <summary>The call of an operation that an invocation is; null when it is none.</summary>
    public OperationCall? Of(IInvocationOperation invocation) =>
        Of(invocation.TargetMethod) is { } declaration ? new OperationCall(invocation, declaration) : null;

    /// <summary>The declaration of the operation that a method is; null when it is none.</summary>
    public IMethodSymbol? Of(IMethodSymbol method) =>
        _known.GetOrAdd(method.OriginalDefinition, static asked => Find((IMethodSymbol)asked));

    private static IMethodSymbol? Find(IMethodSymbol method)
    {
        if (IsOperation(method))
        {
            return method;
        }

        INamedTypeSymbol? type = method.ContainingType;
        return type is null || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)
            ? null
            : Contracts(type).SelectMany(static contract => contract.GetMembers())
                .OfType<IMethodSymbol>()
                .FirstOrDefault(declared => declared.Name == Last(method.Name) && IsOperation(declared));
    }

    /// <summary>What a mock or the emitted implementation implements, or the emitted class stands for.</summary>
    private static IEnumerable<INamedTypeSymbol> Contracts(INamedTypeSymbol type) =>
        type.IsStatic ? type.GetTypeMembers(Direct).SelectMany(static direct => direct.AllInterfaces) : type.AllInterfaces;

    /// <summary>The name without the interface that an explicit implementation puts before it.</summary>
    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool IsOperation(IMethodSymbol method) => method.Find(AttributeNames.HypercallOp) is not null;
}
