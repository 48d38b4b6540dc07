using System.Collections.Generic;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>
/// Makes flattened device trees of their source (<c>.dts</c>), as dtc does. No other file is read: what the C preprocessor and
/// <c>/include/</c> would put in has to be in the text.
/// </summary>
public static class DeviceTreeCompiler
{
    private static readonly Dictionary<string, SourcePosition> NoPlaces = [];

    /// <summary>Compiles a source.</summary>
    /// <param name="source">The text.</param>
    /// <param name="path">Its file, for messages; line markers in it name others.</param>
    public static CompiledTree Compile(string source, string path)
    {
        DtsText text = new(source.TrimStart('\uFEFF'), path);
        if (new DtsParser(text).Parse() is not DtsTree tree)
        {
            return new CompiledTree(null, NoPlaces, [text.Problem!]);
        }

        IReadOnlyList<MemoryMapProblem> problems = new DtsResolver(text, tree).Resolve();
        if (problems.Count != 0)
        {
            return new CompiledTree(null, NoPlaces, problems);
        }

        Dictionary<string, SourcePosition> places = [];
        AddPlaces(places, text, tree.Root!);
        for (int index = 0; index < tree.Reservations.Count; index++)
        {
            places.Add($"/memreserve/[{index}]", text.PositionOf(tree.Reservations[index].Position));
        }

        return new CompiledTree(new FlatTreeWriter().Write(tree), places, []);
    }

    private static void AddPlaces(Dictionary<string, SourcePosition> places, DtsText text, DtsNode node)
    {
        places[node.Path] = text.PositionOf(node.Position);
        foreach (DtsNode child in node.Children.Present)
        {
            AddPlaces(places, text, child);
        }
    }
}
