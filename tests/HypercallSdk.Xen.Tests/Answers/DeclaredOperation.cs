using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>An operation as declared, in one way or in several: one for each release or kind of guest.</summary>
/// <param name="Name">Its C names.</param>
/// <param name="Where">Where it exists, in each way.</param>
internal sealed record DeclaredOperation(OperationName Name, IReadOnlyList<Availability> Where)
{
    /// <summary>Everything that is declared and can be asked for: the operations, and the commands that are enums' members.</summary>
    /// <param name="sources">The declarations.</param>
    /// <param name="abi">The ABI of the guest.</param>
    public static IReadOnlyList<DeclaredOperation> Of(GuestSources sources, AbiKind abi)
    {
        INamedTypeSymbol[] types = [.. TypesOf(sources.Compile(abi).Assembly.GlobalNamespace)];
        HypercallDeclaration[] hypercalls =
        [
            .. types.Select(static type => DeclarationReader.Read(type, report: null, CancellationToken.None))
                .OfType<HypercallDeclaration>(),
        ];
        return
        [
            .. OperationsOf(hypercalls).Concat(CommandsOf(hypercalls, types))
                .GroupBy(static operation => operation.Name, static operation => operation.Where)
                .Select(static ways => new DeclaredOperation(ways.Key, [.. ways.SelectMany(static where => where)]))
                .OrderBy(static operation => operation.Name),
        ];
    }

    /// <summary>Whether a kind of guest has it.</summary>
    public bool Has(XenRelease release, AbiKind abi, GuestSet guest) => Where.Any(where => where.Includes(release, abi, guest));

    private static IEnumerable<DeclaredOperation> OperationsOf(IEnumerable<HypercallDeclaration> hypercalls) =>
        from hypercall in hypercalls
        where hypercall.Number is not null
        from operation in hypercall.Operations
        let name = new OperationName(hypercall.Name, operation.CName)
        select new DeclaredOperation(name, operation.IsProposed ? [] : [operation.Availability]);

    private static IEnumerable<DeclaredOperation> CommandsOf(IEnumerable<HypercallDeclaration> hypercalls, INamedTypeSymbol[] types) =>
        from command in CommandEnum.All
        from hypercall in hypercalls
        where hypercall.Name == command.Operation.Hypercall
        from operation in hypercall.Operations
        where operation.CName == command.Operation.Operation
        let type = types.Single(type => type.Name == command.Type)
        from member in type.GetMembers().OfType<IFieldSymbol>()
        let name = member.CNameOf()
        where name is not null
        let availability = member.AvailabilityOf().Within(type.AvailabilityOf()).Within(operation.Availability)
        select new DeclaredOperation(new OperationName(hypercall.Name, name), [availability]);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
