using System.Collections.Generic;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads what stands between a node's braces: properties, then nodes.</summary>
internal sealed class DtsBodyParser
{
    private readonly DtsText _text;
    private readonly DtsValueParser _values;

    /// <param name="text">The text.</param>
    public DtsBodyParser(DtsText text)
    {
        _text = text;
        _values = new DtsValueParser(text);
    }

    /// <summary>Notes that a node is nested too deep.</summary>
    public static bool FailTooDeep(DtsText text, int position) => text.FailAt(
        position, $"nodes are nested more than {DeviceTree.MaximumDepth} deep", "nest them less deep");

    /// <summary>Reads a body from its opening brace to the semicolon.</summary>
    /// <param name="node">The node that it belongs to.</param>
    /// <param name="depth">How deep this body is nested; the outermost has 1.</param>
    public bool Parse(DtsNode node, uint depth)
    {
        if (depth > DeviceTree.MaximumDepth)
        {
            return FailTooDeep(_text, _text.Position);
        }

        if (!_text.Expect("{", "where the node begins"))
        {
            return false;
        }

        while (_text.SkipBlanks())
        {
            if (_text.TryTake("}"))
            {
                return _text.Expect(";", "after the node's closing brace");
            }

            if (_text.IsAtEnd)
            {
                return _text.FailAt(node.Position, "the node that begins here does not end", "close it with };");
            }

            if (!ParseMember(node, depth))
            {
                return false;
            }
        }

        return false;
    }

    private bool ParseMember(DtsNode node, uint depth)
    {
        List<string> labels = [];
        bool isOmitted = false;
        int start;
        do
        {
            start = _text.Position;
            if (_text.TryTakeLabel(out string label))
            {
                labels.Add(label);
            }
            else if (_text.TryTake("/omit-if-no-ref/"))
            {
                isOmitted = true;
            }
            else
            {
                break;
            }
        }
        while (_text.SkipBlanks());

        if (_text.TryTake("/delete-node/"))
        {
            return ParseDeletion(start, out string deleted) && AddNode(node, new DtsNode(deleted, start) { IsDeleted = true });
        }

        if (_text.TryTake("/delete-property/"))
        {
            return ParseDeletion(start, out string deleted) && AddProperty(node, new DtsProperty(deleted, start) { IsDeleted = true });
        }

        return _text.Problem is null
            && DtsWords.TryReadName(_text, out string name)
            && _text.SkipBlanks()
            && (_text.Current == '{' || isOmitted
                ? ParseNode(node, new DtsNode(name, start) { IsOmittedUnlessUsed = isOmitted }, labels, depth)
                : ParseProperty(node, new DtsProperty(name, start), labels));
    }

    private bool ParseDeletion(int start, out string name)
    {
        name = string.Empty;
        return _text.SkipBlanks()
            && (_text.Current != '&' || _text.FailAt(start, "a reference cannot be deleted inside a node", "delete it outside all nodes"))
            && DtsWords.TryReadName(_text, out name)
            && _text.Expect(";", "after what is deleted");
    }

    private bool ParseNode(DtsNode parent, DtsNode node, List<string> labels, uint depth)
    {
        node.Labels.AddRange(labels);
        return Parse(node, depth + 1) && AddNode(parent, node);
    }

    private bool ParseProperty(DtsNode node, DtsProperty property, List<string> labels)
    {
        property.Labels.AddRange(labels);
        bool isEmpty = !_text.TryTake("=");
        return (isEmpty || _values.Parse(property))
            && _text.Expect(";", $"after the property {property.Name}")
            && AddProperty(node, property);
    }

    private static bool AddNode(DtsNode parent, DtsNode node)
    {
        parent.Children.Add(node);
        return true;
    }

    private bool AddProperty(DtsNode node, DtsProperty property)
    {
        if (node.Children.WithDeleted.Count != 0)
        {
            return _text.FailAt(
                property.Position, "a property follows a child node", "put all of a node's properties before its children");
        }

        node.Properties.Add(property);
        return true;
    }
}
