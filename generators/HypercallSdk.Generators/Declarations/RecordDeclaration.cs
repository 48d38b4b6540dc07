using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>An annotated struct as the emitter needs it: text and numbers, nothing of the compiler's.</summary>
/// <param name="Namespace">The struct's namespace; empty for the global one.</param>
/// <param name="Outer">The types that it is nested in, outermost first, as C# begins a further part of them.</param>
/// <param name="Name">Its name.</param>
/// <param name="CName">The C tag; empty when it has none.</param>
/// <param name="IsUnion">Whether it is a union.</param>
/// <param name="DeclaredSizes">What C\'s <c>sizeof</c> says of it.</param>
/// <param name="Abis">Where it exists.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record RecordDeclaration(
    string Namespace,
    EquatableArray<string> Outer,
    string Name,
    string CName,
    bool IsUnion,
    DeclaredSizes DeclaredSizes,
    AbiSet Abis,
    EquatableArray<FieldDeclaration> Fields)
{
    /// <summary>Its C# name in full, with the types that it is nested in, without the marks of keywords.</summary>
    public string FullName => string.Join(".", Outer
        .Select(static outer => outer.Substring(outer.LastIndexOf(' ') + 1))
        .Prepend(Namespace)
        .Append(Name)
        .Where(static part => part.Length > 0))
        .Replace("@", string.Empty);

    /// <summary>The C type, as C names it.</summary>
    public string CType => $"{(IsUnion ? "union" : "struct")} {CName}".TrimEnd();

    /// <summary>The struct or union as the ABI knows it.</summary>
    public CompositeType Type => RecordFields.TypeOf(IsUnion, FieldDeclaration.AbiFieldsOf(Fields));
}
