using System.Collections.Generic;
using System.Text;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Puts phandles and paths where a whole tree's values refer to nodes, and leaves out what nothing refers to.</summary>
internal sealed class DtsResolver
{
    private const long MostPathBytes = 16 << 20;

    private readonly DtsText _text;
    private readonly DtsTree _tree;
    private readonly Dictionary<uint, DtsNode> _phandles = [];
    private readonly List<MemoryMapProblem> _problems = [];
    private uint _nextPhandle = 1;
    private long _pathBytes;

    /// <param name="text">The text, for places.</param>
    /// <param name="tree">The tree.</param>
    public DtsResolver(DtsText text, DtsTree tree)
    {
        _text = text;
        _tree = tree;
    }

    /// <summary>Checks the tree and resolves it.</summary>
    /// <returns>What is wrong with it.</returns>
    public IReadOnlyList<MemoryMapProblem> Resolve()
    {
        DtsNode root = _tree.Root!;
        new DtsChecker(_text, _tree, _phandles, _problems).Check(root);
        if (_problems.Count != 0)
        {
            return _problems;
        }

        ResolvePhandles(root);
        ResolvePaths(root);
        OmitUnused(root);
        return _problems;
    }

    private void ResolvePhandles(DtsNode node)
    {
        // A node that refers to itself first gets its phandle while its properties are walked.
        foreach (DtsProperty property in (DtsProperty[])[.. node.Properties.Present])
        {
            foreach (DtsReference reference in property.References)
            {
                if (!reference.IsPath && Find(node, reference) is DtsNode target)
                {
                    uint phandle = PhandleOf(target);
                    for (int index = 0; index < 4; index++)
                    {
                        property.Bytes[reference.Offset + index] = (byte)(phandle >> (24 - (8 * index)));
                    }
                }
            }
        }

        foreach (DtsNode child in node.Children.Present)
        {
            ResolvePhandles(child);
        }
    }

    private void ResolvePaths(DtsNode node)
    {
        foreach (DtsProperty property in node.Properties.Present)
        {
            // From the back: what is put in moves all that follows.
            for (int index = property.References.Count - 1; index >= 0; index--)
            {
                DtsReference reference = property.References[index];
                if (reference.IsPath && Find(node, reference) is DtsNode target && MayAdd(node, reference, target.Path))
                {
                    property.Bytes.InsertRange(reference.Offset, Encoding.UTF8.GetBytes(target.Path + '\0'));
                }
            }
        }

        foreach (DtsNode child in node.Children.Present)
        {
            ResolvePaths(child);
        }
    }

    /// <summary>A few characters of a reference become a path: a small source must not become a tree without end.</summary>
    private bool MayAdd(DtsNode node, DtsReference reference, string path)
    {
        _pathBytes += path.Length + 1;
        if (_pathBytes > MostPathBytes && _pathBytes - (path.Length + 1) <= MostPathBytes)
        {
            _problems.Add(_text.ProblemAt(
                reference.Position, node.Path, $"the paths that references stand for have more than {MostPathBytes} bytes", "use fewer"));
        }

        return _pathBytes <= MostPathBytes;
    }

    private void OmitUnused(DtsNode node)
    {
        if (node.IsOmittedUnlessUsed && !node.IsUsed)
        {
            _tree.Delete(node);
            return;
        }

        foreach (DtsNode child in node.Children.Present)
        {
            OmitUnused(child);
        }
    }

    private DtsNode? Find(DtsNode node, DtsReference reference)
    {
        DtsNode? target = _tree.Find(reference.Target);
        if (target is null)
        {
            _problems.Add(_text.ProblemAt(
                reference.Position, node.Path, $"there is no node &{reference.Target}", "correct the reference, or define the node"));
        }
        else
        {
            target.IsUsed = true;
        }

        return target;
    }

    private uint PhandleOf(DtsNode node)
    {
        if (node.Phandle != 0)
        {
            return node.Phandle;
        }

        while (_phandles.ContainsKey(_nextPhandle))
        {
            _nextPhandle++;
        }

        node.Phandle = _nextPhandle;
        _phandles.Add(node.Phandle, node);
        if (node.Properties.Find("phandle") is null)
        {
            DtsProperty property = new("phandle", node.Position);
            for (int shift = 24; shift >= 0; shift -= 8)
            {
                property.Bytes.Add((byte)(node.Phandle >> shift));
            }

            node.Properties.Add(property);
        }

        return node.Phandle;
    }
}
