namespace HypercallSdk.Generators.Emission;

/// <summary>How a guest's core library lets constants be data of the assembly, which nothing copies and nothing can write to.</summary>
internal enum ConstantData
{
    /// <summary>Not at all: it has no <c>ReadOnlySpan</c> that the compiler could lay over them.</summary>
    None,

    /// <summary>As bytes, which may lie anywhere: it has no <c>RuntimeHelpers.CreateSpan</c>, which wider elements need.</summary>
    Bytes,

    /// <summary>As elements of any width, which are aligned.</summary>
    Words,
}
