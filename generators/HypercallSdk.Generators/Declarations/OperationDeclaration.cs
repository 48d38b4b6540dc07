using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A method of an annotated interface.</summary>
/// <param name="Method">The method's name, escaped where it is a keyword.</param>
/// <param name="Number">The sub-operation's number; null when the hypercall has no command.</param>
/// <param name="CName">Its C name.</param>
/// <param name="Struct">The C tag of the argument struct; null when the arguments travel in registers.</param>
/// <param name="DeclaredSize">What C's <c>sizeof</c> says of the struct, in bytes; 0 when the declaration does not say.</param>
/// <param name="IsProposed">Whether no released hypervisor answers it.</param>
/// <param name="Returned">What it returns.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Documentation">The method's doc comment.</param>
public sealed record OperationDeclaration(
    string Method,
    uint? Number,
    string CName,
    string? Struct,
    uint DeclaredSize,
    bool IsProposed,
    ResultDeclaration Returned,
    EquatableArray<ParameterDeclaration> Parameters,
    EquatableArray<string> Documentation)
{
    /// <summary>The argument struct's C# name, from its C tag: <c>xen_add_to_physmap</c> is <c>XenAddToPhysmap</c>.</summary>
    public string? StructName => Struct is null ? null : PascalCase.Of(Struct);

    /// <summary>The result's type, as emitted code names it.</summary>
    public string Result => Returned.Type;

    /// <summary>The argument struct's fields.</summary>
    public EquatableArray<AbiField> Fields =>
        new(Parameters.Select(static parameter => new AbiField(parameter.CName, parameter.StoredType)));
}
