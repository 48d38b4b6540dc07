using System.Linq;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A struct that all operations of a hypercall share, with the operation's number inside.</summary>
/// <param name="CName">The C tag.</param>
/// <param name="Command">The command in the first argument register; null when the envelope's address is there.</param>
/// <param name="Version">The interface's version; null when nothing asks for it.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record EnvelopeDeclaration(string CName, uint? Command, uint? Version, EquatableArray<EnvelopeField> Fields)
{
    /// <summary>The field that an operation's own struct takes the place of; null when there is none.</summary>
    public FieldDeclaration? Payload => this[EnvelopeRole.Payload];

    /// <summary>The field with a role; null when there is none.</summary>
    public FieldDeclaration? this[EnvelopeRole role] => Fields.FirstOrDefault(field => field.Role == role)?.Field;
}
