using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>What declarations say of how a thing that an operation makes is undone.</summary>
internal static class Inverses
{
    /// <summary>Whether an operation makes something that another one undoes.</summary>
    public static bool IsMaker(IMethodSymbol operation) => operation.Find(AttributeNames.Inverse) is not null;

    /// <summary>The names of the methods that undo what an operation makes.</summary>
    public static IEnumerable<string> Of(IMethodSymbol maker) => Attributes(maker).Select(static attribute => attribute.Text(0));

    /// <summary>The C names of the operations that undo what an operation makes.</summary>
    public static string NamesOf(IMethodSymbol maker) => string.Join(" or ", Declared(maker).Select(Name));

    /// <summary>The operation that makes what another one undoes; null when there is none.</summary>
    public static IMethodSymbol? MakerOf(IMethodSymbol inverse) => inverse.ContainingType?.GetMembers()
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => Of(method).Contains(inverse.Name));

    /// <summary>What the hypervisor does when something else undoes it; null when it is not said.</summary>
    public static string? Otherwise(IMethodSymbol maker) =>
        Attributes(maker).Select(static attribute => attribute.Named("Otherwise") as string).FirstOrDefault(static text => text is not null);

    /// <summary>The parameter that says where the thing lies; null when none does.</summary>
    public static IParameterSymbol? PlaceOf(IMethodSymbol maker) =>
        Shared(maker).FirstOrDefault(static parameter => parameter.RefKind != RefKind.Out && SupportTypes.HoldsFrames(parameter.Type));

    /// <summary>The parameter that answers what the inverse asks for, such as a handle; null when it asks for nothing.</summary>
    public static IParameterSymbol? TokenOf(IMethodSymbol maker) => Shared(maker).FirstOrDefault(
        parameter => parameter.RefKind == RefKind.Out && Parts(maker).All(part => part.Parameter != parameter.Name));

    /// <summary>The parameters that else tell one thing from another.</summary>
    public static IEnumerable<IParameterSymbol> OthersOf(IMethodSymbol maker) =>
        Shared(maker).Where(static parameter => parameter.RefKind == RefKind.None && !SupportTypes.HoldsFrames(parameter.Type));

    /// <summary>The parts that a thing may have, by the constants that ask for them, each with the parameter that undoes it.</summary>
    public static IEnumerable<(IParameterSymbol Flags, IFieldSymbol Constant, string Parameter)> Parts(IMethodSymbol maker) =>
        from flags in maker.Parameters
        where flags.Type.TypeKind == TypeKind.Enum
        from constant in flags.Type.GetMembers().OfType<IFieldSymbol>()
        let undone = constant.Find(AttributeNames.UndoneWith)
        where undone is not null
        select (flags, constant, undone.Text(0));

    /// <summary>An operation's C name; its method's where the source is broken.</summary>
    public static string Name(IMethodSymbol operation) =>
        operation.Find(AttributeNames.HypercallOp)?.CName() is { Length: > 0 } name ? name : operation.Name;

    private static IEnumerable<IParameterSymbol> Shared(IMethodSymbol maker) => Declared(maker).FirstOrDefault() is { } inverse
        ? maker.Parameters.Where(made => inverse.Parameters.Any(undone => undone.Name == made.Name && undone.RefKind != RefKind.Out))
        : [];

    private static IEnumerable<IMethodSymbol> Declared(IMethodSymbol maker) =>
        Of(maker).SelectMany(name => maker.ContainingType.GetMembers(name)).OfType<IMethodSymbol>();

    private static IEnumerable<AttributeData> Attributes(IMethodSymbol maker) =>
        maker.GetAttributes().Where(static attribute => attribute.AttributeClass?.IsNamed(AttributeNames.Inverse) == true);
}
