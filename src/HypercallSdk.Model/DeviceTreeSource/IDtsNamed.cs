namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>What a node holds under a name.</summary>
internal interface IDtsNamed
{
    /// <summary>The name, with its unit address.</summary>
    string Name { get; }

    /// <summary>Whether it was deleted. It keeps its place, and a later definition brings it back there, as dtc has it.</summary>
    bool IsDeleted { get; set; }
}
