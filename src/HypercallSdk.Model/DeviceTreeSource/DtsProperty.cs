using System.Collections.Generic;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>A property of a node in the source, or the wish to delete one.</summary>
internal sealed class DtsProperty : IDtsNamed
{
    /// <param name="name">Its name.</param>
    /// <param name="position">Where it stands in the text.</param>
    public DtsProperty(string name, int position)
    {
        Name = name;
        Position = position;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Where it stands in the text; of several definitions the last.</summary>
    public int Position { get; set; }

    /// <inheritdoc/>
    public bool IsDeleted { get; set; }

    /// <summary>The bytes, with 4 for every phandle and none for a path.</summary>
    public List<byte> Bytes { get; set; } = [];

    /// <summary>The nodes that the value names, by ascending offset.</summary>
    public List<DtsReference> References { get; set; } = [];

    /// <summary>The labels before it; one may be repeated.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>The labels in its value; none may be repeated.</summary>
    public List<string> ValueLabels { get; set; } = [];
}
