namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads a whole source, in dtc's grammar: what stands at the top of the file, and what that does to the tree.</summary>
internal sealed class DtsParser
{
    private const string RootMend = "write: /dts-v1/; / { };";

    private readonly DtsText _text;
    private readonly DtsTree _tree = new();
    private readonly DtsBodyParser _bodies;

    /// <param name="text">The text; it is read once.</param>
    public DtsParser(DtsText text)
    {
        _text = text;
        _bodies = new DtsBodyParser(text);
    }

    /// <summary>Reads all of it.</summary>
    /// <returns>The tree; none after a mistake, which the text has.</returns>
    public DtsTree? Parse() => ParseHeader() && ParseReservations() && ParseDefinitions() ? _tree : null;

    private bool ParseHeader()
    {
        bool isThere = false;
        while (_text.SkipBlanks() && _text.TryTake("/dts-v1/"))
        {
            isThere = true;
            if (!_text.Expect(";", "after /dts-v1/"))
            {
                return false;
            }
        }

        return _text.TryTake("/plugin/")
            ? _text.Fail("an overlay is not a whole tree", "apply it to its base: fdtoverlay -i base.dtb -o board.dtb overlay.dtbo")
            : isThere || DtsWords.FailAt(_text) || _text.Fail("the source does not begin with /dts-v1/;", RootMend);
    }

    private bool ParseReservations()
    {
        while (_text.SkipBlanks())
        {
            int start = _text.Position;

            // A label of a reservation names nothing that anything could refer to.
            while (_text.TryTakeLabel(out _) && _text.SkipBlanks())
            {
            }

            if (!_text.TryTake("/memreserve/"))
            {
                _text.Restart(start);
                return true;
            }

            if (!ParseReservation())
            {
                return false;
            }
        }

        return false;
    }

    private bool ParseReservation()
    {
        int position = _text.Position;
        DtsExpression expression = new(_text);
        if (!expression.TryReadOperand(out ulong start)
            || !expression.TryReadOperand(out ulong size)
            || !_text.Expect(";", "after the reservation's address and size"))
        {
            return false;
        }

        _tree.Reservations.Add(new DtsReservation(start, size, position));
        return true;
    }

    private bool ParseDefinitions()
    {
        while (_text.SkipBlanks() && !_text.IsAtEnd)
        {
            if (!ParseDefinition() || !IsShallow())
            {
                return false;
            }
        }

        return _text.Problem is null && (_tree.Root is not null || _text.Fail("the source has no root node", RootMend));
    }

    private bool ParseDefinition()
    {
        if (_text.TryTake("/delete-node/"))
        {
            return ParseTarget(out DtsNode deleted) && _text.Expect(";", "after the reference") && Delete(deleted);
        }

        if (_text.TryTake("/omit-if-no-ref/"))
        {
            return ParseTarget(out DtsNode omitted) && _text.Expect(";", "after the reference") && Omit(omitted);
        }

        bool isLabelled = _text.TryTakeLabel(out string label);
        return isLabelled || _text.Current == '&' ? ParseExtension(label) : ParseRoot();
    }

    private bool ParseRoot()
    {
        DtsNode root = new(string.Empty, _text.Position);
        if (DtsWords.FailAt(_text) || !_text.Expect("/", "for the root or &label for another node") || !_bodies.Parse(root, 1))
        {
            return false;
        }

        _tree.MergeRoot(root);
        return true;
    }

    private bool ParseExtension(string label)
    {
        DtsNode added = new(string.Empty, _text.Position);
        if (!ParseTarget(out DtsNode target) || !_bodies.Parse(added, 1))
        {
            return false;
        }

        if (label.Length != 0)
        {
            added.Labels.Add(label);
        }

        _tree.Merge(target, added);
        return true;
    }

    private bool ParseTarget(out DtsNode node)
    {
        node = new DtsNode(string.Empty, 0);
        if (!_text.SkipBlanks())
        {
            return false;
        }

        int start = _text.Position;
        if (!DtsWords.TryReadReference(_text, out string target))
        {
            return false;
        }

        if (_tree.Find(target) is not DtsNode found)
        {
            return _text.FailAt(start, $"there is no node &{target} up to here", "correct the reference, or define the node before it");
        }

        node = found;
        return true;
    }

    private bool Delete(DtsNode node)
    {
        _tree.Delete(node);
        return true;
    }

    private static bool Omit(DtsNode node)
    {
        node.IsOmittedUnlessUsed = true;
        return true;
    }

    private bool IsShallow() => _tree.TooDeep is not DtsNode node || DtsBodyParser.FailTooDeep(_text, node.Position);
}
