using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>The tree as the source has built it so far: every <c>/ { }</c> and <c>&amp;label { }</c> changes what stands before it.</summary>
internal sealed class DtsTree
{
    private readonly Dictionary<string, DtsNode> _labels = new(StringComparer.Ordinal);

    /// <summary>The root; none before the first one was read.</summary>
    public DtsNode? Root { get; private set; }

    /// <summary>A node that is nested deeper than a reader of device trees follows, if there is one.</summary>
    public DtsNode? TooDeep { get; private set; }

    /// <summary>The memory reservations.</summary>
    public List<DtsReservation> Reservations { get; } = [];

    /// <summary>Adds what a <c>/ { }</c> says.</summary>
    public void MergeRoot(DtsNode root)
    {
        if (Root is null)
        {
            Root = root;
            Register(root, 1);
        }
        else
        {
            Merge(Root, root);
        }
    }

    /// <summary>Adds what a later definition says to a node; what that deletes is deleted.</summary>
    // As deep as the source, which its reader bounds.
    public void Merge(DtsNode node, DtsNode added)
    {
        node.IsDeleted = false;
        Label(node, added.Labels);
        foreach (DtsProperty property in added.Properties.WithDeleted)
        {
            MergeProperty(node, property);
        }

        foreach (DtsNode child in added.Children.WithDeleted)
        {
            MergeChild(node, child);
        }
    }

    /// <summary>Adds labels to a node.</summary>
    public void Label(DtsNode node, IReadOnlyList<string> labels)
    {
        foreach (string label in labels)
        {
            if (!node.Labels.Contains(label))
            {
                node.Labels.Add(label);
            }

            Register(label, node);
        }
    }

    /// <summary>Deletes a node and all in it.</summary>
    public void Delete(DtsNode node)
    {
        node.IsDeleted = true;
        foreach (DtsNode child in node.Children.Present)
        {
            Delete(child);
        }

        foreach (DtsProperty property in node.Properties.Present)
        {
            Delete(property);
        }

        foreach (string label in node.Labels)
        {
            if (_labels.TryGetValue(label, out DtsNode? labelled) && labelled == node)
            {
                _labels.Remove(label);
            }
        }

        node.Labels.Clear();
    }

    /// <summary>Finds the node that a reference means.</summary>
    /// <param name="target">A label, a path that begins with a slash, or a label and a path from there.</param>
    public DtsNode? Find(string target)
    {
        int slash = target.IndexOf('/');
        string label = slash < 0 ? target : target.Substring(0, slash);
        DtsNode? node = label.Length == 0 ? Root : _labels.TryGetValue(label, out DtsNode? labelled) ? labelled : null;
        foreach (string part in target.Substring(label.Length).Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node?.Children.Find(part);
        }

        return node;
    }

    private static void MergeProperty(DtsNode node, DtsProperty added)
    {
        DtsProperty? property = node.Properties.FindWithDeleted(added.Name);
        if (added.IsDeleted)
        {
            if (property is not null)
            {
                Delete(property);
            }
        }
        else if (property is null)
        {
            node.Properties.Add(added);
        }
        else
        {
            property.IsDeleted = false;
            property.Position = added.Position;
            property.Bytes = added.Bytes;
            property.References = added.References;
            property.ValueLabels = added.ValueLabels;
            property.Labels.AddRange(added.Labels);
        }
    }

    private static void Delete(DtsProperty property)
    {
        property.IsDeleted = true;
        property.Labels.Clear();
    }

    private void MergeChild(DtsNode node, DtsNode added)
    {
        DtsNode? child = node.Children.FindWithDeleted(added.Name);
        if (added.IsDeleted)
        {
            if (child is not null)
            {
                Delete(child);
            }
        }
        else if (child is null)
        {
            node.Children.Add(added);
            Register(added, node.Depth + 1);
        }
        else
        {
            Merge(child, added);
        }
    }

    private void Register(DtsNode node, uint depth)
    {
        node.Depth = depth;
        if (depth > DeviceTree.MaximumDepth)
        {
            TooDeep ??= node;
            return;
        }

        foreach (string label in node.Labels)
        {
            Register(label, node);
        }

        foreach (DtsNode child in node.Children.Present)
        {
            Register(child, depth + 1);
        }
    }

    private void Register(string label, DtsNode node)
    {
        if (!_labels.ContainsKey(label))
        {
            _labels.Add(label, node);
        }
    }
}
