namespace HypercallSdk.Generators.Declarations;

/// <summary>A field of an envelope.</summary>
/// <param name="Field">The field.</param>
/// <param name="Role">What it is there for.</param>
public sealed record EnvelopeField(FieldDeclaration Field, EnvelopeRole Role);
