using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A method of an annotated interface.</summary>
/// <param name="Method">The method's name, escaped where it is a keyword.</param>
/// <param name="Number">The sub-operation's number; null when the hypercall has no command.</param>
/// <param name="CName">Its C name.</param>
/// <param name="Struct">The C tag of the operation's own struct; null when it has none.</param>
/// <param name="DeclaredSizes">What C\'s <c>sizeof</c> says of the struct.</param>
/// <param name="IsProposed">Whether no released hypervisor answers it.</param>
/// <param name="Availability">Where it exists.</param>
/// <param name="Former">The number that it had in earlier releases; null when it always had the same.</param>
/// <param name="Returned">What it returns.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Documentation">The method's doc comment.</param>
public sealed record OperationDeclaration(
    string Method,
    uint? Number,
    string CName,
    string? Struct,
    DeclaredSizes DeclaredSizes,
    bool IsProposed,
    Availability Availability,
    FormerNumber? Former,
    ResultDeclaration Returned,
    EquatableArray<ParameterDeclaration> Parameters,
    EquatableArray<string> Documentation)
{
    /// <summary>The C# name that the declaration gives the operation's own struct; null when it comes from the tag.</summary>
    public string? GivenStructName { get; init; }

    /// <summary>The C# name of the operation's own struct, from its C tag: <c>xen_add_to_physmap</c> is <c>XenAddToPhysmap</c>.</summary>
    public string? StructName => Struct is null ? null : GivenStructName ?? PascalCase.Of(Struct);

    /// <summary>The numbers that it has and had, each with where it has it. What is proposed may come to be anywhere.</summary>
    public IEnumerable<(uint? Number, Availability Availability)> Numberings => Former is null
        ? [(Number, Availability)]
        : [(Former.Number, Availability.In(null, Former.Until)), (Number, Availability.In(Former.Until.Next, null))];

    /// <summary>The result's type, as emitted code names it.</summary>
    public string Result => Returned.Type;

    /// <summary>The C# name of the hypercall's envelope with the operation's own struct inside.</summary>
    public string ArgumentName => ArgumentNameOf(Method);

    /// <summary>The parameters that a caller gives: all but those that are always zero.</summary>
    public IEnumerable<ParameterDeclaration> Arguments => Parameters.Where(static parameter => !parameter.Field.IsHidden);

    /// <summary>The parameters that are fields of the operation's own struct.</summary>
    public IEnumerable<ParameterDeclaration> StructParameters => Parameters.Where(static parameter => !parameter.IsInEnvelope);

    /// <summary>The fields of the operation's own struct.</summary>
    public IEnumerable<FieldDeclaration> StructFields => StructParameters.Select(static parameter => parameter.Field);

    /// <summary>The ABI's fields of the operation's own struct.</summary>
    public EquatableArray<AbiField> Fields => FieldDeclaration.AbiFieldsOf(StructFields);

    /// <summary>The C# name of a method's envelope.</summary>
    public static string ArgumentNameOf(string method) => method.TrimStart('@') + "Argument";
}
