using System;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads one parameter of an operation.</summary>
internal static class ParameterReader
{
    /// <summary>Reads a parameter; null when its type has no ABI or an attribute on it is wrong.</summary>
    public static ParameterDeclaration? Read(
        IParameterSymbol parameter, IMethodSymbol method, bool isField, NameScope names, ProblemReporter problems)
    {
        if (AbiTypeReader.Read(parameter.Type) is not { } type || parameter.IsParams)
        {
            ReportType(parameter, problems);
            return null;
        }

        ParameterShape shape = AbiTypeReader.ShapeOf(parameter.Type);
        string cName = parameter.Find(AttributeNames.CName)?.Text(0) ?? parameter.Name;
        bool sound = HasSoundName(parameter, cName, problems)
            & CountReader.IsSound(parameter, method, shape, problems)
            & StoredTypeReader.TryRead(parameter, type, shape, isField, out IntegerType? storedAs, problems);
        if (!isField && !IsRegister(parameter, shape, problems))
        {
            return null;
        }

        return sound
            ? new ParameterDeclaration(
                CSharpIdentifier.Escape(parameter.Name),
                cName,
                names.NameOf(parameter.Type),
                shape,
                DirectionOf(parameter),
                ModifierOf(parameter),
                type,
                storedAs,
                parameter.Find(AttributeNames.MapTarget) is { AttributeClass: { } mapTarget } ? names.NameOfAttribute(mapTarget) : null)
            : null;
    }

    private static void ReportType(IParameterSymbol parameter, ProblemReporter problems)
    {
        if (AbiTypeReader.WhyNone(parameter.Type) is { } cause)
        {
            problems.AtType(parameter, ProblemKind.UnsupportedParameterType, parameter.Type.ToDisplayString(), cause);
        }
    }

    private static bool HasSoundName(IParameterSymbol parameter, string cName, ProblemReporter problems)
    {
        if (parameter.Name.StartsWith(Emission.StructEmitter.PaddingPrefix, StringComparison.Ordinal))
        {
            problems.At(parameter, ProblemKind.NameClash, "has a name that emitted padding has; rename the parameter");
            return false;
        }

        // A dotted name reaches into a union: u.foreign_domid.
        if (cName.Split('.').All(CIdentifier.IsValid))
        {
            return true;
        }

        problems.At(parameter, ProblemKind.BadCName, $"has the C name '{cName}', which is none; use letters, digits and underscores");
        return false;
    }

    private static bool IsRegister(IParameterSymbol parameter, ParameterShape shape, ProblemReporter problems)
    {
        if (DirectionOf(parameter) != Direction.In)
        {
            problems.At(
                parameter, ProblemKind.RegisterDirection,
                "is written by the hypervisor but travels in a register; pass a pointer, or set Struct if it is a struct's field");
            return false;
        }

        if (shape == ParameterShape.Record)
        {
            problems.AtType(
                parameter, ProblemKind.UnsupportedParameterType, parameter.Type.ToDisplayString(),
                "does not fit a register; pass a pointer to it");
            return false;
        }

        return true;
    }

    private static string ModifierOf(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => "out ",
        RefKind.Ref => "ref ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => string.Empty,
    };

    private static Direction DirectionOf(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => Direction.Out,
        RefKind.Ref => Direction.InOut,
        _ => Direction.In,
    };
}
