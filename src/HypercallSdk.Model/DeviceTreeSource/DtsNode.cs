using System.Collections.Generic;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>A node in the source, or the wish to delete one.</summary>
internal sealed class DtsNode : IDtsNamed
{
    /// <param name="name">Its name with the unit address; empty for the root.</param>
    /// <param name="position">Where it stands in the text.</param>
    public DtsNode(string name, int position)
    {
        Name = name;
        Position = position;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Where it stands in the text first.</summary>
    public int Position { get; }

    /// <inheritdoc/>
    public bool IsDeleted { get; set; }

    /// <summary>Whether it is left out unless a value refers to it.</summary>
    public bool IsOmittedUnlessUsed { get; set; }

    /// <summary>Whether a value refers to it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The number that other nodes know it by; 0 until one is needed or stated.</summary>
    public uint Phandle { get; set; }

    /// <summary>How many nodes there are from the root to it, both counted.</summary>
    public uint Depth { get; set; }

    /// <summary>Its path from the root; known when the tree is whole.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The names that references use.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Its properties.</summary>
    public DtsNamedList<DtsProperty> Properties { get; } = new();

    /// <summary>The nodes in it.</summary>
    public DtsNamedList<DtsNode> Children { get; } = new();
}
