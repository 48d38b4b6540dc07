namespace HypercallSdk.Model.AddressSpace;

/// <summary>How two regions of a guest's memory maps contradict each other.</summary>
public enum ContradictionKind
{
    /// <summary>One is said to be free, and something lives in the other.</summary>
    OccupiedFreeRegion,

    /// <summary>One is RAM, and the other, of another map, is a device.</summary>
    RamAndDevice,

    /// <summary>Two maps have a node of one path in different places.</summary>
    OneNameTwoPlaces,
}
