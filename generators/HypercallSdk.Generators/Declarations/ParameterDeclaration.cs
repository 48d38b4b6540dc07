using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A parameter of a sub-operation.</summary>
/// <param name="Name">The C# name, escaped where it is a keyword.</param>
/// <param name="CName">The C name of the field.</param>
/// <param name="Type">The C# type, as emitted code names it.</param>
/// <param name="Shape">What the C# type is to the emitter.</param>
/// <param name="Direction">Who writes it.</param>
/// <param name="Modifier">How C# passes it: <c>out</c>, <c>ref</c> or <c>in</c> and a space; empty for by value.</param>
/// <param name="AbiType">The ABI type that the C# type stands for.</param>
/// <param name="StoredAs">The integer type in the struct, where the declaration says another one.</param>
/// <param name="MapTarget">The name of the attribute that says that something will be mapped at it; null when none does.</param>
public sealed record ParameterDeclaration(
    string Name,
    string CName,
    string Type,
    ParameterShape Shape,
    Direction Direction,
    string Modifier,
    AbiType AbiType,
    IntegerType? StoredAs,
    string? MapTarget)
{
    /// <summary>The ABI type of the field.</summary>
    public AbiType StoredType => StoredAs ?? AbiType;
}
