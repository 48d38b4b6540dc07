using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>Structs lie in memory as a C compiler for arm64 lays them out. An x86-64 host has the same layout rules.</summary>
public sealed class EmittedLayoutTests
{
    public static TheoryData<string> Structs => [.. CStruct.All.Select(static item => item.Type.FullName!)];

    [Theory]
    [MemberData(nameof(Structs))]
    public void A_struct_has_the_size_and_the_offsets_that_C_gives_it(string name)
    {
        CStruct expected = CStruct.All.Single(item => item.Type.FullName == name);

        Assert.Equal(expected.Size, RuntimeLayout.SizeOf(expected.Type));
        Assert.Equal(
            expected.Fields,
            FieldsOf(expected.Type).Select(static field => new CField(CNameOf(field), RuntimeLayout.OffsetOf(field))));
    }

    [Theory]
    [MemberData(nameof(Structs))]
    public void Every_byte_of_an_emitted_struct_is_a_field_so_that_none_is_left_undefined(string name)
    {
        Type type = CStruct.All.Single(item => item.Type.FullName == name).Type;

        int covered = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Sum(static field => RuntimeLayout.SizeOf(field.FieldType));

        Assert.Equal(RuntimeLayout.SizeOf(type), covered);
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(static field => !field.Name.StartsWith("_padding", StringComparison.Ordinal))
            .OrderBy(static field => field.MetadataToken);

    /// <summary>A value that C# does not hold as the ABI does has a field of its own, which accessors reach.</summary>
    private static string CNameOf(FieldInfo field) => field.Name.Replace("_stored_", string.Empty, StringComparison.Ordinal);
}
