using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>An operation as declared, in one way or in several: one for each release or kind of guest.</summary>
/// <param name="Name">Its C names.</param>
/// <param name="Where">Where it exists, in each way.</param>
internal sealed record DeclaredOperation(OperationName Name, IReadOnlyList<Availability> Where)
{
    /// <summary>Everything that is declared and can be asked for: the operations, and the commands that are enums' members.</summary>
    public static IReadOnlyList<DeclaredOperation> Of(DeclaredAbi declared) =>
    [
        .. OperationsOf(declared).Concat(CommandsOf(declared))
            .GroupBy(static operation => operation.Name)
            .Select(static group => new DeclaredOperation(group.Key, [.. group.SelectMany(static one => one.Where)]))
            .OrderBy(static operation => operation.Name),
    ];

    /// <summary>Whether a kind of guest has it.</summary>
    public bool Has(XenRelease release, AbiKind abi, GuestSet guest) => Where.Any(where => where.Includes(release, abi, guest));

    private static IEnumerable<DeclaredOperation> OperationsOf(DeclaredAbi declared) =>
        from hypercall in declared.Hypercalls
        where hypercall.Number is not null
        from operation in hypercall.Operations
        select new DeclaredOperation(new OperationName(hypercall.Name, operation.CName), operation.IsProposed ? [] : [operation.Availability]);

    private static IEnumerable<DeclaredOperation> CommandsOf(DeclaredAbi declared) =>
        from command in CommandEnum.All
        from hypercall in declared.Hypercalls
        where hypercall.Name == command.Operation.Hypercall
        from operation in hypercall.Operations
        where operation.CName == command.Operation.Operation
        from member in declared.Constants
        where member.File == command.File
        select new DeclaredOperation(
            new OperationName(hypercall.Name, member.CName), [member.Availability.Within(operation.Availability)]);
}
