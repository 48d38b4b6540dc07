using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HypercallSdk.Abi.Tests.Headers;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>What a compilation declares of an ABI, as the generator's reader reads it.</summary>
/// <param name="Hypercalls">The annotated interfaces.</param>
/// <param name="Records">The operations' argument structs and the records of their own.</param>
/// <param name="Constants">The numbers of hypercalls and operations, and the enums' members.</param>
/// <param name="Problems">What the reader found wrong.</param>
internal sealed record DeclaredAbi(
    IReadOnlyList<HypercallDeclaration> Hypercalls,
    IReadOnlyList<CRecord> Records,
    IReadOnlyList<CConstant> Constants,
    IReadOnlyList<DeclarationProblem> Problems)
{
    /// <summary>Everything that a C compiler can confirm, each once.</summary>
    public IReadOnlyList<CAssertion> Assertions =>
        [.. Records.SelectMany(CAssertions.Of).Concat(Constants.SelectMany(CAssertions.Of)).Distinct()];

    /// <summary>Reads a compilation.</summary>
    public static DeclaredAbi Of(Compilation compilation)
    {
        List<HypercallDeclaration> hypercalls = [];
        List<CRecord> records = [];
        List<DeclarationProblem> problems = [];
        List<CConstant> constants = [new("DOMID_SELF", DomId.Self.Value)];
        foreach (INamedTypeSymbol type in TypesOf(compilation.Assembly.GlobalNamespace))
        {
            if (DeclarationReader.Read(type, problems.Add, CancellationToken.None) is { } hypercall)
            {
                hypercalls.Add(hypercall);
                records.AddRange(RecordReader.ArgumentsOf(hypercall, type));
            }

            records.AddRange(RecordReader.RecordOf(type));
            constants.AddRange(MembersOf(type));
        }

        constants.AddRange(hypercalls
            .Where(static hypercall => hypercall.Number is not null)
            .Select(static hypercall => new CConstant("__HYPERVISOR_" + hypercall.Name, hypercall.Number!.Value)));
        constants.AddRange(hypercalls
            .SelectMany(static hypercall => hypercall.Operations)
            .Where(static operation => operation.Number is not null)
            .Select(static operation => new CConstant(operation.CName, operation.Number!.Value)));
        return new DeclaredAbi(hypercalls, records, constants, problems);
    }

    private static IEnumerable<CConstant> MembersOf(INamedTypeSymbol type) =>
        !EnumNames.IsXens(type)
            ? []
            : type.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(static member => member.HasConstantValue && EnumNames.Of(member) is not null)
                .Select(static member => new CConstant(EnumNames.Of(member)!, System.Convert.ToInt64(member.ConstantValue, null)));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
