using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>An annotated struct as the emitter needs it: text and numbers, nothing of the compiler's.</summary>
/// <param name="Namespace">The struct's namespace; empty for the global one.</param>
/// <param name="Outer">The types that it is nested in, outermost first, as C# begins a further part of them.</param>
/// <param name="Name">Its name.</param>
/// <param name="CName">The C tag; empty when it has none.</param>
/// <param name="IsUnion">Whether it is a union.</param>
/// <param name="DeclaredSize">What C's <c>sizeof</c> says of it, in bytes; 0 when the declaration does not say.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record RecordDeclaration(
    string Namespace,
    EquatableArray<string> Outer,
    string Name,
    string CName,
    bool IsUnion,
    uint DeclaredSize,
    EquatableArray<FieldDeclaration> Fields)
{
    /// <summary>The C type, as C names it.</summary>
    public string CType => $"{(IsUnion ? "union" : "struct")} {CName}".TrimEnd();

    /// <summary>The struct or union as the ABI knows it.</summary>
    public CompositeType Type => RecordFields.TypeOf(IsUnion, FieldDeclaration.AbiFieldsOf(Fields));
}
