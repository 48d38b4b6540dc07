using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A parameter of an operation.</summary>
/// <param name="Field">The field of the argument struct, or the register, that it is.</param>
/// <param name="Direction">Who writes it.</param>
/// <param name="Modifier">How C# passes it: <c>out</c>, <c>ref</c> or <c>in</c> and a space; empty for by value.</param>
/// <param name="MapTarget">The name of the attribute that says that something will be mapped at it; null when none does.</param>
public sealed record ParameterDeclaration(FieldDeclaration Field, Direction Direction, string Modifier, string? MapTarget)
{
    /// <summary>The type that a pointer points at, as emitted code names it; null for what is no pointer, or one to nothing.</summary>
    public string? Pointee { get; init; }

    /// <summary>What it counts; null when it counts nothing.</summary>
    public CountDeclaration? Count { get; init; }

    /// <summary>Whether it is a buffer that the hypervisor only reads.</summary>
    public bool IsConst { get; init; }

    /// <summary>Whether it is a field of the hypercall's envelope rather than of the operation's own struct.</summary>
    public bool IsInEnvelope { get; init; }

    /// <summary>The C# name, escaped where it is a keyword.</summary>
    public string Name => Field.Name;

    /// <summary>The C name of the field.</summary>
    public string CName => Field.CName;

    /// <summary>The C# type, as emitted code names it.</summary>
    public string Type => Field.Type;

    /// <summary>What the C# type is to the emitter.</summary>
    public ValueShape Shape => Field.Shape;

    /// <summary>The ABI type of the field.</summary>
    public AbiType AbiType => Field.Field.Type;

    /// <summary>Whether it travels by its address: the hypervisor writes it, or it does not fit a register.</summary>
    public bool IsByAddress => Direction != Direction.In || (Shape == ValueShape.Record && Modifier.Length > 0);
}
