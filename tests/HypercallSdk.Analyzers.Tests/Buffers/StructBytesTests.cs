using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>Where the fields of a struct lie is the runtime's to say: HCS6008 names the bytes that the runtime leaves between them.</summary>
public sealed class StructBytesTests
{
    private const int Count = 150;

    private static readonly string[] Scalars =
        ["byte", "sbyte", "bool", "char", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "nint", "void*", "Kind", "delegate*<int>"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_runtime_places_fields_where_the_analyzers_think(int seed)
    {
        List<(string Name, string[] Members)> structs = [];
        string source = Source(new Random(seed), structs);
        Type places = Run(source);

        HashSet<string> said = [.. (await XenGuest.Diagnostics(source, ("HypercallAbi", "x86_64"))).Where(static item => item.Id == "HCS6008").Select(static item => item.GetMessage(null).Split(':')[0])];

        string[] expected =
        [
            .. from type in structs
               let measured = (int[])places.GetMethod(type.Name)!.Invoke(null, null)!
               from member in Enumerable.Range(0, type.Members.Length)
               let unwritten = Unwritten(measured[0], measured[1 + (2 * member)], measured[2 + (2 * member)])
               where unwritten.Length > 0
               select $"'{type.Name}_{type.Members[member]}' goes to '*to' with {unwritten} that nobody wrote",
        ];
        Assert.True(expected.Length > Count, "Hardly anything was compared.");
        Assert.Equal(expected.Order(), said.Order());
    }

    /// <summary>The bytes before and behind a member, as the rule names them.</summary>
    private static string Unwritten(int size, int offset, int length)
    {
        string[] ranges = [.. new[] { (First: 0, Last: offset - 1), (First: offset + length, Last: size - 1) }
            .Where(static range => range.First <= range.Last)
            .Select(static range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}")];
        return ranges.Length == 0 ? string.Empty : (size - length == 1 ? "byte " : "bytes ") + string.Join(", ", ranges);
    }

    private static Type Run(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Structs", [CSharpSyntaxTree.ParseText(source)], RuntimeReferences.All, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(static item => item.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(image.ToArray()).GetType("Places", throwOnError: true)!;
    }

    private static string Source(Random random, List<(string Name, string[] Members)> structs)
    {
        List<string> types = [];
        List<string> places = [];
        List<string> copies = [];
        for (int i = 0; i < Count; i++)
        {
            string name = $"S{i}";
            bool isExplicit = random.Next(5) == 0;
            (string Name, string Type, int Repeat)[] fields = [.. Enumerable.Range(0, random.Next(1, 6)).Select(number => Field(random, i, $"f{number}"))];
            types.Add($"{Layout(random, isExplicit)}unsafe struct {name} {{ {string.Concat(fields.Select(field => Declare(random, field, isExplicit)))}}}");
            places.Add($"public static int[] {name}() {{ {name} s = default; byte* p = (byte*)&s; return new int[] {{ sizeof({name}), {string.Join(", ", fields.Select(Measure))} }}; }}");
            copies.AddRange(fields.Select(field =>
                $"static void Copy({name}* to, byte {field.Name}) {{ Unsafe.SkipInit(out {name} {name}_{field.Name}); {name}_{field.Name}.{field.Name}{(field.Repeat > 0 ? "[0]" : string.Empty)} = default; *to = {name}_{field.Name}; }}"
                    .Replace("Copy(", $"Copy{field.Name}(", StringComparison.Ordinal)));
            structs.Add((name, [.. fields.Select(static field => field.Name)]));
        }

        return $$"""
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            enum Kind : short { One }
            {{string.Join('\n', types)}}
            public static unsafe class Places
            {
            {{string.Join('\n', places)}}
            {{string.Join('\n', copies)}}
            }
            """;
    }

    private static (string Name, string Type, int Repeat) Field(Random random, int known, string name) =>
        random.Next(8) == 0 ? (name, "ushort", random.Next(1, 5))
        : random.Next(4) == 0 && known > 0 ? (name, $"S{random.Next(known)}", 0)
        : (name, Scalars[random.Next(Scalars.Length)], 0);

    private static string Declare(Random random, (string Name, string Type, int Repeat) field, bool isExplicit)
    {
        string place = isExplicit ? $"[FieldOffset({random.Next(5) * 8})] " : string.Empty;
        return field.Repeat > 0 ? $"{place}public fixed {field.Type} {field.Name}[{field.Repeat}]; " : $"{place}public {field.Type} {field.Name}; ";
    }

    /// <summary>A field's place, and its size.</summary>
    private static string Measure((string Name, string Type, int Repeat) field) => field.Repeat > 0
        ? $"(int)((byte*)s.{field.Name} - p), {field.Repeat} * sizeof({field.Type})"
        : $"(int)((byte*)&s.{field.Name} - p), sizeof({field.Type})";

    private static string Layout(Random random, bool isExplicit)
    {
        string pack = random.Next(3) == 0 ? $", Pack = {1 << random.Next(4)}" : string.Empty;
        string size = random.Next(6) == 0 ? $", Size = {random.Next(1, 40)}" : string.Empty;
        return isExplicit || pack.Length > 0 || size.Length > 0
            ? $"[StructLayout(LayoutKind.{(isExplicit ? "Explicit" : "Sequential")}{pack}{size})] "
            : string.Empty;
    }
}
