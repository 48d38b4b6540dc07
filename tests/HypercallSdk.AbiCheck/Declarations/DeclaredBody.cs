using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>The fields of a struct or a union as declared.</summary>
/// <param name="Tag">The C tag; empty for one that C declares in place.</param>
/// <param name="IsUnion">Whether it is a union.</param>
/// <param name="Fields">The fields, in order.</param>
public sealed record DeclaredBody(string Tag, bool IsUnion, IReadOnlyList<DeclaredField> Fields)
{
    /// <summary>The struct or union as the ABI knows it.</summary>
    public CompositeType Type
    {
        get
        {
            EquatableArray<AbiField> fields = new(Fields.Select(static declared => declared.Field));
            return IsUnion ? new UnionType(fields) : new RecordType(fields);
        }
    }

    /// <summary>
    /// What a release has of it. A field that the release has not yet, or no more, is cut off where nothing that it has follows. Others
    /// were carved out of reserved bytes, which were there before: they keep their place, so that those behind them keep theirs.
    /// </summary>
    public DeclaredBody In(XenRelease release, AbiKind abi)
    {
        DataModel model = DataModel.Of(abi);
        bool IsThere(DeclaredField field) => field.Availability.Covers(release, abi) && field.Field.IsIn(model);

        IEnumerable<DeclaredField> fields = IsUnion
            ? Fields.Where(IsThere)
            : Fields.Take(Fields.Count - Fields.Reverse().TakeWhile(field => !IsThere(field)).Count());
        return this with { Fields = [.. fields.Select(field => field.In(release, abi))] };
    }

    /// <summary>Everything that has a name, at every depth, as it lies on an ABI.</summary>
    public IReadOnlyList<DeclaredMember> MembersIn(DataModel model)
    {
        List<DeclaredMember> members = [];
        Add(members, prefix: string.Empty, offset: 0, Availability.Everywhere, isReserved: false, model);
        return members;
    }

    private void Add(
        List<DeclaredMember> members, string prefix, int offset, Availability availability, bool isReserved, DataModel model)
    {
        RecordLayout layout = Type.LayoutIn(model);
        foreach ((DeclaredField field, FieldPlace inner) in Fields.Zip(layout.Places))
        {
            if (!field.Field.IsIn(model))
            {
                continue;
            }

            FieldPlace place = inner with { Offset = offset + inner.Offset };
            Availability both = availability.Within(field.Availability);
            bool reserved = isReserved || field.IsReserved;
            if (field.Field.Name.Length != 0)
            {
                members.Add(new DeclaredMember(prefix + field.Field.Name, place, field, both, reserved));
            }

            field.Inner?.Add(members, InnerPrefix(field.Field, prefix), place.Offset, both, reserved, model);
        }
    }

    private static string InnerPrefix(AbiField field, string prefix)
    {
        string path = prefix + field.Name;
        for (AbiType type = field.Type; type is ArrayType or AlignedType;)
        {
            path += type is ArrayType ? "[0]" : string.Empty;
            type = type is ArrayType array ? array.Element : ((AlignedType)type).Type;
        }

        return field.Name.Length == 0 ? prefix : path + ".";
    }
}
