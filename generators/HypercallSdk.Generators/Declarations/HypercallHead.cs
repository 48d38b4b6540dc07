using System.Linq;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What an operation must know of its hypercall while it is read.</summary>
/// <param name="Number">The hypercall number; null when each operation has its own.</param>
/// <param name="IsBatched">Whether the hypercall takes an array of structs.</param>
/// <param name="Envelope">The struct that the operations share; null when there is none.</param>
internal sealed record HypercallHead(uint? Number, bool IsBatched, EnvelopeDeclaration? Envelope)
{
    /// <summary>Whether a parameter is named as a field of the envelope that a caller may give.</summary>
    public bool IsInEnvelope(string parameter) =>
        Envelope is not null
        && Envelope.Fields.Any(field => field is { Role: EnvelopeRole.Value, Field.IsHidden: false } && field.Field.PlainName == parameter);
}
