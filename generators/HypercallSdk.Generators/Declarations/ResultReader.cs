using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads what an operation returns.</summary>
internal static class ResultReader
{
    /// <summary>What can hold the whole result register; of several constructors the first of these is taken.</summary>
    private static readonly SpecialType[] Whole =
        [SpecialType.System_Int64, SpecialType.System_IntPtr, SpecialType.System_UInt64, SpecialType.System_UIntPtr];

    /// <summary>What a part of the register may be handed to a constructor as.</summary>
    private static readonly SpecialType[] Parts = [.. Whole, SpecialType.System_Int32, SpecialType.System_UInt32];

    /// <summary>The result; null when it cannot hold the result register, or the part of it that is declared.</summary>
    public static ResultDeclaration? Read(IMethodSymbol method, NameScope names, ProblemReporter problems)
    {
        if (method.RefKind != RefKind.None)
        {
            problems.AtType(method, ProblemKind.UnsupportedResultType, method.Name, "returns a reference, but a hypercall returns a register; remove 'ref'");
            return null;
        }

        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            return null; // the compiler says that there is no such type
        }

        return method.GetReturnTypeAttributes().Find(AttributeNames.StoredAs) is { ConstructorArguments.Length: 1 } attribute
            ? ReadPart(method, attribute, names, problems)
            : ReadWhole(method, names, problems);
    }

    private static ResultDeclaration? ReadWhole(IMethodSymbol method, NameScope names, ProblemReporter problems)
    {
        ITypeSymbol type = method.ReturnType;
        string name = names.NameOf(type);
        if (method.ReturnsVoid)
        {
            return new ResultDeclaration(name, ResultShape.Nothing, name, StoredAs: null, IsOverloaded: false);
        }

        if (Whole.Contains(type.SpecialType))
        {
            return new ResultDeclaration(name, ResultShape.Integer, name, StoredAs: null, IsOverloaded: false);
        }

        if (ResultConstructor.Find(method, Whole) is { } taken)
        {
            return new ResultDeclaration(name, ResultShape.Wrapper, names.NameOf(taken), StoredAs: null, ResultConstructor.HasRivals(type));
        }

        problems.AtType(
            method, ProblemKind.UnsupportedResultType, type.ToDisplayString(),
            "cannot hold the whole result register; return XenResult, long, void, or a struct with a constructor that takes a long, "
            + "or say by [return: StoredAs] how many bits the hypervisor returns");
        return null;
    }

    private static ResultDeclaration? ReadPart(IMethodSymbol method, AttributeData attribute, NameScope names, ProblemReporter problems)
    {
        ITypeSymbol type = method.ReturnType;
        string name = names.NameOf(type);
        IntegerType? stored = StoredTypeReader.IntegerOf(attribute);
        string? cause = stored is null ? StoredTypeReader.NoAbiInteger
            : method.ReturnsVoid ? "has no meaning where nothing is returned; remove it"
            : null;
        if (stored is not null && cause is null)
        {
            if (WidthOf(type) is { } width)
            {
                if (width >= stored.Size)
                {
                    return new ResultDeclaration(name, ResultShape.Integer, name, stored, IsOverloaded: false);
                }

                cause = $"is wider than '{type.ToDisplayString()}', which would cut it; return a wider type";
            }
            else if (ResultConstructor.Find(method, Fitting(stored)) is { } taken)
            {
                return new ResultDeclaration(name, ResultShape.Wrapper, names.NameOf(taken), stored, IsOverloaded: false);
            }
            else
            {
                ReportNoConstructor(method, stored, problems);
                return null;
            }
        }

        problems.AtArgument(attribute, "0", ProblemKind.BadStoredType, "StoredAs", cause!);
        return null;
    }

    private static void ReportNoConstructor(IMethodSymbol method, IntegerType stored, ProblemReporter problems) => problems.AtType(
        method, ProblemKind.UnsupportedResultType, method.ReturnType.ToDisplayString(),
        $"cannot be made of {stored.Size * 8} bits; return an integer, an enum, or a struct with a constructor that takes "
        + (stored.Size > 4 ? "a long or a ulong" : "an int, a uint, a long or a ulong"));

    /// <summary>Constructors that take at least so many bits: the very type first, then those that keep its value.</summary>
    private static IEnumerable<SpecialType> Fitting(IntegerType stored)
    {
        SpecialType exact = (stored.Size, stored.IsSigned) switch
        {
            (8, true) => SpecialType.System_Int64,
            (8, false) => SpecialType.System_UInt64,
            (_, true) => SpecialType.System_Int32,
            (_, false) => SpecialType.System_UInt32,
        };
        return Parts.Where(type => WidthOf(type) >= stored.Size).OrderBy(type => type != exact);
    }

    /// <summary>How many bytes an integer or an enum has on every ABI; null for another type.</summary>
    private static int? WidthOf(ITypeSymbol type) => WidthOf(
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } ? underlying.SpecialType : type.SpecialType);

    private static int? WidthOf(SpecialType type) => type switch
    {
        SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_UInt16 or SpecialType.System_Int16 => 2,
        SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_UIntPtr or SpecialType.System_IntPtr => 4,
        SpecialType.System_UInt64 or SpecialType.System_Int64 => 8,
        _ => null,
    };
}
