using HypercallSdk.Model;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What a count counts.</summary>
/// <param name="Buffers">The names of the buffers, as C# spells them.</param>
/// <param name="IsBytes">Whether it counts their bytes; else their elements.</param>
public sealed record CountDeclaration(EquatableArray<string> Buffers, bool IsBytes);
