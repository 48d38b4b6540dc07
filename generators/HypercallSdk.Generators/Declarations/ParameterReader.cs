using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads one parameter of an operation.</summary>
internal static class ParameterReader
{
    /// <summary>Reads a parameter; null when its type has no ABI or an attribute on it is wrong.</summary>
    public static ParameterDeclaration? Read(
        IParameterSymbol parameter, IMethodSymbol method, FieldHome home, NameScope names, ProblemReporter problems)
    {
        FieldDeclaration? field = FieldReader.Read(parameter, home, names, problems);
        if (!CountReader.TryRead(parameter, method, out CountDeclaration? count, problems) || field is null)
        {
            return null;
        }

        Direction direction = DirectionOf(parameter);
        AttributeData? mapTarget = parameter.Find(AttributeNames.MapTarget);
        ParameterDeclaration declaration = new(
            field with { Role = RoleOf(direction), IsMapTarget = mapTarget is not null },
            direction,
            ModifierOf(parameter),
            mapTarget is { AttributeClass: { } type } ? names.NameOfAttribute(type) : null)
        {
            Pointee = parameter.Type is IPointerTypeSymbol { PointedAtType: { SpecialType: not SpecialType.System_Void } pointee }
                ? names.NameOf(pointee)
                : null,
            Count = count,
            IsConst = parameter.Find(AttributeNames.Const) is not null,
        };
        return CanTravel(parameter, declaration, home, problems) ? declaration : null;
    }

    private static bool CanTravel(
        IParameterSymbol parameter, ParameterDeclaration declaration, FieldHome home, ProblemReporter problems)
    {
        if (declaration.Field.IsHidden && declaration.Modifier.Length > 0)
        {
            problems.At(parameter, ProblemKind.UnsupportedPassing, "is always zero, so it is nobody's argument; remove the modifier");
            return false;
        }

        if (home == FieldHome.Register && declaration is { Shape: ValueShape.Record, IsByAddress: false })
        {
            problems.AtType(
                parameter, ProblemKind.UnsupportedParameterType, parameter.Type.ToDisplayString(),
                "does not fit a register; pass it with 'in' or 'ref', or pass a pointer to it");
            return false;
        }

        if (home == FieldHome.Register && declaration is { Shape: ValueShape.Boolean, IsByAddress: true })
        {
            problems.At(
                parameter, ProblemKind.UnsupportedPassing,
                "goes by its address, where C# takes only 0 and 1 for a bool, and a hypervisor may write anything; declare it as a byte");
            return false;
        }

        return true;
    }

    private static string RoleOf(Direction direction) => direction switch
    {
        Direction.Out => ", written by the hypervisor",
        Direction.InOut => ", read and rewritten by the hypervisor",
        _ => string.Empty,
    };

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
