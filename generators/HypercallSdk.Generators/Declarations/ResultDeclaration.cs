using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What an operation returns.</summary>
/// <param name="Type">The C# type, as emitted code names it.</param>
/// <param name="Shape">What it is made by.</param>
/// <param name="Taken">The integer type, or the enum, that the register is converted to.</param>
/// <param name="StoredAs">Which of the register's bits count; null for all.</param>
/// <param name="IsOverloaded">Whether another constructor might take the register too.</param>
public sealed record ResultDeclaration(string Type, ResultShape Shape, string Taken, IntegerType? StoredAs, bool IsOverloaded);
