using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Holds a whole tree against what dtc demands of one, and notes what every node is known by.</summary>
internal sealed class DtsChecker
{
    private const int PhandleBytes = 4;

    // The format allows 31. The paths of all that is in a node begin with its name.
    private const int LongestName = 255;

    // What follows so many is hardly a mistake of its own.
    private const int MostProblems = 100;

    private readonly DtsText _text;
    private readonly DtsTree _tree;
    private readonly List<MemoryMapProblem> _problems;
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, DtsNode> _phandles;

    /// <param name="text">The text, for places.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="phandles">Takes the stated phandles.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public DtsChecker(DtsText text, DtsTree tree, Dictionary<uint, DtsNode> phandles, List<MemoryMapProblem> problems)
    {
        _text = text;
        _tree = tree;
        _phandles = phandles;
        _problems = problems;
    }

    /// <summary>Checks a node and all in it.</summary>
    public void Check(DtsNode node)
    {
        CheckName(node);
        CheckLabels(node);
        CheckPhandle(node);
        CheckNameProperty(node);
        foreach (DtsNode child in node.Children.Present)
        {
            child.Path = (node.Path == "/" ? "/" : node.Path + "/") + child.Name;
            if (_problems.Count < MostProblems)
            {
                Check(child);
            }
        }
    }

    private void CheckName(DtsNode node)
    {
        if (node.Name.Count(static character => character == '@') > 1)
        {
            Report(node, node.Position, "its name has more than one @", "write it as name@unit-address");
        }

        if (node.Name.Length > LongestName)
        {
            Report(node, node.Position, $"its name has {node.Name.Length} characters", "give it a name of 31 at most");
        }

        if (Repeated(node.Children) is DtsNode child)
        {
            Report(node, child.Position, $"it has two nodes {child.Name}", "rename one, or extend the first from outside: &label { };");
        }

        if (Repeated(node.Properties) is DtsProperty property)
        {
            Report(node, property.Position, $"it has two properties {property.Name}", "remove one of them");
        }

        foreach (DtsProperty bad in node.Properties.Present.Where(static property => property.Name.Contains("@")))
        {
            Report(node, bad.Position, $"the property's name {bad.Name} has an @", "rename it, or make it a node with { };");
        }
    }

    private static T? Repeated<T>(DtsNamedList<T> items)
        where T : class, IDtsNamed
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        return items.Present.FirstOrDefault(item => !names.Add(item.Name));
    }

    private void CheckLabels(DtsNode node)
    {
        IEnumerable<string> labels = node.Labels.Distinct().Concat(
            node.Properties.Present.SelectMany(static property => property.Labels.Distinct().Concat(property.ValueLabels)));
        foreach (string label in labels.Where(label => !_labels.Add(label)))
        {
            Report(node, node.Position, $"the label {label} stands in two places", "rename one of them");
        }
    }

    private void CheckPhandle(DtsNode node)
    {
        foreach (string name in (string[])["phandle", "linux,phandle"])
        {
            if (node.Properties.Find(name) is DtsProperty property)
            {
                CheckPhandle(node, property);
            }
        }
    }

    private void CheckPhandle(DtsNode node, DtsProperty property)
    {
        uint phandle = 0;
        foreach (byte value in property.Bytes)
        {
            phandle = (phandle << 8) | value;
        }

        bool isOwn = property.References.Count == 1 && property.Bytes.Count == PhandleBytes && _tree.Find(property.References[0].Target) == node;
        if (isOwn)
        {
            return;
        }

        if (property.Bytes.Count != PhandleBytes || property.References.Count != 0 || phandle is 0 or uint.MaxValue)
        {
            Report(node, property.Position, $"its {property.Name} is no number of a node", "remove it; one is made where a reference needs it");
        }
        else if ((node.Phandle != 0 && node.Phandle != phandle) || (_phandles.TryGetValue(phandle, out DtsNode? other) && other != node))
        {
            Report(node, property.Position, $"its {property.Name} 0x{phandle:x} contradicts another", "remove it; one is made where a reference needs it");
        }
        else
        {
            node.Phandle = phandle;
            _phandles[phandle] = node;
        }
    }

    /// <summary>A property <c>name</c> says what the tree says by itself: from old trees, and dropped.</summary>
    private void CheckNameProperty(DtsNode node)
    {
        if (node.Properties.Find("name") is not DtsProperty property)
        {
            return;
        }

        string name = node.Name.Split('@')[0];
        if (!property.Bytes.SequenceEqual(Encoding.UTF8.GetBytes(name + '\0')) || property.References.Count != 0)
        {
            Report(node, property.Position, $"its property name is not \"{name}\"", "remove it");
        }

        property.IsDeleted = true;
    }

    private void Report(DtsNode node, int position, string cause, string mend) =>
        _problems.Add(_text.ProblemAt(position, node.Path, cause, mend));
}
