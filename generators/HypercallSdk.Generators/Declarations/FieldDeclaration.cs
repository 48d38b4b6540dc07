using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A field of a record, or of an operation's argument struct.</summary>
/// <param name="Name">The C# name, escaped where it is a keyword.</param>
/// <param name="Type">The C# type, as emitted code names it; of an array, the element's.</param>
/// <param name="Shape">What that type is to the emitter.</param>
/// <param name="Integer">The integer that an integer, an enum or a wrapper is in C#'s memory; null for others.</param>
/// <param name="Accessibility">The least of the struct's and the type's.</param>
/// <param name="Field">What the ABI knows of it.</param>
public sealed record FieldDeclaration(
    string Name, string Type, ValueShape Shape, IntegerType? Integer, string Accessibility, AbiField Field)
{
    /// <summary>Whether it is zero and nobody reaches it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The lengths of an array, outermost first; empty for what is none or flexible.</summary>
    public EquatableArray<int> Lengths { get; init; }

    /// <summary>
    /// For a pointer to a type whose width the ABI decides, how many bytes that type has in the guest's C#; null for all else.
    /// </summary>
    public int? PointeeWidth { get; init; }

    /// <summary>What its comment says of it; null when it says nothing.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// The C# type as an expression names it, beyond doubt: members of the same name hide a plain one there. Null for a type without
    /// the constant <c>SizeInBytes</c>, which is one that is not emitted.
    /// </summary>
    public string? SizeOwner { get; init; }

    /// <summary>Whether something will be mapped at it.</summary>
    public bool IsMapTarget { get; init; }

    /// <summary>Who writes it, as its comment says it; empty for what the guest writes.</summary>
    public string Role { get; init; } = string.Empty;

    /// <summary>The C# name of the field that says what this union holds; null when none does.</summary>
    public string? Tag { get; init; }

    /// <summary>The members of the tagged union, which are reached through the owner; empty for all else.</summary>
    public EquatableArray<FieldDeclaration> TaggedMembers { get; init; }

    /// <summary>
    /// What the operation has in the room of an envelope's payload, which may be more; the C# type is that struct's, and empty for
    /// an operation that has nothing there. Null for all other fields.
    /// </summary>
    public CompositeType? Content { get; init; }

    /// <summary>The C name; empty for an anonymous field.</summary>
    public string CName => Field.Name;

    /// <summary>What to call it in comments: its C name, or the C# one where C has none.</summary>
    public string DisplayName => CName.Length == 0 ? PlainName : CName;

    /// <summary>The name without the mark of a keyword.</summary>
    public string PlainName => Name.TrimStart('@');

    /// <summary>Whether it is an array, a flexible one too.</summary>
    public bool IsArray => Unaligned is ArrayType;

    /// <summary>The ABI type of the field, or of an array's element.</summary>
    public AbiType Element
    {
        get
        {
            AbiType type = Field.Type;
            while (type is ArrayType or AlignedType)
            {
                type = type is ArrayType array ? array.Element : ((AlignedType)type).Type;
            }

            return type;
        }
    }

    private AbiType Unaligned => Field.Type is AlignedType aligned ? aligned.Type : Field.Type;

    /// <summary>The ABI's fields of declared ones.</summary>
    public static EquatableArray<AbiField> AbiFieldsOf(IEnumerable<FieldDeclaration> fields) =>
        new(fields.Select(static field => field.Field));
}
