using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// Writes the overload of a trampoline that takes spans in place of buffers and their counts, for core libraries that have spans.
/// </summary>
internal static class SpanOverload
{
    /// <summary>A count as wide as a span's length: a narrower one would be cut.</summary>
    private const int NarrowestCount = 4;

    /// <summary>Writes it, if the operation has a buffer that a span can be.</summary>
    public static void Write(SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        Dictionary<ParameterDeclaration, ParameterDeclaration> counts = context.Corlib.HasSpan ? CountsOf(operation, context.DataModel) : [];
        if (counts.Count == 0)
        {
            return;
        }

        string buffers = string.Join(", ", counts.Values.Select(static buffer => $"<paramref name=\"{buffer.Field.PlainName}\"/>"));
        writer.Line().Line($"/// <summary><c>{operation.CName}</c> with {buffers} as {(counts.Count == 1 ? "a span, which knows its" : "spans, which know their")} length.</summary>");
        Signature.Write(
            writer,
            $"public static {operation.Result} {operation.Method}",
            operation.Arguments.Where(parameter => !IsDropped(parameter, counts)).Select(parameter => Declared(parameter, counts)),
            tail: string.Empty).Open();
        foreach (ParameterDeclaration buffer in counts.Values)
        {
            writer.Line($"fixed ({ElementOf(buffer)}* {PointerTo(buffer, operation)} = {buffer.Name})");
        }

        writer.Open();
        foreach (KeyValuePair<ParameterDeclaration, ParameterDeclaration> pair in counts)
        {
            WriteCount(writer, operation, pair.Key, pair.Value);
        }

        IEnumerable<string> passed = operation.Arguments.Select(parameter =>
            counts.ContainsValue(parameter) ? PointerTo(parameter, operation)
            : counts.TryGetValue(parameter, out ParameterDeclaration? buffer) ? Passed(parameter, buffer, operation)
            : Signature.Passed(parameter));
        TrapCall.WriteReturn(writer, operation, $"{hypercall.ClassName}.{operation.Method}({string.Join(", ", passed)})").Close().Close();
    }

    /// <summary>The counts that a span's length can take the place of, and what they count.</summary>
    private static Dictionary<ParameterDeclaration, ParameterDeclaration> CountsOf(OperationDeclaration operation, DataModel model)
    {
        Dictionary<ParameterDeclaration, ParameterDeclaration> counts = [];
        foreach (ParameterDeclaration count in operation.Arguments.Where(parameter => CanBeLength(parameter, model)))
        {
            ParameterDeclaration? buffer = operation.Arguments.FirstOrDefault(parameter => parameter.Name == count.Count!.Buffers[0]);
            bool isOnlyCount = operation.Arguments.Count(other => other.Count?.Buffers.Contains(buffer?.Name ?? string.Empty) == true) == 1;
            if (buffer is { Pointee: { } element, Modifier.Length: 0, Shape: ValueShape.Pointer } && !element.EndsWith("*", System.StringComparison.Ordinal) && isOnlyCount)
            {
                counts.Add(count, buffer);
            }
        }

        return counts;
    }

    private static bool CanBeLength(ParameterDeclaration parameter, DataModel model) =>
        parameter is { Count.Buffers.Count: 1, Field.Integer: { Size: >= NarrowestCount }, Direction: Direction.In or Direction.InOut }
        && parameter.AbiType.SizeIn(model) >= NarrowestCount
        && parameter.Field.Field.BitWidth is null;

    private static bool IsDropped(ParameterDeclaration parameter, Dictionary<ParameterDeclaration, ParameterDeclaration> counts) =>
        counts.ContainsKey(parameter) && parameter.Direction == Direction.In;

    private static string Declared(ParameterDeclaration parameter, Dictionary<ParameterDeclaration, ParameterDeclaration> counts)
    {
        if (counts.ContainsKey(parameter))
        {
            return $"out {parameter.Type} {parameter.Name}";
        }

        string target = parameter.MapTarget is { } attribute ? $"[{attribute}] " : string.Empty;
        return counts.ContainsValue(parameter)
            ? $"{target}global::System.{(parameter.IsConst ? "ReadOnlySpan" : "Span")}<{ElementOf(parameter)}> {parameter.Name}"
            : Signature.Declared(parameter);
    }

    private static string ElementOf(ParameterDeclaration buffer) => buffer.Pointee!;

    /// <summary>A span's length is never negative, so no count of four bytes or more cuts it; its bytes may be more than those hold.</summary>
    private static string LengthOf(ParameterDeclaration count, ParameterDeclaration buffer, string type) => count.Count!.IsBytes
        ? $"checked(({type})((ulong){buffer.Name}.Length * (ulong)sizeof({ElementOf(buffer)})))"
        : $"({type}){buffer.Name}.Length";

    private static void WriteCount(SourceWriter writer, OperationDeclaration operation, ParameterDeclaration count, ParameterDeclaration buffer)
    {
        if (count.Shape == ValueShape.Integer)
        {
            if (count.Direction != Direction.In)
            {
                writer.Line($"{count.Name} = {LengthOf(count, buffer, count.Type)};");
            }

            return;
        }

        string integer = CSharpType.Of(count.Field.Integer!);
        string length = LengthName(buffer, operation);
        writer.Line($"{integer} {length} = {LengthOf(count, buffer, integer)};");
        if (count.Direction != Direction.In)
        {
            writer.Line($"{count.Name} = *({count.Type}*)&{length};");
        }
    }

    /// <summary>What is passed for a count: the parameter itself where the hypervisor's answer is wanted.</summary>
    private static string Passed(ParameterDeclaration count, ParameterDeclaration buffer, OperationDeclaration operation) =>
        count.Direction != Direction.In ? count.Modifier + count.Name
        : count.Shape == ValueShape.Integer ? LengthOf(count, buffer, count.Type)
        : $"*({count.Type}*)&{LengthName(buffer, operation)}";

    private static string LengthName(ParameterDeclaration buffer, OperationDeclaration operation) =>
        Signature.Local(buffer.Field.PlainName + "Length", operation);

    private static string PointerTo(ParameterDeclaration buffer, OperationDeclaration operation) =>
        Signature.Local(buffer.Field.PlainName + "Pointer", operation);
}
