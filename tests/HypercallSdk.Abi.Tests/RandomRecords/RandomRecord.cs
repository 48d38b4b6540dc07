using System;
using System.Collections.Generic;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.RandomRecords;

/// <summary>Makes up a struct of every shape that the layout engine knows.</summary>
/// <param name="random">Where chance comes from.</param>
internal sealed class RandomRecord(Random random)
{
    private const int DeepestNesting = 3;

    /// <summary>The types of bit-fields, by the width in bits that every ABI has room for.</summary>
    private static readonly (AbiType Type, int Width)[] BitFieldTypes =
    [
        (new IntegerType(1, IsSigned: false), 8), (new IntegerType(1, IsSigned: true), 8),
        (new IntegerType(2, IsSigned: false), 16), (new IntegerType(2, IsSigned: true), 16),
        (new IntegerType(4, IsSigned: false), 32), (new IntegerType(4, IsSigned: true), 32),
        (new IntegerType(8, IsSigned: false), 64), (new IntegerType(8, IsSigned: true), 64),
        (new LongType(IsSigned: false), 32), (new LongType(IsSigned: true), 32),
        (new XenWidthType(IsFrame: true), 32), (new BooleanType(), 1),
        (new EnumType("kind", new IntegerType(2, IsSigned: false)), 16),
    ];

    private static readonly AbiType[] Scalars =
    [
        new IntegerType(1, IsSigned: false), new IntegerType(1, IsSigned: true),
        new IntegerType(2, IsSigned: false), new IntegerType(2, IsSigned: true),
        new IntegerType(4, IsSigned: false), new IntegerType(4, IsSigned: true),
        new IntegerType(8, IsSigned: false), new IntegerType(8, IsSigned: true),
        new LongType(IsSigned: false), new LongType(IsSigned: true), new BooleanType(), new PointerType(),
        new XenWidthType(IsFrame: true), new XenWidthType(IsFrame: false),
        new GuestHandleType(), new GuestHandle64Type(), AlignedType.UInt64, AlignedType.Int64,
        new EnumType("kind", new IntegerType(4, IsSigned: true)),
    ];

    private int _names;

    /// <summary>
    /// Whether arrays, structs and unions without bytes may lie anywhere. Only GNU C has them; C and the declaration language have an
    /// array without a length at the end.
    /// </summary>
    public bool HasEmptyTypes { get; init; } = true;

    /// <summary>Makes up the next struct.</summary>
    public RecordType Next()
    {
        _names = 0;
        List<AbiField> fields = [.. Composite(depth: 0, isUnion: false).Fields];
        if (random.Next(10) == 0)
        {
            fields.Add(new AbiField(Name(), new ArrayType(Scalar(), Length: 0)));
        }

        return new RecordType(new EquatableArray<AbiField>(fields));
    }

    private List<AbiField> Fields(int depth)
    {
        List<AbiField> fields = [];
        for (int left = random.Next(40) == 0 ? 0 : random.Next(1, 8 - depth); left > 0; left--)
        {
            AddField(fields, depth);
        }

        return fields;
    }

    private void AddField(List<AbiField> fields, int depth)
    {
        switch (random.Next(20))
        {
            case < 5:
                for (int left = random.Next(1, 6); left > 0; left--)
                {
                    fields.Add(BitField());
                }

                break;
            case < 7 when depth < DeepestNesting:
                fields.Add(new AbiField(string.Empty, Composite(depth + 1)));
                break;
            case 7:
                fields.Add(new AbiField(Name(), new AlignedType(Element(depth + 1), 1 << random.Next(6))));
                break;
            default:
                fields.Add(new AbiField(Name(), FieldType(depth + 1)));
                break;
        }
    }

    private AbiField BitField()
    {
        (AbiType type, int widest) = BitFieldTypes[random.Next(BitFieldTypes.Length)];
        return random.Next(10) switch
        {
            0 => new AbiField(string.Empty, type) { BitWidth = 0 },
            1 => new AbiField(string.Empty, type) { BitWidth = random.Next(1, widest + 1) },
            < 6 => new AbiField(Name(), type) { BitWidth = Math.Min(widest, random.Next(1, 9)) },
            _ => new AbiField(Name(), type) { BitWidth = random.Next(1, widest + 1) },
        };
    }

    private AbiType FieldType(int depth)
    {
        AbiType type = Element(depth);

        // A bit-field in an array without elements could not be initialised.
        int shortest = type is CompositeType || !HasEmptyTypes ? 1 : 0;
        for (int dimensions = Math.Max(0, random.Next(8) - 5); dimensions > 0; dimensions--)
        {
            type = new ArrayType(type, random.Next(shortest, 5));
        }

        return type;
    }

    private AbiType Element(int depth) =>
        depth <= DeepestNesting && random.Next(4) == 0 ? Composite(depth) : Scalar();

    private AbiType Scalar() => Scalars[random.Next(Scalars.Length)];

    private CompositeType Composite(int depth) => Composite(depth, isUnion: random.Next(2) == 1);

    private CompositeType Composite(int depth, bool isUnion)
    {
        EquatableArray<AbiField> fields = new(Fields(depth));
        CompositeType type = isUnion ? new UnionType(fields) : new RecordType(fields);
        return HasEmptyTypes || HasBytes(type) ? type : Composite(depth, isUnion);
    }

    private static bool HasBytes(CompositeType type) =>
        type.SizeIn(DataModel.Arm64) != 0 && type.SizeIn(DataModel.Arm32) != 0
        && type.SizeIn(DataModel.X86_64) != 0 && type.SizeIn(DataModel.X86_32) != 0;

    private string Name() => $"f{_names++}";
}
