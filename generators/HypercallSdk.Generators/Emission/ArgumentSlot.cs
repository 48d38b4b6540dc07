using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Generators.Emission;

/// <summary>An argument that goes by its address, as a copy that is made for the call; for conduits that want it so.</summary>
/// <param name="Name">The local that holds the copy.</param>
/// <param name="Pointer">An expression that is the argument's address.</param>
/// <param name="Type">The argument's type.</param>
/// <param name="IsWritten">Whether the hypervisor writes to it.</param>
internal sealed record ArgumentSlot(string Name, string Pointer, string Type, bool IsWritten)
{
    private const string TypeName = "global::HypercallSdk.HypercallSlot";

    /// <summary>The copy's address, as an argument register holds it.</summary>
    public string Address => $"{Name}.Address";

    /// <summary>Writes the copies, the call as a local of the result register, and what brings back what the hypervisor wrote.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="slots">The copies.</param>
    /// <param name="result">The local's name.</param>
    /// <param name="trap">The call.</param>
    public static void WriteCall(SourceWriter writer, IReadOnlyList<ArgumentSlot> slots, string result, string trap) => writer
        .Lines(slots.Select(static slot => $"{TypeName} {slot.Name} = new({slot.Pointer}, (nuint)sizeof({slot.Type}));"))
        .Line($"nint {result} = {string.Join(" || ", slots.Select(static slot => $"{slot.Name}.IsMissing"))} ? {TypeName}.Refusal : {trap};")
        .Lines(slots.Select(static slot => $"{slot.Name}.{(slot.IsWritten ? "Return" : "Release")}();"));
}
