using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Where the fields of a struct of the project's lie, as the runtime places them.</summary>
/// <param name="Size">The size, in bytes.</param>
/// <param name="Alignment">The alignment, in bytes.</param>
/// <param name="Fields">The first byte behind the beginning and the size of each field.</param>
internal sealed record StructBytes(int Size, int Alignment, IReadOnlyList<(IFieldSymbol Field, int Offset, int Size)> Fields)
{
    private const int MaximumSize = 1 << 16;

    /// <summary>Members of <c>LayoutKind</c>.</summary>
    private const int Sequential = 0, Explicit = 2;

    /// <summary>As far as the runtime aligns anything by itself.</summary>
    private const int NaturalPack = 8;

    /// <summary>Structs within structs; C# has no deeper ones that anybody writes.</summary>
    private const int MaximumDepth = 16;

    /// <summary>The bytes of a struct; null when its fields are not known to lie in the order of the source, or their sizes are not.</summary>
    public static StructBytes? Of(ITypeSymbol type, DataModel model) => Of(type, model, MaximumDepth);

    /// <summary>The bytes that none of some fields has, in ascending order.</summary>
    public IEnumerable<int> Without(Func<IFieldSymbol, bool> isFilled)
    {
        HashSet<int> filled = new(Fields.Where(place => isFilled(place.Field)).SelectMany(static place => Enumerable.Range(place.Offset, place.Size)));
        return Enumerable.Range(0, Size).Where(position => !filled.Contains(position));
    }

    private static StructBytes? Of(ITypeSymbol type, DataModel model, int depth)
    {
        if (depth == 0 || type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, SpecialType: SpecialType.None } named
            || !named.Locations.Any(static place => place.IsInSource) || Layout(named) is not { } layout)
        {
            return null;
        }

        List<(IFieldSymbol Field, int Offset, int Size)> places = [];
        int end = 0;
        int most = 1;
        foreach (IFieldSymbol field in named.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst))
        {
            if (Extent(field, model, depth) is not { } extent)
            {
                return null;
            }

            int alignment = Math.Min(extent.Alignment, layout.Pack);
            int? offset = layout.IsExplicit ? ExplicitOffset(field) : AlignUp(end, alignment);
            if (offset is not { } start || start > MaximumSize || extent.Size > MaximumSize)
            {
                return null;
            }

            places.Add((field, start, extent.Size));
            end = Math.Max(end, start + extent.Size);
            most = Math.Max(most, alignment);
        }

        // A size that is said is not rounded to the alignment.
        int size = layout.Size > 0 ? Math.Max(end, layout.Size) : AlignUp(Math.Max(end, 1), most);
        return size > MaximumSize ? null : new StructBytes(size, most, places);
    }

    private static (int Size, int Alignment)? Extent(IFieldSymbol field, DataModel model, int depth)
    {
        (int Size, int Alignment)? one = ExtentOf(field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer ? buffer.PointedAtType : field.Type, model, depth);
        return field.IsFixedSizeBuffer && one is { } element ? (element.Size * Math.Min(field.FixedSize, MaximumSize), element.Alignment) : one;
    }

    private static (int Size, int Alignment)? ExtentOf(ITypeSymbol type, DataModel model, int depth) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => (model.PointerSize, model.PointerSize),
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => ExtentOf(underlying, model, depth),
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => (model.PointerSize, model.PointerSize),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => (1, 1),
        { SpecialType: SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 } => (2, 2),
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => (4, 4),
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double } => (8, model.AlignmentOf(8)),
        _ => Of(type, model, depth - 1) is { } inner ? (inner.Size, inner.Alignment) : null,
    };

    /// <summary>What [StructLayout] says; null when the runtime may order the fields, or repeats the only one.</summary>
    private static (bool IsExplicit, int Pack, int Size)? Layout(INamedTypeSymbol type)
    {
        ICollection<AttributeData> attributes = type.GetAttributes();
        if (attributes.Any(static attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute"))
        {
            return null;
        }

        AttributeData? said = attributes.FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute");
        int kind = said?.ConstructorArguments.FirstOrDefault().Value is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : Sequential;
        int pack = said?.Named("Pack") as int? is { } given and > 0 ? given : NaturalPack;
        return kind is Sequential or Explicit ? (kind == Explicit, pack, said?.Named("Size") as int? ?? 0) : null;
    }

    private static int? ExplicitOffset(IFieldSymbol field) => field.GetAttributes()
        .FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "FieldOffsetAttribute")?.ConstructorArguments.FirstOrDefault().Value as int?;

    private static int AlignUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
