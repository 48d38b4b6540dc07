using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// The fields of the C# struct that has the bytes of a C struct or union, every byte once and in order. It uses nothing but
/// sequential layout, which C# has on every core library, so C# must have no reason to leave a gap of its own.
/// </summary>
internal sealed class StructPlan
{
    /// <summary>What is longer than this is a fixed buffer; what is not is a handful of integers that a trampoline assigns.</summary>
    private const int LongestUnrolled = 64;

    private const int WidestInteger = 8;

    private readonly List<StoragePart> _parts = [];
    private readonly DataModel _model;

    private StructPlan(IReadOnlyList<FieldDeclaration> fields, RecordLayout layout, DataModel model)
    {
        Fields = fields;
        Layout = layout;
        _model = model;
    }

    /// <summary>The declared fields.</summary>
    public IReadOnlyList<FieldDeclaration> Fields { get; }

    /// <summary>Where the ABI has them.</summary>
    public RecordLayout Layout { get; }

    /// <summary>The C# struct's fields, in order.</summary>
    public IReadOnlyList<StoragePart> Parts => _parts;

    /// <summary>Plans a struct.</summary>
    public static StructPlan OfStruct(IReadOnlyList<FieldDeclaration> fields, DataModel model)
    {
        RecordLayout layout = RecordLayout.Of(FieldDeclaration.AbiFieldsOf(fields), model);
        StructPlan plan = new(fields, layout, model);
        foreach (FieldSlot slot in layout.Slots)
        {
            plan.Add(slot);
        }

        return plan;
    }

    /// <summary>Plans a union: its bytes, which all members are reached in.</summary>
    public static StructPlan OfUnion(IReadOnlyList<FieldDeclaration> fields, DataModel model)
    {
        RecordLayout layout = RecordLayout.OfUnion(FieldDeclaration.AbiFieldsOf(fields), model);
        StructPlan plan = new(fields, layout, model);
        plan.AddBuffer(StoragePartKind.Stored, "_storage", 0, layout.Size, Math.Min(layout.Alignment, CSharpStorage.WidestInteger(model)), field: null);
        return plan;
    }

    /// <summary>Whether a declared field exists on the ABI.</summary>
    public bool Has(int field) => Layout.Places[field] != FieldPlace.Nowhere;

    /// <summary>The one integer of the C# struct that holds all of a field; null when the field takes several or shares a buffer.</summary>
    public StoragePart? StorageOf(FieldPlace place)
    {
        (int first, int end) = place.IsBits ? (place.FirstByte, place.LastByte + 1) : (place.Offset, place.End);
        return _parts.FirstOrDefault(part =>
            part is { IsBuffer: false, Kind: StoragePartKind.Bits or StoragePartKind.Stored }
            && part.Offset <= first && end <= part.Offset + part.Size
            && (place.IsBits || part.Size == place.Size));
    }

    private void Add(FieldSlot slot)
    {
        if (slot.IsPadding || slot.IsShared)
        {
            AddInteger(slot.IsPadding ? StoragePartKind.Zero : StoragePartKind.Bits, slot.Offset, slot.Size, field: null);
            return;
        }

        FieldDeclaration field = Fields[slot.Field];
        if (slot.Size == 0)
        {
            return; // an array without elements, or a struct without fields, has no bytes to keep
        }

        if (field.IsHidden)
        {
            AddZeros(slot, field);
        }
        else if (field.Content is { } content)
        {
            AddContent(slot, field, content);
        }
        else if (CSharpStorage.IsDirect(field, _model))
        {
            _parts.Add(new StoragePart(StoragePartKind.Field, field.Type, field.Name, slot.Offset, slot.Size, 0, field));
        }
        else if (CSharpStorage.IsDirectBuffer(field, _model))
        {
            _parts.Add(new StoragePart(StoragePartKind.Field, field.Type, field.Name, slot.Offset, slot.Size, field.Lengths[0], field));
        }
        else
        {
            AddStored(slot, field);
        }
    }

    private void AddInteger(StoragePartKind kind, int offset, int size, FieldDeclaration? field)
    {
        int widest = CSharpStorage.WidestInteger(_model);
        for (int at = offset; at < offset + size; at += Math.Min(size, widest))
        {
            string name = (kind == StoragePartKind.Bits ? "_bits" : "_padding") + at;
            _parts.Add(new StoragePart(kind, CSharpType.OfSize(Math.Min(size, widest)), name, at, Math.Min(size, widest), 0, field));
        }
    }

    private void AddZeros(FieldSlot slot, FieldDeclaration field)
    {
        int unit = UnitOf(slot.Offset, slot.Size);
        if (slot.Size > LongestUnrolled)
        {
            AddBuffer(StoragePartKind.Zero, $"_padding{slot.Offset}", slot.Offset, slot.Size, unit, field);
            return;
        }

        for (int at = slot.Offset; at < slot.Offset + slot.Size; at += unit)
        {
            AddInteger(StoragePartKind.Zero, at, unit, field);
        }
    }

    /// <summary>A payload's own struct, and what it leaves of the room that all payloads have.</summary>
    private void AddContent(FieldSlot slot, FieldDeclaration field, CompositeType content)
    {
        int size = content.SizeIn(_model);
        if (field.Type.Length > 0)
        {
            _parts.Add(new StoragePart(StoragePartKind.Field, field.Type, field.Name, slot.Offset, size, 0, field));
        }
        else
        {
            size = 0;
        }

        if (size < slot.Size)
        {
            AddBuffer(
                StoragePartKind.Rest, $"_rest{slot.Offset + size}", slot.Offset + size, slot.Size - size,
                UnitOf(slot.Offset + size, slot.Size - size), field: null);
        }
    }

    private void AddStored(FieldSlot slot, FieldDeclaration field)
    {
        string name = "_stored_" + field.PlainName;
        int unit = UnitOf(slot.Offset, slot.Size);
        if (field.IsArray)
        {
            AddBuffer(StoragePartKind.Stored, name, slot.Offset, slot.Size, unit, field);
            return;
        }

        for (int at = 0; at < slot.Size; at += unit)
        {
            string part = at == 0 ? name : $"{name}_{at}";
            _parts.Add(new StoragePart(StoragePartKind.Stored, CSharpType.OfSize(unit), part, slot.Offset + at, unit, 0, field));
        }
    }

    /// <summary>Whether a field is of a struct without fields. C has it as nothing; C#'s structs have a byte at least.</summary>
    public bool IsNothing(FieldDeclaration field) => field.Shape == ValueShape.Record && field.Element.SizeIn(_model) == 0;

    private void AddBuffer(StoragePartKind kind, string name, int offset, int size, int unit, FieldDeclaration? field)
    {
        if (size == 0)
        {
            return;
        }

        while (size % unit != 0)
        {
            unit /= 2;
        }

        int length = size / unit;
        _parts.Add(new StoragePart(kind, CSharpType.OfSize(unit), name, offset, size, length == 1 ? 0 : length, field));
    }

    /// <summary>
    /// The widest integer of which a stretch is made up, each naturally aligned. A wider one than the struct is aligned to would align
    /// the C# struct more strictly than C's, and leave gaps in whatever it is nested in.
    /// </summary>
    private int UnitOf(int offset, int size)
    {
        int unit = Math.Min(Math.Min(WidestInteger, Layout.Alignment), CSharpStorage.WidestInteger(_model));
        while (offset % unit != 0 || size % unit != 0)
        {
            unit /= 2;
        }

        return unit;
    }
}
