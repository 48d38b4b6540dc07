namespace HypercallSdk.Generators.Emission;

/// <summary>How a guest's core library lets constants be data of the assembly, which nothing copies and nothing can write to.</summary>
internal enum ConstantData
{
    /// <summary>As bytes, once the type is emitted that the compiler lays over them: it has no <c>ReadOnlySpan</c>.</summary>
    None,

    /// <summary>Not at all: it has a <c>ReadOnlySpan</c>, which tells nobody where it lies.</summary>
    Hidden,

    /// <summary>As bytes, which may lie anywhere: there is no <c>RuntimeHelpers.CreateSpan</c>, which wider elements need.</summary>
    Bytes,

    /// <summary>As elements of any width, which are aligned.</summary>
    Words,
}
