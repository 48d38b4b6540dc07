using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>Walks the fields of a struct or union at every depth.</summary>
public static class RecordMembers
{
    /// <summary>
    /// Every field that C can name, each before what is in it: those of nested structs and unions, of ones without a name, and of
    /// the first element of an array of them.
    /// </summary>
    public static IReadOnlyList<RecordMember> Of(CompositeType type, DataModel model)
    {
        List<RecordMember> members = [];
        Add(members, type, prefix: string.Empty, offset: 0, model);
        return members;
    }

    private static void Add(List<RecordMember> members, CompositeType type, string prefix, int offset, DataModel model)
    {
        RecordLayout layout = type.LayoutIn(model);
        for (int index = 0; index < type.Fields.Count; index++)
        {
            AbiField field = type.Fields[index];
            if (!field.IsIn(model))
            {
                continue;
            }

            FieldPlace place = layout.Places[index] with { Offset = offset + layout.Places[index].Offset };
            if (field.Name.Length != 0)
            {
                members.Add(new RecordMember(prefix + field.Name, field, place));
            }

            AddInner(members, field, prefix, place.Offset, model);
        }
    }

    private static void AddInner(List<RecordMember> members, AbiField field, string prefix, int offset, DataModel model)
    {
        AbiType type = field.Type;
        string path = prefix + field.Name;
        while (type is ArrayType or AlignedType)
        {
            path += type is ArrayType ? "[0]" : string.Empty;
            type = type is ArrayType array ? array.Element : ((AlignedType)type).Type;
        }

        if (type is CompositeType inner)
        {
            Add(members, inner, field.Name.Length != 0 ? path + "." : prefix, offset, model);
        }
    }
}
