using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>A field of an emitted C# struct.</summary>
/// <param name="Kind">What it is there for.</param>
/// <param name="Type">Its C# type; of a fixed buffer, the element's.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Size">How long it is, in bytes.</param>
/// <param name="Length">How many elements a fixed buffer has; 0 for what is none.</param>
/// <param name="Field">The declared field; null for padding, and for what fields share.</param>
internal sealed record StoragePart(
    StoragePartKind Kind, string Type, string Name, int Offset, int Size, int Length, FieldDeclaration? Field)
{
    /// <summary>Whether it is a fixed buffer.</summary>
    public bool IsBuffer => Length > 0;
}
