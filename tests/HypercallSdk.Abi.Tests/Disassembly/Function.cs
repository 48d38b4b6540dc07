using System.Collections.Generic;

namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>A symbol and the instructions up to the next one.</summary>
/// <param name="Name">The symbol.</param>
/// <param name="Instructions">The instructions.</param>
internal sealed record Function(string Name, IReadOnlyList<Instruction> Instructions);
