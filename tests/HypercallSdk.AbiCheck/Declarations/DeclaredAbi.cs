using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>What the sources declare of Xen's ABI, as the generator's readers read it on one ABI.</summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Hypercalls">The annotated interfaces.</param>
/// <param name="Records">The records, and the operations' argument structs.</param>
/// <param name="Constants">The numbers of hypercalls and operations, and every constant with a C name.</param>
/// <param name="Problems">What the compiler and the analyzers say.</param>
public sealed record DeclaredAbi(
    AbiKind Abi,
    IReadOnlyList<HypercallDeclaration> Hypercalls,
    IReadOnlyList<DeclaredRecord> Records,
    IReadOnlyList<DeclaredConstant> Constants,
    IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Compiles and reads sources, and has them judged with what is emitted for them.</summary>
    public static DeclaredAbi Of(GuestSources sources, AbiKind abi)
    {
        GuestCompilation guest = GuestCompilation.Of(sources, abi);
        return Read(sources, abi, guest.Declared) with { Problems = guest.Problems };
    }

    /// <summary>Reads sources, without an opinion of them.</summary>
    public static DeclaredAbi Read(GuestSources sources, AbiKind abi) => Read(sources, abi, sources.Compile(abi));

    private static DeclaredAbi Read(GuestSources sources, AbiKind abi, Compilation compilation)
    {
        List<HypercallDeclaration> hypercalls = [];
        List<DeclaredRecord> records = [];
        List<DeclaredConstant> constants = [];
        foreach (INamedTypeSymbol type in TypesOf(compilation.Assembly.GlobalNamespace))
        {
            string file = sources.NameOf(type.Locations[0].SourceTree?.FilePath ?? string.Empty);
            if (DeclarationReader.Read(type, report: null, CancellationToken.None) is { } hypercall)
            {
                hypercalls.Add(hypercall);
                records.AddRange(ArgumentsOf(hypercall, type, file));
                constants.AddRange(NumbersOf(hypercall, type, file));
            }

            if (RecordTree.Of(type) is { Tag.Length: > 0 } body)
            {
                records.Add(new DeclaredRecord(body, type.AvailabilityOf(), Operation: null, file));
            }

            constants.AddRange(ConstantsOf(type, file));
        }

        return new DeclaredAbi(abi, hypercalls, records, constants, Problems: []);
    }

    private static IEnumerable<DeclaredRecord> ArgumentsOf(HypercallDeclaration hypercall, INamedTypeSymbol type, string file) =>
        from operation in hypercall.Operations
        where operation.Struct is not null
        let method = MethodOf(operation, type)
        let parameters = method.Parameters.Where((_, index) => !operation.Parameters[index].IsInEnvelope)
        let body = new DeclaredBody(operation.Struct!, IsUnion: false, RecordTree.FieldsOf(operation.StructFields, parameters))
        select new DeclaredRecord(body, operation.Availability, operation.CName, file);

    private static IEnumerable<DeclaredConstant> NumbersOf(HypercallDeclaration hypercall, INamedTypeSymbol type, string file)
    {
        if (hypercall.Number is { } number)
        {
            yield return new DeclaredConstant("__HYPERVISOR_" + hypercall.Name, number, default, type.AvailabilityOf(), file) { IsOperation = true };
        }

        foreach (OperationDeclaration operation in hypercall.Operations)
        {
            IMethodSymbol method = MethodOf(operation, type);
            if (operation.Number is { } own)
            {
                EquatableArray<FormerValue> former = new(method.FormersOf());
                yield return new DeclaredConstant(operation.CName, own, former, operation.Availability, file) { IsOperation = true };
            }
        }
    }

    private static IMethodSymbol MethodOf(OperationDeclaration operation, INamedTypeSymbol type) =>
        type.GetMembers(operation.Method.TrimStart('@')).OfType<IMethodSymbol>().First();

    private static IEnumerable<DeclaredConstant> ConstantsOf(INamedTypeSymbol type, string file) =>
        from member in type.GetMembers().OfType<IFieldSymbol>()
        where member.HasConstantValue && member.ConstantValue is not (string or bool or null)
        let name = member.CNameOf()
        where name is not null
        select new DeclaredConstant(name, ValueOf(member.ConstantValue!), new EquatableArray<FormerValue>(member.FormersOf()), member.AvailabilityOf().Within(type.AvailabilityOf()), file);

    private static Int128 ValueOf(object value) =>
        value is ulong large ? large : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol space) => space
        .GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member));
}
