using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>A field, and the fields in it when it is a struct, a union or a guest handle; those of an array's elements are not listed.</summary>
/// <param name="Row">The field.</param>
/// <param name="Inner">The fields in it.</param>
public sealed record LayoutField(LayoutRow Row, IReadOnlyList<LayoutField> Inner)
{
    /// <summary>How many fields there are, this one and those in it.</summary>
    public int Count => 1 + Inner.Sum(static inner => inner.Count);

    /// <summary>Makes the fields of a depth out of rows in order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="next">The first row to take; then the first one that was not.</param>
    /// <param name="depth">The depth.</param>
    public static IReadOnlyList<LayoutField> Read(IReadOnlyList<LayoutRow> rows, ref int next, int depth)
    {
        List<LayoutField> fields = [];
        while (next < rows.Count && rows[next].Depth == depth)
        {
            LayoutRow row = rows[next];
            next++;
            fields.Add(new LayoutField(row, Read(rows, ref next, depth + 1)));
        }

        return fields;
    }
}
